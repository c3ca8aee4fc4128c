// Reads a `_headers` file, the form in which Netlify and Cloudflare Pages take the headers of a static site.

/** The rules in order: a path, which may end in `*`, and its headers by lower-case name. */
export function parseHeaders(text) {
  const rules = []
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s+([^:]+):\s*(.*)$/.exec(line) ?? []
    if (name !== undefined) rules.at(-1).headers[name.toLowerCase()] = value
    else if (line.trim()) rules.push({ pattern: line.trim(), headers: {} })
  }
  return rules
}

/** The headers of a path by all rules that match it. */
export const headersFor = (rules, url) =>
  Object.assign({}, ...rules.filter(({ pattern }) => matches(pattern, url)).map(({ headers }) => headers))

/** A `*` at the end of a pattern matches the rest of the path. */
const matches = (pattern, url) =>
  pattern.endsWith('*') ? url.startsWith(pattern.slice(0, -1)) : url === pattern
