// The rules of a `_headers` file by what they are for.

/** The headers of every path. */
export const everywhere = rules =>
  Object.assign({}, ...rules.filter(({ pattern }) => pattern === '/*').map(({ headers }) => headers))

/** Paths with a Cache-Control of their own: `{ prefix, value }`. All others are revalidated. */
export const longCached = rules =>
  rules
    .filter(({ pattern, headers }) => pattern !== '/*' && headers['cache-control'] !== undefined)
    .map(({ pattern, headers }) => ({ prefix: pattern.replace(/\*$/, ''), value: headers['cache-control'] }))

/** The policy of each page, and of the service worker: `{ pattern, policy }`. */
export const pageRules = rules =>
  rules
    .filter(({ headers }) => headers['content-security-policy'] !== undefined)
    .map(({ pattern, headers }) => ({ pattern, policy: headers['content-security-policy'] }))
