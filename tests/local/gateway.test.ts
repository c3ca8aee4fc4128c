import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type LocalApi, type LocalOptions, startLocal } from '@/local'
import { HANDLERS, KEYS, orders, specs, users } from './orders'

const EVENT = async (event: object) => ({ statusCode: 200, body: JSON.stringify(event) })

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

  it('keeps only the beginning of a long body for its page', async () => {
    await fetch(`${api.url}/files/x`, { method: 'POST', body: 'x'.repeat(1_000_000) })
    const text = await firstEvents(origin, 'more characters')
    expect(text.length).toBeLessThan(100_000)
  })

  it('tells the caller nothing of what a function did wrong', async () => {
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

describe('handlers', () => {
  let dir: string
  let api: LocalApi | undefined
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true })
    writeFileSync(path.join(dir, name), text)
  }
  const start = async (options: LocalOptions = {}): Promise<LocalApi> => {
    api = await startLocal({ spec: specs.rest, handlers: dir, keys: KEYS, ...options })
    return api
  }
  const health = async (): Promise<[number, string]> => {
    const response = await fetch(`${api?.url}/health`)
    return [response.status, await response.text()]
  }
  beforeEach(() => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'local-test-'))
  })
  afterEach(async () => {
    await api?.close()
    rmSync(dir, { recursive: true, force: true })
  })

  it('are read again when they or what they import change', async () => {
    write(
      'bin/echo.mjs',
      `import { word } from '../lib/word.mjs'\nexport const handler = async () => ({ statusCode: 200, body: word })`,
    )
    write('lib/word.mjs', `export const word = 'one'`)
    await start()
    expect(await health()).toEqual([200, 'one'])
    write('lib/word.mjs', `export const word = 'three'`)
    expect(await health()).toEqual([200, 'three'])
    write('bin/echo.mjs', `export const handler = async () => ({ statusCode: 200, body: 'four!' })`)
    expect(await health()).toEqual([200, 'four!'])
    write('bin/echo.mjs', 'export const handler = async () => {')
    expect((await health())[0]).toBe(502)
    write('bin/echo.mjs', `export const handler = async () => ({ statusCode: 200, body: 'mended' })`)
    expect(await health()).toEqual([200, 'mended'])
  })

  it('that are missing are an error, or with stub answer their event', async () => {
    await start()
    expect((await health())[0]).toBe(502)
    await api?.close()
    await start({ stub: true })
    const [status, body] = await health()
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({ resource: '/health' })
  })

  it.each([
    [
      'takes too long',
      `export const handler = () => new Promise(resolve => setTimeout(resolve, 60_000))`,
      504,
      'TIMEOUT',
    ],
    ['never comes back', `export const handler = async () => { for (;;); }`, 504, 'TIMEOUT'],
    ['ends its process', `export const handler = async () => process.exit(3)`, 502, 'HANDLER_ERROR'],
    [
      'throws later',
      `export const handler = () => new Promise(() => setTimeout(() => { throw new Error('late') }, 1))`,
      502,
      'HANDLER_ERROR',
    ],
    [
      'takes a callback',
      `export const handler = (event, context, callback) => callback(null, {})`,
      502,
      'HANDLER_ERROR',
    ],
    ['has no such export', `export const other = 1`, 502, 'HANDLER_ERROR'],
    [
      'answers with a circle',
      `export const handler = async () => { const a = {}; a.a = a; return a }`,
      502,
      'HANDLER_ERROR',
    ],
    [
      'breaks a header',
      `export const handler = async () => ({ statusCode: 200, headers: { a: 'b\\r\\nc: d' } })`,
      502,
      'HANDLER_ERROR',
    ],
  ])('one that %s is answered', async (_, text, status, code) => {
    write('bin/echo.mjs', text)
    const local = await start({ timeout: 1 })
    expect((await health())[0]).toBe(status)
    expect(local.requests.at(-1)).toMatchObject({ code, status })
  })

  it('get their environment and no credentials', async () => {
    write('vars.env', '# ours\nTABLE="orders"\n')
    write(
      'bin/echo.mjs',
      `export const handler = async () => ({ statusCode: 200, body: JSON.stringify(process.env) })`,
    )
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not for functions')
    try {
      await start({ env: path.join(dir, 'vars.env') })
      const env = JSON.parse((await health())[1])
      expect(env).toMatchObject({ TABLE: 'orders', AWS_REGION: 'us-east-1', _HANDLER: 'bin/echo.handler' })
      expect(env).not.toHaveProperty('AWS_SECRET_ACCESS_KEY')
    } finally {
      vi.unstubAllEnvs()
    }
  })

  it('can be functions of the test', async () => {
    await start({ handlers: { 'bin/echo.handler': EVENT } })
    expect((await health())[0]).toBe(200)
  })

  it('of a spec that changes are served at once, by the same issuer', async () => {
    const file = path.join(dir, 'wizard.json')
    const spec = JSON.parse(JSON.stringify(specs.rest))
    writeFileSync(file, JSON.stringify(spec))
    const local = await start({ spec: file, handlers: { 'bin/echo.handler': EVENT } })
    const authorization = await local.token({ client: 'backend' })
    spec.stage = 'test'
    spec.endpoints.push({
      method: 'GET',
      path: '/new',
      scopes: ['com.example.api/read'],
      handler: 'bin/echo.handler',
    })
    writeFileSync(file, JSON.stringify(spec))
    const origin = new URL(local.url).origin
    expect((await fetch(`${origin}/test/new`, { headers: { authorization } })).status).toBe(200)
    expect(local.url).toBe(`${origin}/test`)
    writeFileSync(file, '{')
    expect((await fetch(`${origin}/test/new`, { headers: { authorization } })).status).toBe(200)
  })
})

