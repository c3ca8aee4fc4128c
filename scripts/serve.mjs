// Serves the built page as a static host would.
//   node scripts/serve.mjs [out]      PORT and HOST choose the address
import { existsSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { serveSite } from './static-site.mjs'

const root = path.resolve(process.argv[2] ?? 'out')
const port = Number(process.env.PORT || 3000)
// Both loopback addresses: browsers and tools resolve "localhost" differently.
const hosts = process.env.HOST ? [process.env.HOST] : ['127.0.0.1', '::1']

if (!existsSync(path.join(root, 'index.html'))) {
  console.error(`No page in ${root}: run "npm run build" first.`)
  process.exit(1)
}

const answer = serveSite(root, { anyHost: process.env.HOST !== undefined })
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
        ? `Port ${port} is in use. Stop the program that uses it, or choose another port: PORT=3001 npm start`
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
