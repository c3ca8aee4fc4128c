import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advice } from '@/lib/token/advice'
import { decode } from '@/lib/token/decode'
import type { LocalApi } from '@/local'
import { control } from '@/local/issuer/control'
import { type Issuer, parseRequest } from '@/local/issuer/exchange'
import { CALLBACK, claimsOf, orders, signIn } from './orders'

let api: LocalApi
let origin: string
beforeAll(async () => {
  api = await orders('rest', {
    now: 1_759_345_800,
    users: {
      users: [
        {
          username: 'ada',
          groups: ['admins'],
          attributes: { email: 'ada@example.com', email_verified: true },
        },
        { username: 'bob', password: 'correct horse', claims: { access: { tenant: '7' } } },
        { username: 'eve', scopes: { add: ['com.example.api/admin'], suppress: ['email'] } },
      ],
    },
  })
  origin = new URL(api.issuer).origin
})
afterAll(() => api.close())

const authorizeUrl = (parameters: Record<string, string> = {}) =>
  `${origin}/oauth2/authorize?${new URLSearchParams({
    client_id: api.client('spa').id,
    response_type: 'code',
    redirect_uri: CALLBACK,
    ...parameters,
  })}`

const location = async (url: string, init: RequestInit = {}) =>
  (await fetch(url, { redirect: 'manual', ...init })).headers.get('location')

const post = async (path: string, form: Record<string, string>, headers: Record<string, string> = {}) => {
  const response = await fetch(origin + path, { method: 'POST', body: new URLSearchParams(form), headers })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  }
}

