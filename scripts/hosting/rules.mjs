// The rules of a `_headers` file by what they are for.

/** The headers of every path. */
export const everywhere = rules =>
  Object.assign({}, ...rules.filter(({ pattern }) => pattern === '/*').map(({ headers }) => headers))

/** Files with a hash in their names: `{ prefix, value }`, where the value is their Cache-Control. */
export const longCached = rules =>
  rules
    .filter(({ pattern, headers }) => pattern !== '/*' && headers['cache-control'] !== undefined)
    .map(({ pattern, headers }) => ({ prefix: pattern.replace(/\*$/, ''), value: headers['cache-control'] }))

/** The policy of each page: `{ pattern, policy }`. */
export const pageRules = rules =>
  rules
    .filter(({ headers }) => headers['content-security-policy'] !== undefined)
    .map(({ pattern, headers }) => ({ pattern, policy: headers['content-security-policy'] }))
