// What the benches of the local gateway share: a project in a folder for temporary files, a server that runs in it, and
// what that server has used so far. Needs Linux, whose /proc has the processor time and the memory of a process.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { at } from '../../scripts/run.mjs'

const READ = 'com.example.api/read'
/** A handler: what it exports as `list` is called by every endpoint. */
const HANDLER = 'bin/orders.list'

/** Why a bench cannot run here; undefined where it can. */
export const unmeasurable = () =>
  existsSync('/proc/self/stat') ? undefined : 'skipped: it reads /proc, which this system does not have'

/** A spec with a scope, a client that may request it, and GET /orders that requires it. */
export const ordersSpec = ({ client, api = {}, endpoints = [] }) => ({
  version: 1,
  service: 'orders',
  userPool: { source: 'new', name: 'orders-users', domainPrefix: 'orders-demo' },
  resourceServers: [
    { identifier: 'com.example.api', name: 'API', scopes: [{ name: 'read', description: 'Read' }] },
  ],
  clients: [client],
  api: { type: 'rest', name: 'orders', ...api },
  endpoints: [
    { method: 'GET', path: '/orders', scopes: [READ], handler: HANDLER },
    ...endpoints.map(endpoint => ({ ...endpoint, handler: HANDLER })),
  ],
})

/** Builds the package, and calls `measure` with a folder that has the spec and the handler; the folder is removed afterwards. */
export async function inProject({ spec, handler }, measure) {
  execFileSync(process.execPath, [at('scripts/package/build.mjs')], { stdio: 'inherit' })
  const dir = mkdtempSync(path.join(tmpdir(), 'bench-local-'))
  try {
    mkdirSync(path.join(dir, 'bin'))
    writeFileSync(path.join(dir, 'bin/orders.mjs'), handler)
    writeFileSync(path.join(dir, 'package.json'), '{"type":"module"}')
    writeFileSync(path.join(dir, 'wizard.json'), JSON.stringify(spec))
    return await measure(dir)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The command that starts the local gateway of the package; its issuer has the next port. */
export const localCommand = port => [at('dist/cli.js'), 'local', '--port', String(port)]

/** Starts a server in the folder, and resolves when `url` answers, with 401 too. */
export async function startServer(dir, command, url) {
  const env = { ...process.env, INIT_CWD: dir, NODE_ENV: 'development' }
  const child = spawn(process.execPath, command, { cwd: dir, env, stdio: 'ignore' })
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server of ${url} has ended`)
    const answered = await fetch(url).catch(() => undefined)
    await answered?.arrayBuffer()
    if (answered) return child
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

/** Resident memory in MiB. */
export const megabytes = ({ pid }) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024

/** User and system time, in seconds: fields 14 and 15 of /proc/PID/stat, in hundredths. */
export function processorSeconds({ pid }) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
