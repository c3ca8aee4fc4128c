// Prints the configuration of a web server for the built site, with the headers of its _headers file:
//   npm run hosting -- nginx [--out out] [--root /srv/site] [--port 8080]
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { parseHeaders } from './headers.mjs'
import { caddy } from './hosting/caddy.mjs'
import { nginx } from './hosting/nginx.mjs'

function die(message) {
  console.error(message)
  process.exit(2)
}

const servers = { nginx, caddy }
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'out' },
    root: { type: 'string', default: '/srv/site' },
    port: { type: 'string', default: '8080' },
  },
})
const [name, ...rest] = positionals
if (!Object.hasOwn(servers, name ?? '') || rest.length > 0)
  die('Usage: npm run hosting -- nginx|caddy [--out FOLDER] [--root FOLDER ON THE SERVER] [--port N]')
if (!/^\d{1,5}$/.test(values.port)) die(`port ${values.port} is not a number`)
if (/[\s"'\\;{}]/.test(values.root)) die('root: use a path without white space and quotes')
const file = path.resolve(process.env.INIT_CWD ?? '.', values.out, '_headers')
if (!existsSync(file)) die(`there is no ${file}: run npm run build first`)
process.stdout.write(servers[name](parseHeaders(readFileSync(file, 'utf8')), values))
