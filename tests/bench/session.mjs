// One long session of the local gateway: the memory of its process while requests of every kind come in, among them new
// tokens, refused requests, preflights and paths that do not exist. SESSION_REQUESTS sets how many (100,000).
import { Agent, request } from 'node:http'
import {
  inProject,
  localCommand,
  megabytes,
  ordersSpec,
  startServer,
  unmeasurable,
} from './local-gateway.mjs'

const COUNT = Number(process.env.SESSION_REQUESTS ?? 100_000)
const API = 'http://localhost:4630/dev'
const ISSUER = 'http://localhost:4631'
const handler = `export const list = async event => ({ statusCode: 200, body: JSON.stringify(event.requestContext.authorizer ?? null) })\n`
const spec = ordersSpec({
  client: {
    name: 'web',
    scopes: ['openid', 'com.example.api/read'],
    callbackUrls: ['http://localhost:3000/callback'],
    explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    refreshTokenRotation: { retryGracePeriodSeconds: 10 },
  },
  api: { cors: { allowOrigins: ['http://localhost:3000'] } },
  endpoints: [{ method: 'GET', path: '/health', auth: 'none' }],
})

/** Rows of the report. */
export async function session() {
  const reason = unmeasurable()
  if (reason) return [reason]
  return inProject({ spec, handler }, async dir => {
    const child = await startServer(dir, localCommand(4630), `${ISSUER}/_local/clients`)
    const agent = new Agent({ keepAlive: true, maxSockets: 10 })
    try {
      return await run(child, agent)
    } finally {
      agent.destroy()
      child.kill('SIGKILL')
    }
  })
}

async function run(child, agent) {
  const statuses = new Map()
  const rows = [`${'requests'.padStart(10)}${'memory'.padStart(12)}`]
  const mint = fields =>
    send(
      agent,
      'POST',
      `${ISSUER}/_local/token`,
      {},
      JSON.stringify({ client: 'web', user: 'ada', ...fields }),
    )
  let token = ''
  let refresh = ''
  for (let sent = 0; sent < COUNT; sent += 10) {
    if (sent % 100 === 0) token = JSON.parse((await mint({})).body).token
    if (sent % 1000 === 0) refresh = JSON.parse((await mint({ use: 'refresh' })).body).token
    const clients = JSON.parse((await send(agent, 'GET', `${ISSUER}/_local/clients`, {})).body).clients
    const bearer = { authorization: `Bearer ${token}` }
    const answers = await Promise.all([
      send(agent, 'GET', `${API}/orders?page=${sent}`, bearer),
      send(agent, 'GET', `${API}/orders`, bearer),
      send(agent, 'GET', `${API}/orders`, {}),
      send(agent, 'GET', `${API}/orders`, { authorization: `${token}${sent}` }),
      send(agent, 'GET', `${API}/orders`, { authorization: `Bearer ${refresh}` }),
      send(agent, 'GET', `${API}/health?request=${sent}`, {}),
      send(agent, 'OPTIONS', `${API}/orders`, { origin: 'http://localhost:3000' }),
      send(agent, 'GET', `${API}/missing/${sent}`, bearer),
      send(
        agent,
        'POST',
        `${ISSUER}/oauth2/token`,
        FORM,
        `grant_type=refresh_token&client_id=${clients[0].id}&refresh_token=${refresh}`,
      ),
    ])
    // The refresh token rotates: the next request sends the new one.
    const rotated = answers.at(-1)
    if (rotated.status === 200) refresh = JSON.parse(rotated.body).refresh_token
    for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (sent % (COUNT / 20) === 0) rows.push(`${String(sent).padStart(10)}${memory(child).padStart(12)}`)
  }
  rows.push(`${String(COUNT).padStart(10)}${memory(child).padStart(12)}`)
  rows.push([...statuses].map(([status, count]) => `${count} x ${status}`).join(', '))
  return rows
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

const memory = child => `${megabytes(child).toFixed(1)} MiB`

const send = (agent, method, url, headers, body) =>
  new Promise((resolve, reject) => {
    request(url, { method, headers, agent }, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', part => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode, body: text }))
    })
      .on('error', reject)
      .end(body)
  })
