// The local gateway next to serverless-offline, in one run: processor time until the first answer, memory after the
// first call of the function, and the requests per second of the same function. The gateway checks a token and its scope;
// serverless-offline checks nothing. Both are warm and get the same load, one after the other and each first in every
// other round, so that what else the machine does meets both. The throughput is compared round by round. The load comes
// from this process; what it costs is in the report, because it shares the processors.
import { execFileSync } from 'node:child_process'
import { existsSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { at } from '../../scripts/run.mjs'
import {
  inProject,
  localCommand,
  megabytes,
  ordersSpec,
  processorSeconds,
  startServer,
  unmeasurable,
} from './local-gateway.mjs'

const HOME = at('tests/bench/gateway')
const handler = `export const list = async () => ({ statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"orders":[]}' })\n`
const spec = ordersSpec({
  client: {
    name: 'backend',
    grants: ['client_credentials'],
    generateSecret: true,
    scopes: ['com.example.api/read'],
  },
})
const SERVERLESS = `service: orders
provider: { name: aws, runtime: nodejs20.x, stage: dev }
plugins: [serverless-offline]
functions:
  list: { handler: bin/orders.list, events: [{ http: { path: orders, method: get } }] }
`

/** Rows of the report. */
export async function gateway() {
  const reason = unmeasurable()
  if (reason) return [reason]
  if (!existsSync(path.join(HOME, 'node_modules')))
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: HOME,
      stdio: 'inherit',
    })
  return inProject({ spec, handler }, compare)
}

async function compare(dir) {
  writeFileSync(path.join(dir, 'serverless.yml'), SERVERLESS)
  symlinkSync(path.join(HOME, 'node_modules'), path.join(dir, 'node_modules'))
  const offline = path.join(HOME, 'node_modules/osls/bin/serverless.js')
  const started = []
  try {
    started.push(await start(dir, localCommand(4610), 4610, tokenOfOurs))
    const command = [offline, 'offline', 'start', '--httpPort', '4620', '--lambdaPort', '4621']
    started.push(await start(dir, command, 4620, async () => ({})))
    const [ours, theirs] = started
    const [a, b] = await inTurn(started)
    const times = a.map(({ perSecond }, round) => perSecond / b[round].perSecond)
    return [
      row('', 'boot', 'memory', 'requests', 'a request', 'load of it', 'processors'),
      figures('local gateway', ours, a),
      figures('serverless-offline', theirs, b),
      `throughput: ${median(times).toFixed(1)} times, median of ${ROUNDS} rounds (${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)}); ${(medianOf(b, 'perRequest') / medianOf(a, 'perRequest')).toFixed(1)} times less processor time a request`,
    ]
  } finally {
    for (const { child } of started) child.kill('SIGKILL')
  }
}

const row = (name, ...cells) => name.padEnd(20) + cells.map(cell => cell.padStart(14)).join('')

function figures(name, { boot, memory }, rounds) {
  const [perSecond, perRequest, load] = ['perSecond', 'perRequest', 'load'].map(key => medianOf(rounds, key))
  return row(
    name,
    `${boot.toFixed(2)} CPU s`,
    `${memory.toFixed(0)} MiB`,
    `${perSecond.toFixed(0)}/s`,
    `${perRequest.toFixed(2)} CPU ms`,
    `${load.toFixed(2)} CPU ms`,
    // On a machine with other work a server of many threads gets more of it, and more requests for that reason alone.
    ((perSecond * perRequest) / 1000).toFixed(2),
  )
}

async function tokenOfOurs() {
  const response = await fetch('http://localhost:4611/_local/token', {
    method: 'POST',
    body: '{"client":"backend"}',
  })
  return { authorization: (await response.json()).token }
}

async function start(dir, command, port, headersOf) {
  const url = `http://localhost:${port}/dev/orders`
  const child = await startServer(dir, command, url)
  try {
    const boot = processorSeconds(child)
    const headers = await headersOf()
    const first = await fetch(url, { headers })
    if (first.status !== 200) throw new Error(`${url} answers ${first.status}: ${await first.text()}`)
    return { child, url, headers, boot, memory: megabytes(child) }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

const ROUNDS = 7
const SECONDS = 3
/** As many as keep both servers busy: with more of them neither answers more requests. */
const CONNECTIONS = 50

/** What every server did in each round, after a first round that does not count. */
async function inTurn(servers) {
  const rounds = servers.map(() => [])
  for (let round = 0; round <= ROUNDS; round++) {
    const order = servers.map((server, i) => ({ server, own: rounds[i] }))
    for (const { server, own } of round % 2 === 0 ? order : order.toReversed()) {
      const measured = await loaded(server)
      if (round > 0) own.push(measured)
    }
  }
  return rounds
}

const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
const medianOf = (rounds, key) => median(rounds.map(round => round[key]))

async function loaded({ child, url, headers }) {
  const autocannon = await import(
    pathToFileURL(createRequire(path.join(HOME, 'package.json')).resolve('autocannon')).href
  )
  const [before, own] = [processorSeconds(child), process.cpuUsage()]
  const { requests, duration, errors, non2xx } = await autocannon.default({
    url,
    headers,
    connections: CONNECTIONS,
    duration: SECONDS,
  })
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} answers were not 2xx, ${errors} errors`)
  if (requests.total === 0)
    throw new Error(`${url} answered nothing in ${duration} s: the machine is too busy to compare`)
  const { user, system } = process.cpuUsage(own)
  return {
    perSecond: requests.total / duration,
    perRequest: ((processorSeconds(child) - before) * 1000) / requests.total,
    load: (user + system) / 1000 / requests.total,
  }
}
