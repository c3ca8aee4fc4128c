import http from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LocalApi } from '@/local'
import { orders } from './orders'
import { sendRaw } from './raw-request'

/** A GET whose target and Host header are sent as they are. */
const raw = (url: string, target: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(url)
    http
      .get({ hostname, port, path: target, headers, agent: false }, response => {
        let body = ''
        response.setEncoding('utf8').on('data', chunk => {
          body += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
      })
      .on('error', reject)
  })

/** What the live page is sent until a text comes. */
async function firstEvents(origin: string, until: string): Promise<string> {
  const stop = new AbortController()
  const events = await fetch(`${origin}/_/events`, { signal: stop.signal })
  let text = ''
  for await (const chunk of events.body ?? []) {
    text += Buffer.from(chunk).toString()
    if (text.includes(until)) break
  }
  stop.abort()
  return text
}

describe('a REST API', () => {
  let api: LocalApi
  let origin: string
  beforeAll(async () => {
    api = await orders('rest')
    origin = new URL(api.url).origin
  })
  afterAll(() => api.close())

  it.each([
    ['the stage without a slash', '/dev', 403, 'Missing Authentication Token'],
    ['another stage', '/prod/orders', 403, 'Forbidden'],
    ['no stage', '/orders', 403, 'Forbidden'],
    ['a path that is not there', '/dev/nothing', 403, 'Missing Authentication Token'],
    ['the root, which has no method', '/dev/', 403, 'Missing Authentication Token'],
    ['dots in a path', '/dev/x/../health', 403, 'Missing Authentication Token'],
  ])('%s', async (_, target, status, message) => {
    expect(await raw(origin, target)).toEqual({ status, body: JSON.stringify({ message }) })
  })

  it('takes a target in absolute form', async () => {
    expect((await raw(origin, `${origin}/dev/health`)).status).toBe(200)
  })

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:4000'])(
    'refuses the host %j',
    async host => {
      for (const at of [origin, new URL(api.issuer).origin])
        expect((await raw(at, '/dev/health', { host })).status).toBe(403)
    },
  )

  it('refuses a target of another host and a second Host header', async () => {
    expect((await raw(origin, 'http://evil.example/dev/health')).status).toBe(403)
    const twice =
      'GET /dev/health HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\nConnection: close\r\n\r\n'
    expect((await sendRaw(origin, twice)).status).toBe(403)
  })

  it('counts the bytes of the request line and the header values', async () => {
    const { length } = `GET /dev/health HTTP/1.1${new URL(origin).host}close`
    const answer = (bytes: number) => raw(origin, '/dev/health', { cookie: 'c'.repeat(bytes - length) })
    expect((await answer(10_240)).status).toBe(200)
    expect(await answer(10_241)).toEqual({
      status: 431,
      body: '{"message":"HTTP header is larger than 10240 bytes."}',
    })
    expect(api.requests.at(-1)).toMatchObject({ code: 'TOO_LARGE', status: 431 })
  })

  it('accepts a bare token and one after Bearer, nothing else', async () => {
    const token = await api.token({ client: 'backend' })
    const status = async (authorization: string) =>
      (await fetch(`${api.url}/orders`, { headers: { authorization } })).status
    expect(await status(token)).toBe(200)
    expect(await status(`Bearer ${token}`)).toBe(200)
    expect(await status(`Bearer  ${token}`)).toBe(401)
    expect(await status(`Basic ${token}`)).toBe(401)
  })

  it.each([
    ['signature', 'SIGNATURE_INVALID'],
    ['kid', 'SIGNATURE_INVALID'],
    ['issuer', 'ISSUER_MISMATCH'],
    ['alg-none', 'SIGNATURE_INVALID'],
  ] as const)('refuses a token with the fault %s', async (tamper, code) => {
    const token = await api.token({ client: 'backend', tamper })
    expect((await fetch(`${api.url}/orders`, { headers: { authorization: token } })).status).toBe(401)
    expect(api.requests.at(-1)).toMatchObject({ code, path: '/orders', status: 401 })
  })

  it('judges the time of a known token on every call', async () => {
    const authorization = await api.token({ client: 'backend' })
    const status = async () => (await fetch(`${api.url}/orders`, { headers: { authorization } })).status
    expect(await status()).toBe(200)
    api.clock.advance(3600)
    expect(await status()).toBe(401)
    api.clock.advance(-3600)
    expect(await status()).toBe(200)
  })

  it('refuses what is too large and goes on with the connection', async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
    const post = (bytes: number) =>
      new Promise<[number, boolean]>((resolve, reject) => {
        const request = http.request(
          `${api.url}/files/x`,
          { method: 'POST', agent, headers: { 'content-length': bytes } },
          response => {
            response.resume().on('end', () => resolve([response.statusCode ?? 0, request.reusedSocket]))
          },
        )
        request.on('error', reject)
        request.end(Buffer.alloc(bytes, 'x'))
      })
    expect(await post(10 * 1024 * 1024)).toEqual([413, false])
    expect(await post(7 * 1024 * 1024)).toEqual([413, true])
    expect(await post(1000)).toEqual([200, true])
    agent.destroy()
  })

  it.each([
    ['a body', '€'.repeat(2_200_000), 413],
    // The function answers with its event as JSON in JSON, so each quote is written with three backslashes.
    ['a result', '€'.repeat(1_300_000) + '"'.repeat(800_000), 502],
  ])('counts the bytes of %s, not its characters', async (_, body, status) => {
    const response = await fetch(`${api.url}/files/x`, { method: 'POST', body })
    expect(response.status).toBe(status)
    expect(api.requests.at(-1)?.message).toContain('larger than 6 MB')
  })

  it('keeps only the beginning of a long body for its page', async () => {
    await fetch(`${api.url}/files/x`, { method: 'POST', body: 'x'.repeat(1_000_000) })
    const text = await firstEvents(origin, 'more characters')
    expect(text.length).toBeLessThan(100_000)
  })

  it('does not reveal to the caller what a function did wrong', async () => {
    const response = await fetch(`${api.url}/boom`)
    expect(await response.text()).toBe('{"message":"Internal server error"}')
    expect(api.requests.at(-1)).toMatchObject({ code: 'HANDLER_ERROR', status: 502 })
    expect(api.requests.at(-1)?.message).toContain('a secret of the function')
  })

  it('runs TypeScript with the esbuild that is installed next to it', async () => {
    const token = await api.token({ client: 'backend' })
    const response = await fetch(`${api.url}/typed`, { headers: { authorization: token } })
    expect(await response.json()).toEqual({ greeting: 'hello from TypeScript', known: true })
  })

  it('shows its own page, and the requests as they come', async () => {
    for (const at of [origin, new URL(api.issuer).origin]) {
      const page = await fetch(`${at}/_`)
      expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'sha256-/)
      expect(await page.text()).toContain('local test gateway')
    }
    const token = await api.token({ client: 'backend', scopes: ['com.example.api/read'] })
    await fetch(`${api.url}/orders`, { method: 'POST', headers: { authorization: token } })
    const text = await firstEvents(origin, 'SCOPE_MISSING')
    const last = JSON.parse(
      text
        .trim()
        .split('\n\n')
        .findLast(line => line.includes('SCOPE_MISSING'))
        ?.replace(/^data: /, '') ?? '',
    )
    expect(last).toMatchObject({
      log: { method: 'POST', path: '/orders', code: 'SCOPE_MISSING' },
      token: { claims: { scope: 'com.example.api/read' } },
      curl: expect.stringMatching(
        /^curl -i -X POST 'http:\/\/localhost:\d+\/dev\/orders' -H "authorization: \$TOKEN"/,
      ),
    })
    expect(text).not.toContain(token.split('.')[2])
  })

  it('asks every client at every endpoint', async () => {
    const cells = await api.matrix()
    expect(cells).toHaveLength(22)
    const at = (method: string, where: string) =>
      Object.fromEntries(
        cells
          .filter(cell => cell.method === method && cell.path === where)
          .map(cell => [cell.client, `${cell.status} ${cell.code}`]),
      )
    expect(at('POST', '/orders')).toEqual({ spa: '401 SCOPE_MISSING', backend: '200 ALLOWED' })
    expect(at('GET', '/profile')).toEqual({ spa: '200 ALLOWED', backend: '401 ACCESS_TOKEN_NOT_ACCEPTED' })
    expect(at('GET', '/health')).toEqual({ spa: '200 NO_AUTH', backend: '200 NO_AUTH' })
  })
})

