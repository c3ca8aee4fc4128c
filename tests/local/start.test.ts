import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { JwtVerifier } from 'aws-jwt-verify'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type LocalOptions, startLocal } from '@/local'
import { HANDLERS, KEYS, orders, specs, users } from './orders'

const ENV = path.join(path.dirname(KEYS), 'variables.env')
writeFileSync(ENV, 'NAME=value\n')

describe('an upstream', () => {
  const seen: http.IncomingMessage[] = []
  const server = http.createServer((request, response) => {
    seen.push(request)
    // Headers and the beginning of a body, and then nothing more.
    if (request.url?.endsWith('/orders/slow')) return void response.writeHead(200).write('so far ')
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

  it.each([
    ['rest', 504, 'Endpoint request timed out'],
    ['http', 503, 'Service Unavailable'],
  ] as const)('that is too slow is what a %s API makes of it', async (type, status, message) => {
    const api = await startLocal({
      spec: specs[type],
      users: { users },
      keys: KEYS,
      upstream,
      timeout: 0.2,
    })
    const authorization = `Bearer ${await api.token({ client: 'spa', user: 'ada' })}`
    const response = await fetch(`${api.url}/orders/slow`, { headers: { authorization } })
    expect([response.status, await response.json()]).toEqual([status, { message }])
    expect(api.requests.at(-1)).toMatchObject({ code: 'TIMEOUT' })
    await api.close()
  })

  it('can be used with handlers for a trigger, which it does not replace', async () => {
    const spec = JSON.parse(JSON.stringify(specs.rest))
    spec.userPool.preTokenGeneration = { handler: 'src/typed.handler' }
    const api = await startLocal({
      spec,
      handlers: HANDLERS,
      keys: KEYS,
      upstream,
      upstreamClaims: 'header',
    })
    expect((await fetch(`${api.url}/health`)).status).toBe(201)
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
    [
      'a user to sign in who does not exist',
      { spec: specs.rest, users: { users }, autoLogin: 'adda' },
      /auto-login: there is no user "adda". Did you mean "ada"/,
    ],
    [
      'a user to sign in where no client signs users in',
      { spec: 'machine-to-machine', autoLogin: 'ada' },
      /--auto-login requires a client with the grant authorization_code or implicit/,
    ],
    [
      'a folder of handlers that is missing',
      { spec: specs.rest, handlers: 'no-such' },
      /no folder "no-such"/,
    ],
    ['an address others can reach', { spec: specs.rest, host: '0.0.0.0' }, /--unsafe-host/],
    ['a port that is none', { spec: specs.rest, port: 70_000 }, /port 70000/],
    ['a certificate without an end', { spec: specs.rest, https: '/dev/zero,/dev/zero' }, /8 MiB/],
    ['an upstream that is no URL', { spec: specs.rest, upstream: 'localhost' }, /upstream/],
    [
      'an upstream next to stubs',
      { spec: specs.rest, upstream: 'http://localhost:3000', stub: true },
      /--upstream and --stub/,
    ],
    [
      'an upstream next to handlers',
      { spec: specs.rest, upstream: 'http://localhost:3000', handlers: HANDLERS },
      /--upstream and --handlers/,
    ],
    [
      'an upstream next to variables of handlers',
      { spec: specs.rest, upstream: 'http://localhost:3000', env: ENV },
      /--upstream and --env/,
    ],
    ['variables for functions of this process', { spec: specs.rest, handlers: {}, env: ENV }, /process\.env/],
    ['claims for no upstream', { spec: specs.rest, upstreamClaims: 'header' }, /requires --upstream/],
    ['permission for an address without one', { spec: specs.rest, unsafeHost: true }, /requires --host/],
    [
      'an option that does not exist',
      Object.fromEntries([['handler', HANDLERS]]),
      /handler: unknown option\. Did you mean "handlers"/,
    ],
  ])('refuses %s', async (_, options, reason) => {
    await expect(startLocal(options)).rejects.toThrow(reason)
  })

  it('refuses to start in production and on a port that is in use', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    await expect(startLocal({ spec: specs.rest })).rejects.toThrow(/NODE_ENV/)
    vi.unstubAllEnvs()
    vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'dev-orders')
    await expect(startLocal({ spec: specs.rest })).rejects.toThrow(/inside a Lambda function/)
    vi.unstubAllEnvs()
    const api = await orders('http')
    const port = Number(new URL(api.url).port)
    await expect(startLocal({ spec: specs.rest, port })).rejects.toThrow(new RegExp(`port ${port} is in use`))
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
    const api = await orders('rest')
    expect(() => api.client('nobody')).toThrow(/spa, backend/)
    await expect(api.token({ client: 'nobody' })).rejects.toThrow(/spa, backend/)
    await api.close()
  })
})

