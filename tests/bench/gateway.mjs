// The local gateway next to serverless-offline, in one run: processor time until the first answer, memory after the
// first call of the function, and the requests per second of the same function. The gateway checks a token and its scope;
// serverless-offline checks nothing. Both are warm, and get the same load in turn, so that what else the machine does
// meets both. The load comes from this process; what it costs is in the report, because it shares the processors.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { at } from '../../scripts/run.mjs'

const HOME = at('tests/bench/gateway')
const HANDLER = `export const list = async () => ({ statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"orders":[]}' })\n`
const SPEC = {
  version: 1,
  service: 'orders',
  userPool: { source: 'new', name: 'orders-users', domainPrefix: 'orders-demo' },
  resourceServers: [
    { identifier: 'com.example.api', name: 'API', scopes: [{ name: 'read', description: 'Read' }] },
  ],
  clients: [
    {
      name: 'backend',
      grants: ['client_credentials'],
      generateSecret: true,
      scopes: ['com.example.api/read'],
    },
  ],
  api: { type: 'rest', name: 'orders' },
  endpoints: [
    { method: 'GET', path: '/orders', scopes: ['com.example.api/read'], handler: 'bin/orders.list' },
  ],
}
const SERVERLESS = `service: orders
provider: { name: aws, runtime: nodejs20.x, stage: dev }
plugins: [serverless-offline]
functions:
  list: { handler: bin/orders.list, events: [{ http: { path: orders, method: get } }] }
`

/** Rows of the report. Needs Linux, whose /proc tells the processor time of a process. */
export async function gateway() {
  if (!existsSync('/proc/self/stat')) return ['skipped: it reads /proc, which this system does not have']
  if (!existsSync(path.join(HOME, 'node_modules')))
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: HOME,
      stdio: 'inherit',
    })
  execFileSync(process.execPath, [at('scripts/package/build.mjs')], { stdio: 'inherit' })
  const dir = mkdtempSync(path.join(tmpdir(), 'bench-gateway-'))
  const started = []
  try {
    mkdirSync(path.join(dir, 'bin'))
    writeFileSync(path.join(dir, 'bin/orders.mjs'), HANDLER)
    writeFileSync(path.join(dir, 'package.json'), '{"type":"module"}')
    writeFileSync(path.join(dir, 'wizard.json'), JSON.stringify(SPEC))
    writeFileSync(path.join(dir, 'serverless.yml'), SERVERLESS)
    symlinkSync(path.join(HOME, 'node_modules'), path.join(dir, 'node_modules'))
    const ours = await start(
      dir,
      [at('dist/cli.js'), 'local', '--port', '4610'],
      'http://localhost:4610/dev/orders',
      tokenOfOurs,
    )
    started.push(ours)
    const theirs = await start(
      dir,
      [
        path.join(HOME, 'node_modules/osls/bin/serverless.js'),
        'offline',
        'start',
        '--httpPort',
        '4620',
        '--lambdaPort',
        '4621',
      ],
      'http://localhost:4620/dev/orders',
      async () => ({}),
    )
    started.push(theirs)
    const [a, b] = await inTurn(started)
    return [
      row('', 'boot', 'memory', 'requests', 'a request', 'load of it', 'processors'),
      figures('local gateway', ours, a),
      figures('serverless-offline', theirs, b),
      `throughput: ${(a.perSecond / b.perSecond).toFixed(1)} times (median of ${ROUNDS} rounds in turn); ${(b.perRequest / a.perRequest).toFixed(1)} times less processor time a request`,
    ]
  } finally {
    for (const { child } of started) child.kill('SIGKILL')
    rmSync(dir, { recursive: true, force: true })
  }
}

const row = (name, ...cells) => name.padEnd(20) + cells.map(cell => cell.padStart(14)).join('')
const figures = (name, { boot, megabytes }, { perSecond, perRequest, load }) =>
  row(
    name,
    `${boot.toFixed(2)} CPU s`,
    `${megabytes.toFixed(0)} MiB`,
    `${perSecond.toFixed(0)}/s`,
    `${perRequest.toFixed(2)} CPU ms`,
    `${load.toFixed(2)} CPU ms`,
    // On a machine with other work a server of many threads gets more of it, and more requests for that reason alone.
    ((perSecond * perRequest) / 1000).toFixed(2),
  )

async function tokenOfOurs() {
  const response = await fetch('http://localhost:4611/_local/token', {
    method: 'POST',
    body: '{"client":"backend"}',
  })
  return { authorization: (await response.json()).token }
}

async function start(cwd, command, url, headersOf) {
  const env = { ...process.env, INIT_CWD: cwd, NODE_ENV: 'development' }
  const child = spawn(process.execPath, command, { cwd, env, stdio: 'ignore' })
  try {
    await reachable(url, child)
    const boot = processorSeconds(child.pid)
    const headers = await headersOf()
    const first = await fetch(url, { headers })
    if (first.status !== 200) throw new Error(`${url} answers ${first.status}: ${await first.text()}`)
    const megabytes =
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024
    return { child, url, headers, boot, megabytes }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

const ROUNDS = 5

/** Loads every server in turn, the first round as a warm-up that does not count. */
async function inTurn(servers) {
  const rounds = servers.map(() => [])
  for (let round = 0; round <= ROUNDS; round++)
    for (const [i, server] of servers.entries()) {
      const measured = await loaded(server)
      if (round > 0) rounds[i].push(measured)
    }
  return rounds.map(measured => ({
    perSecond: median(measured.map(({ perSecond }) => perSecond)),
    perRequest: median(measured.map(({ perRequest }) => perRequest)),
    load: median(measured.map(({ load }) => load)),
  }))
}

const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

async function loaded({ child, url, headers }) {
  const autocannon = await import(
    pathToFileURL(createRequire(path.join(HOME, 'package.json')).resolve('autocannon')).href
  )
  const [before, own] = [processorSeconds(child.pid), process.cpuUsage()]
  const { requests, errors, non2xx } = await autocannon.default({
    url,
    headers,
    connections: 10,
    duration: 4,
  })
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} answers were not 2xx, ${errors} errors`)
  const { user, system } = process.cpuUsage(own)
  return {
    perSecond: requests.average,
    perRequest: ((processorSeconds(child.pid) - before) * 1000) / requests.total,
    load: (user + system) / 1000 / requests.total,
  }
}

async function reachable(url, child) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server of ${url} has ended`)
    // Any answer will do: without a token the gateway answers 401.
    const answered = await fetch(url).catch(() => undefined)
    await answered?.arrayBuffer()
    if (answered) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

/** User and system time, in seconds: fields 14 and 15 of /proc/PID/stat, in hundredths. */
function processorSeconds(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