describe('an HTTP API', () => {
  let api: LocalApi
  beforeAll(async () => {
    api = await orders('http')
  })
  afterAll(() => api.close())

  it('adds its CORS headers to every answer', async () => {
    const origin = 'http://localhost:5173'
    for (const where of ['/orders', '/health', '/nothing', '/boom']) {
      const response = await fetch(api.url + where, { headers: { origin } })
      expect(response.headers.get('access-control-allow-origin'), where).toBe(origin)
    }
    const stranger = await fetch(`${api.url}/health`, { headers: { origin: 'http://evil.example' } })
    expect(stranger.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('answers what the function returned without a status', async () => {
    const response = await fetch(`${api.url}/bad`)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.json()).toEqual({ hello: 'world' })
  })

  it('refuses with the challenge of its authorizer, without a content type', async () => {
    const token = await api.token({ client: 'backend', scopes: ['com.example.api/read'] })
    const response = await fetch(`${api.url}/orders`, { method: 'POST', headers: { authorization: token } })
    expect([
      response.status,
      response.headers.get('content-type'),
      response.headers.get('www-authenticate'),
    ]).toEqual([
      403,
      null,
      'Bearer scope="com.example.api/write" error="insufficient_scope" error_description="expected scopes: [com.example.api/write]"',
    ])
  })
})