describe('an upstream', () => {
  const seen: http.IncomingMessage[] = []
  const server = http.createServer((request, response) => {
    seen.push(request)
    response.writeHead(201, { 'x-upstream': 'yes' }).end('made')
  })
  let upstream: string
  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    upstream = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base`
  })
  afterAll(() => server.close())

  it('gets allowed requests, with claims that only the gateway can set', async () => {
    const api = await startLocal({ spec: specs.rest, users: { users }, keys: KEYS, upstream })
    const authorization = await api.token({ client: 'backend' })
    const headers = { authorization, 'x-amzn-request-context': '{"authorizer":{"claims":{"sub":"forged"}}}' }
    const response = await fetch(`${api.url}/orders?a=1`, { headers })
    expect([response.status, response.headers.get('x-upstream'), await response.text()]).toEqual([
      201,
      'yes',
      'made',
    ])
    const context = JSON.parse(String(seen.at(-1)?.headers['x-amzn-request-context']))
    expect(context.authorizer.claims.client_id).toBe(api.client('backend').id)
    expect(seen.at(-1)?.url).toBe('/base/orders?a=1')
    await fetch(`${api.url}/orders`)
    expect(seen).toHaveLength(1)
    await api.close()
  })

  it('that is down is a 502 with its reason in the log', async () => {
    const api = await startLocal({ spec: specs.http, keys: KEYS, upstream: 'http://127.0.0.1:9' })
    expect((await fetch(`${api.url}/health`)).status).toBe(502)
    expect(api.requests.at(-1)).toMatchObject({ code: 'UPSTREAM_ERROR' })
    await api.close()
  })
})

describe('startLocal', () => {
  it.each<[string, LocalOptions, RegExp]>([
    ['a preset that does not exist', { spec: 'no-such-preset' }, /presets are .*single-page-app/],
    ['an invalid spec', { spec: { version: 1 } }, /service/],
    [
      'users with an unknown field',
      { spec: specs.rest, users: { users: [{ username: 'a', group: [] }] } },
      /users\.0\.group.*"groups"/,
    ],
    [
      'a user twice',
      { spec: specs.rest, users: { users: [{ username: 'a' }, { username: 'a' }] } },
      /users\.1\.username/,
    ],
    ['a users file that is missing', { spec: specs.rest, users: 'no-such-file.json' }, /no-such-file/],
    ['an address others can reach', { spec: specs.rest, host: '0.0.0.0' }, /--unsafe-host/],
    ['a port that is none', { spec: specs.rest, port: 70_000 }, /port 70000/],
    ['an upstream that is no URL', { spec: specs.rest, upstream: 'localhost' }, /upstream/],
  ])('refuses %s', async (_, options, reason) => {
    await expect(startLocal(options)).rejects.toThrow(reason)
  })

  it('refuses to start in production and on a port that is taken', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    await expect(startLocal({ spec: specs.rest })).rejects.toThrow(/NODE_ENV/)
    vi.unstubAllEnvs()
    const api = await orders('http')
    const port = Number(new URL(api.url).port)
    await expect(startLocal({ spec: specs.rest, port })).rejects.toThrow(new RegExp(`port ${port} is taken`))
    await api.close()
    await api.close()
  })

  it('makes equal tokens with the same keys, seed and time', async () => {
    const dir = mkdtempSync(path.join(os.tmpdir(), 'local-test-'))
    const keys = path.join(dir, 'keys.json')
    const once = async () => {
      const api = await orders('rest', {
        keys,
        seed: 'a',
        now: 1_759_345_800,
        issuer: 'aws',
        users: { users },
      })
      const tokens = [await api.token({ client: 'spa', user: 'ada' }), await api.token({ client: 'backend' })]
      await api.close()
      return tokens
    }
    expect(await once()).toEqual(await once())
    expect(readFileSync(keys, 'utf8')).toContain('"access"')
    rmSync(dir, { recursive: true })
  })

  it('names the clients there are', async () => {
    const api = await orders('rest', { handlers: HANDLERS })
    expect(() => api.client('nobody')).toThrow(/spa, backend/)
    await expect(api.token({ client: 'nobody' })).rejects.toThrow(/spa, backend/)
    await api.close()
  })
})
