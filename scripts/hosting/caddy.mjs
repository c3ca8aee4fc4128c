import { everywhere, longCached, pageRules } from './rules.mjs'

const quoted = text => `"${text.replace(/["\\]/g, '\\$&')}"`
const indented = (lines, indent) => lines.map(line => `${indent}${line}\n`).join('')

/** A Caddyfile, tested with Caddy 2.6. */
export function caddy(rules, { root, port }) {
  const policies = pageRules(rules)
  const common = Object.entries(everywhere(rules)).map(([name, value]) => `header ${name} ${quoted(value)}`)
  const notFound = policies.find(({ pattern }) => pattern === '/404.html')
  return `:${port} {
  root * ${root}
  encode zstd gzip
  header -server
${indented(common, '  ')}${indented(
  [
    // Caddy does not apply headers in the order of the file, so no two may be for one path.
    `@revalidated not path ${longCached(rules)
      .map(({ prefix }) => `${prefix}*`)
      .join(' ')}`,
    'header @revalidated cache-control no-cache',
    ...longCached(rules).map(({ prefix, value }) => `header ${prefix}* cache-control ${quoted(value)}`),
    ...policies.map(({ pattern, policy }) => `header ${pattern} content-security-policy ${quoted(policy)}`),
  ],
  '  ',
)}
  error /_headers 404
  file_server {
    precompressed br
  }

  handle_errors {
    header -server
${indented(
  [
    ...common,
    'header cache-control no-cache',
    ...(notFound ? [`header content-security-policy ${quoted(notFound.policy)}`] : []),
  ],
  '    ',
)}    rewrite * /404.html
    file_server
  }
}
`
}
