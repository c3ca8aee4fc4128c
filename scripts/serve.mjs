// Serves the built page, as a static host would, with the headers of out/_headers. Node alone, no dependency.
//   node scripts/serve.mjs [out]      PORT and HOST choose the address
import { existsSync, readFileSync, statSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const root = path.resolve(process.argv[2] ?? 'out')
const port = Number(process.env.PORT || 3000)
// Both loopback addresses: browsers and tools differ in what "localhost" means to them.
const hosts = process.env.HOST ? [process.env.HOST] : ['127.0.0.1', '::1']

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
const COMPRESSES = /^(text\/|application\/(json|manifest)|image\/svg|font\/ttf)/

if (!existsSync(path.join(root, 'index.html'))) {
  console.error(`No page in ${root}: run "npm run build" first.`)
  process.exit(1)
}

/**
 * `_headers`: a line with a path (a `*` at its end stands for the rest), then indented `Name: value` lines. Read for each
 * answer: a page that was built anew has other hashes in its policy.
 */
function readHeaderRules() {
  const file = path.join(root, '_headers')
  const rules = []
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    if (/^\S/.test(line)) rules.push({ pattern: line.trim(), headers: [] })
    else if (line.trim()) {
      const [, name, value] = /^\s+([^:]+):\s*(.*)$/.exec(line)
      rules.at(-1).headers.push([name.toLowerCase(), value])
    }
  }
  return rules
}
const matches = (pattern, url) =>
  pattern.endsWith('*') ? url.startsWith(pattern.slice(0, -1)) : url === pattern

const compressed = new Map()
function gzipOnce(file, body) {
  const version = `${file}\0${statSync(file).mtimeMs}`
  if (!compressed.has(version)) compressed.set(version, gzipSync(body))
  return compressed.get(version)
}

function answer(request, response) {
  const address = new URL(request.url, 'http://localhost')
  let url
  try {
    url = decodeURIComponent(address.pathname)
  } catch {
    return response.writeHead(400).end()
  }
  let file = path.join(root, url)
  if (file !== root && !file.startsWith(root + path.sep)) return response.writeHead(403).end()
  if (existsSync(file) && statSync(file).isDirectory()) {
    if (!url.endsWith('/'))
      return response.writeHead(308, { location: `${address.pathname}/${address.search}` }).end()
    file = path.join(file, 'index.html')
  }
  const found = existsSync(file)
  if (!found) {
    file = path.join(root, '404.html')
    url = '/404.html'
  }
  const headers = { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' }
  for (const rule of readHeaderRules())
    if (matches(rule.pattern, url)) for (const [name, value] of rule.headers) headers[name] = value
  let body = readFileSync(file)
  if (COMPRESSES.test(headers['content-type']) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    body = gzipOnce(file, body)
    headers['content-encoding'] = 'gzip'
    headers.vary = 'Accept-Encoding'
  }
  headers['content-length'] = body.length
  response.writeHead(found ? 200 : 404, headers).end(request.method === 'HEAD' ? undefined : body)
}

const servers = hosts.map(host => ({ host, server: http.createServer(answer) }))
let waiting = servers.length
for (const { host, server } of servers) {
  const ready = () => {
    waiting -= 1
    if (waiting === 0) console.log(`Cognito Scope Wizard is at http://localhost:${port}/  (Ctrl-C stops it)`)
  }
  server.on('error', error => {
    // Many containers have no IPv6.
    if (host === '::1' && error.code !== 'EADDRINUSE') return ready()
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is in use. Stop what uses it, or choose another: PORT=3001 npm start`
        : error.message,
    )
    process.exit(1)
  })
  server.listen(port, host, ready)
}

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    for (const { server } of servers) {
      server.close()
      server.closeAllConnections()
    }
    process.exit(0)
  })
