import { everywhere, longCached, pageRules } from './rules.mjs'

const quoted = text => `"${text.replace(/["\\]/g, '\\$&')}"`
const map = (name, rows, other) =>
  `map $uri $${name} {\n${rows.map(([key, value]) => `  ${quoted(key)} ${quoted(value)};\n`).join('')}  default ${quoted(other)};\n}`

/** A configuration file for `/etc/nginx/conf.d/`, tested with nginx 1.22. */
export function nginx(rules, { root, port }) {
  const policies = pageRules(rules)
    // Of a folder, nginx serves the index file, and that is the address it looks the policy up by.
    .filter(({ pattern }) => !pattern.endsWith('/'))
    .map(({ pattern, policy }) => [pattern, policy])
  const cached = longCached(rules).map(({ prefix, value }) => [`~^${prefix}`, value])
  const headers = Object.entries(everywhere(rules))
  return `${map('page_policy', policies, '')}
${map('cache_rule', cached, 'no-cache')}

server {
  listen ${port};
  root ${root};
  index index.html;
  absolute_redirect off;
  server_tokens off;
  error_page 404 /404.html;

  gzip on;
  gzip_vary on;
  gzip_types text/css text/javascript application/javascript application/json application/manifest+json image/svg+xml font/ttf;

${headers.map(([name, value]) => `  add_header ${name} ${quoted(value)} always;\n`).join('')}  # A header without a value is not sent.
  add_header content-security-policy $page_policy always;
  add_header cache-control $cache_rule always;

  location = /_headers {
    return 404;
  }
}
`
}