describe('authorize', () => {
  it.each([
    [
      'a redirect URI that is not listed',
      { redirect_uri: 'http://localhost:5173/other' },
      '/error?error=redirect_mismatch&client_id=',
    ],
    ['an unknown client', { client_id: 'nobody' }, '/error?error=Client+does+not+exist.&client_id=nobody'],
    [
      'a response type that does not exist',
      { response_type: 'id_token', state: 's' },
      `${CALLBACK}?error_description=response_type+is+code+or+token&error=invalid_request&state=s`,
    ],
    [
      'a scope the client may not have',
      { scope: 'com.example.api/write' },
      `${CALLBACK}?error=invalid_scope`,
    ],
    ['email without openid', { scope: 'email' }, `${CALLBACK}?error=invalid_scope`],
    [
      'a plain challenge',
      { code_challenge: 'x', code_challenge_method: 'plain' },
      `${CALLBACK}?error_description=code_challenge_method+is+S256&error=invalid_request`,
    ],
    ['no session and prompt none', { prompt: 'none' }, `${CALLBACK}?error=login_required`],
  ])('answers %s', async (_, parameters, expected) => {
    const found = (await location(authorizeUrl(parameters))) ?? ''
    expect(found.slice(0, expected.length)).toBe(expected)
  })

  it('sends the tokens of the implicit grant in the fragment', async () => {
    const returned = new URL(
      await signIn(authorizeUrl({ response_type: 'token', scope: 'openid', state: 'a b' })),
    )
    expect(returned.search).toBe('')
    const fragment = new URLSearchParams(returned.hash.slice(1))
    expect(fragment.get('state')).toBe('a b')
    const access = fragment.get('access_token') ?? ''
    const half = createHash('sha256').update(access).digest().subarray(0, 16).toString('base64url')
    expect(claimsOf(fragment.get('id_token') ?? '')).toMatchObject({ token_use: 'id', at_hash: half })
    expect(claimsOf(access)).toMatchObject({ scope: 'openid', token_use: 'access' })
  })

  it('issues the ids of Cognito: each is a UUID of version 4', async () => {
    const returned = new URL(await signIn(authorizeUrl({ response_type: 'token', scope: 'openid' })))
    const access = claimsOf(new URLSearchParams(returned.hash.slice(1)).get('access_token') ?? '')
    const { sub, jti, event_id, origin_jti } = access
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    for (const id of [sub, jti, event_id, origin_jti]) expect(id).toMatch(uuid)
  })

  it('remembers who has signed in until they sign out', async () => {
    const login = await fetch(new URL((await location(authorizeUrl())) ?? '', origin), {
      method: 'POST',
      body: new URLSearchParams({ username: 'ada' }),
      redirect: 'manual',
    })
    const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const headers = { cookie }
    expect(await location(authorizeUrl(), { headers })).toMatch(/\?code=/)
    expect(await location(authorizeUrl({ prompt: 'login' }), { headers })).toMatch(/^\/login/)
    expect(await location(authorizeUrl(), { headers: { cookie: `${cookie}x` } })).toMatch(/^\/login/)
    const id = api.client('spa').id
    const out = await fetch(`${origin}/logout?client_id=${id}&logout_uri=http://localhost:5173/`, {
      redirect: 'manual',
    })
    expect(out.headers.get('location')).toBe('http://localhost:5173/')
    expect(out.headers.get('set-cookie')).toMatch(/Max-Age=0/)
    expect(await location(`${origin}/logout?client_id=${id}&logout_uri=http://localhost:9/`)).toMatch(
      /^\/error\?error=redirect_mismatch/,
    )
  })

  it('asks for a password where there is one, and from its own page only', async () => {
    const login = new URL((await location(authorizeUrl())) ?? '', origin)
    const attempt = (form: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(login, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual', headers })
    expect((await attempt({ username: 'bob', password: 'wrong' })).status).toBe(400)
    expect((await attempt({ username: 'nobody' })).status).toBe(400)
    expect((await attempt({ username: 'bob', password: 'correct horse' })).status).toBe(302)
    expect((await attempt({ username: 'ada' }, { origin: 'https://evil.example' })).status).toBe(403)
  })

  it('shows a page that escapes what it was given', async () => {
    const page = await fetch(`${origin}/error?error=${encodeURIComponent('<script>alert(1)</script>')}`)
    expect(page.status).toBe(400)
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
    expect(await page.text()).not.toContain('<script')
  })
})

describe('token', () => {
  const backend = () => api.client('backend')
  const basic = () => `Basic ${Buffer.from(`${backend().id}:${backend().secret}`).toString('base64')}`
  const code = async (parameters: Record<string, string> = {}, username = 'ada') =>
    new URL(await signIn(authorizeUrl(parameters), username)).searchParams.get('code') ?? ''
  const exchange = async (form: Record<string, string>) =>
    post('/oauth2/token', {
      grant_type: 'authorization_code',
      client_id: api.client('spa').id,
      redirect_uri: CALLBACK,
      ...form,
    })

  it('issues the claims of a machine, by Basic and by the form', async () => {
    const { body } = await post(
      '/oauth2/token',
      { grant_type: 'client_credentials', scope: 'com.example.api/read' },
      { authorization: basic() },
    )
    expect(Object.keys(body)).toEqual(['access_token', 'expires_in', 'token_type'])
    const { id, secret = '' } = backend()
    expect(claimsOf(body.access_token)).toEqual({
      sub: id,
      token_use: 'access',
      scope: 'com.example.api/read',
      auth_time: 1_759_345_800,
      iss: api.issuer,
      exp: 1_759_349_400,
      iat: 1_759_345_800,
      version: 2,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
      client_id: id,
    })
    const again = await post('/oauth2/token', {
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: secret,
    })
    expect(claimsOf(again.body.access_token).scope).toBe('com.example.api/read com.example.api/write')
  })

  it.each<[string, Record<string, string>, string]>([
    ['no grant type', {}, 'invalid_request'],
    ['another grant type', { grant_type: 'password' }, 'unsupported_grant_type'],
    [
      'a scope the client may not have',
      { grant_type: 'client_credentials', scope: 'com.example.api/admin' },
      'invalid_scope',
    ],
    [
      'a grant the client may not use',
      { grant_type: 'authorization_code', code: 'x' },
      'unauthorized_client',
    ],
    [
      'a refresh token of nobody',
      { grant_type: 'refresh_token', refresh_token: 'a.b.c.d.e' },
      'invalid_grant',
    ],
  ])('answers 400 to %s', async (_, form, error) => {
    const { status, body, headers } = await post('/oauth2/token', form, { authorization: basic() })
    expect([status, body]).toEqual([400, { error }])
    expect(headers.get('access-control-allow-origin')).toBe('*')
  })

  it('answers 400 to a client without its secret, and 405 to GET', async () => {
    const { body } = await post('/oauth2/token', {
      grant_type: 'client_credentials',
      client_id: backend().id,
    })
    expect(body).toEqual({ error: 'invalid_client' })
    expect((await fetch(`${origin}/oauth2/token`)).status).toBe(405)
  })

  it('takes a code once, with its redirect URI, within five minutes', async () => {
    const first = await code()
    expect((await exchange({ code: first })).body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 })
    expect((await exchange({ code: first })).body).toEqual({ error: 'invalid_grant' })
    expect((await exchange({ code: await code(), redirect_uri: 'http://localhost:5173/x' })).body).toEqual({
      error: 'invalid_grant',
    })
    const late = await code()
    api.clock.advance(301)
    expect((await exchange({ code: late })).body).toEqual({ error: 'invalid_grant' })
    api.clock.advance(-301)
  })

  it('demands the verifier of a challenge', async () => {
    const verifier = 'v'.repeat(43)
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    const challenged = () => code({ code_challenge: challenge, code_challenge_method: 'S256' })
    expect((await exchange({ code: await challenged() })).body).toEqual({ error: 'invalid_grant' })
    expect((await exchange({ code: await challenged(), code_verifier: `${verifier}w` })).body).toEqual({
      error: 'invalid_grant',
    })
    expect((await exchange({ code: await challenged(), code_verifier: verifier })).status).toBe(200)
  })

  it('issues the claims of a user, with groups, the changes of a trigger, and a refresh token of five parts', async () => {
    const { body } = await exchange({ code: await code({ scope: 'openid email com.example.api/read' }) })
    expect(claimsOf(body.access_token)).toMatchObject({
      username: 'ada',
      'cognito:groups': ['admins'],
      scope: 'openid email com.example.api/read',
    })
    expect(claimsOf(body.access_token)).not.toHaveProperty('aud')
    expect(claimsOf(body.id_token)).toMatchObject({ aud: api.client('spa').id, email: 'ada@example.com' })
    expect(body.refresh_token.split('.')).toHaveLength(5)
    expect(JSON.parse(Buffer.from(body.refresh_token.split('.')[0], 'base64url').toString())).toEqual({
      cty: 'JWT',
      enc: 'A256GCM',
      alg: 'RSA-OAEP',
    })
    const bob = new URL(authorizeUrl())
    const login = new URL((await location(bob.href)) ?? '', origin)
    const signed = await location(login.href, {
      method: 'POST',
      body: new URLSearchParams({ username: 'bob', password: 'correct horse' }),
    })
    const tokens = await exchange({ code: new URL(signed ?? '').searchParams.get('code') ?? '' })
    expect(claimsOf(tokens.body.access_token)).toMatchObject({ username: 'bob', tenant: '7' })
    const eve = await exchange({ code: await code({ scope: 'openid email' }, 'eve') })
    expect(claimsOf(eve.body.access_token).scope).toBe('openid com.example.api/admin')
  })

  it('revokes refresh tokens only', async () => {
    const { id, secret = '' } = backend()
    const token = await api.token({ client: 'spa', user: 'ada', use: 'refresh' })
    const revoke = (form: Record<string, string>) => post('/oauth2/revoke', form)
    expect((await revoke({ token: 'x', client_id: api.client('spa').id })).body).toEqual({
      error: 'unsupported_token_type',
    })
    expect((await revoke({ token, client_id: id, client_secret: secret })).body).toEqual({
      error: 'invalid_request',
    })
    expect((await revoke({ token, client_id: api.client('spa').id })).status).toBe(200)
    const again = await post('/oauth2/token', {
      grant_type: 'refresh_token',
      refresh_token: token,
      client_id: api.client('spa').id,
    })
    expect(again.body).toEqual({ error: 'invalid_grant' })
  })
})

describe('userInfo', () => {
  const ask = async (headers: Record<string, string>) => {
    const response = await fetch(`${origin}/oauth2/userInfo`, { headers })
    return [response.status, await response.json()]
  }

  it('needs an access token with openid', async () => {
    const bearer = async (request: Parameters<LocalApi['token']>[0]) =>
      ask({ authorization: `Bearer ${await api.token(request)}` })
    expect(await bearer({ client: 'spa', user: 'ada' })).toEqual([
      200,
      expect.objectContaining({ username: 'ada' }),
    ])
    for (const request of [
      { client: 'spa', scopes: ['com.example.api/read'] },
      { client: 'spa', use: 'id' },
      { client: 'spa', tamper: 'signature' },
      { client: 'spa', expiresIn: -1 },
      { client: 'backend' },
    ] as const)
      expect((await bearer(request))[0], JSON.stringify(request)).toBe(401)
    expect((await ask({}))[0]).toBe(400)
  })
})

describe('discovery', () => {
  it('says where everything is, and lists both keys', async () => {
    const document = await (await fetch(`${api.issuer}/.well-known/openid-configuration`)).json()
    expect(document).toMatchObject({
      issuer: api.issuer,
      jwks_uri: api.jwksUri,
      token_endpoint: `${origin}/oauth2/token`,
    })
    const response = await fetch(api.jwksUri)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect((await response.json()).keys).toHaveLength(2)
  })
})

describe('control', () => {
  const token = (body: object, headers: Record<string, string> = {}) =>
    fetch(`${origin}/_local/token`, { method: 'POST', body: JSON.stringify(body), headers })

  it('makes tokens and says what is wrong with a request', async () => {
    expect((await token({ client: 'spa' })).status).toBe(200)
    for (const [body, name] of [
      [{ client: 'nobody' }, /spa, backend/],
      [{ client: 'backend', user: 'ada' }, /user/],
      [{ client: 'backend', use: 'id' }, /id/],
      [{ client: 'spa', use: 'id', scopes: ['com.example.api/read'] }, /openid/],
      [{ client: 'spa', scopes: ['com.example.api/write'] }, /com\.example\.api\/write/],
      [{ client: 'spa', user: 'adda' }, /"ada"/],
      [{ client: 'spa', claims: { iss: 'x' } }, /claims\.iss/],
      [{ client: 'spa', expire: 1 }, /"expiresIn"/],
      [{ client: 'spa', tamper: 'all' }, /tamper/],
      [{}, /client/],
    ] as const) {
      const response = await token(body)
      expect(response.status).toBe(400)
      expect((await response.json()).error).toMatch(name)
    }
  })

  it('makes tokens that the inspector recognises as local', async () => {
    const titles = (token: string) => advice(decode(token)).map(({ title }) => title)
    expect(titles(await api.token({ client: 'backend' }))).toEqual(['A test token of the local gateway'])
    expect(titles(await api.token({ client: 'backend', tamper: 'issuer' }))).toEqual(['Not from a user pool'])
  })

  it('is closed to web pages', async () => {
    const asPage: readonly Record<string, string>[] = [
      { origin: 'http://localhost:5173' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of asPage) {
      const response = await token({ client: 'spa' }, headers)
      expect(response.status).toBe(403)
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it.each([
    ['127.0.0.1', 404],
    ['127.0.0.53', 404],
    ['::1', 404],
    ['192.168.1.7', 403],
    ['::2', 403],
    ['1127.0.0.1', 403],
  ])('is for this machine alone: from %s it is %i', async (sourceIp, status) => {
    const request = parseRequest({
      method: 'GET',
      path: '/_local/other',
      query: '',
      headers: [],
      body: new Uint8Array(),
      sourceIp,
      port: 4001,
      scheme: 'http',
    })
    // Neither answer needs the pool.
    expect((await control({} as Issuer, request)).status).toBe(status)
  })

  it('lists clients and moves the clock', async () => {
    expect(await (await fetch(`${origin}/_local/clients`)).json()).toEqual({
      clients: [
        { name: 'spa', ...api.client('spa') },
        { name: 'backend', ...api.client('backend') },
      ],
    })
    const before = api.clock.now()
    await fetch(`${origin}/_local/clock`, { method: 'POST', body: '{"advance":60}' })
    expect(api.clock.now()).toBe(before + 60)
    expect((await fetch(`${origin}/_local/clock`, { method: 'POST', body: '{}' })).status).toBe(400)
  })
})