describe('HTTPS', () => {
  it('is spoken by both servers', async () => {
    const file = (name: string) => path.join(import.meta.dirname, 'tls', name)
    const ca = readFileSync(file('cert.pem'))
    const get = (url: string, headers: Record<string, string> = {}) =>
      new Promise<[number | undefined, string]>((resolve, reject) => {
        https
          .get(url, { ca, headers, agent: false }, response => {
            let body = ''
            response.on('data', chunk => {
              body += chunk
            })
            response.on('end', () => resolve([response.statusCode, body]))
          })
          .on('error', reject)
      })
    const api = await orders('http', { https: `${file('cert.pem')},${file('key.pem')}` })
    expect([api.url, api.issuer]).toEqual([
      expect.stringMatching(/^https:/),
      expect.stringMatching(/^https:/),
    ])
    const authorization = await api.token({ client: 'backend' })
    const [status, body] = await get(`${api.url}/orders`, { authorization })
    expect([status, JSON.parse(body).headers['x-forwarded-proto']]).toEqual([200, 'https'])
    const verifier = JwtVerifier.create([{ issuer: api.issuer, audience: null, jwksUri: api.jwksUri }])
    verifier.cacheJwks(JSON.parse((await get(api.jwksUri))[1]), api.issuer)
    expect(await verifier.verify(authorization)).toMatchObject({ iss: api.issuer })
    expect(await api.matrix()).toContainEqual(
      expect.objectContaining({ path: '/orders', method: 'GET', client: 'spa', status: 200 }),
    )
    await api.close()
  })

  it('needs both files', async () => {
    await expect(startLocal({ spec: specs.rest, https: 'cert.pem' })).rejects.toThrow(/CERT,KEY/)
    await expect(startLocal({ spec: specs.rest, https: 'no.pem,no.pem' })).rejects.toThrow(/mkcert/)
  })
})

describe('a template', () => {
  it.each(['cloudformation.yaml', 'sam.yaml', 'serverless.yaml'])(
    'is served through the import: %s',
    async name => {
      const template = path.join(import.meta.dirname, '../cases/example', name)
      const api = await startLocal({ spec: template, stub: true, keys: KEYS })
      expect(await api.matrix()).toContainEqual(
        expect.objectContaining({ path: '/myevent', status: 200, code: 'ALLOWED' }),
      )
      expect((await fetch(`${api.url}/myevent`)).status).toBe(401)
      await api.close()
    },
  )

  it('without an API is refused', async () => {
    const dir = mkdtempSync(path.join(os.tmpdir(), 'local-test-'))
    const template = path.join(dir, 'template.yml')
    writeFileSync(template, 'Resources: {}')
    await expect(startLocal({ spec: template })).rejects.toThrow(/no REST or HTTP API/)
    rmSync(dir, { recursive: true })
  })
})

describe('an existing user pool', () => {
  it('gives its id to the local one, and a token of the real one is explained', async () => {
    const spec = {
      ...specs.rest,
      userPool: { source: 'existing', userPoolId: 'us-east-1_AbCdEf123', managedLogin: false },
    }
    const api = await startLocal({ spec, stub: true, keys: KEYS, issuer: 'aws' })
    expect(api.issuer).toBe('https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123')
    const real = await api.token({ client: 'backend', tamper: 'kid' })
    expect((await fetch(`${api.url}/orders`, { headers: { authorization: real } })).status).toBe(401)
    expect(api.requests.at(-1)?.message).toMatch(/real user pool us-east-1_AbCdEf123/)
    await api.close()
  })
})
