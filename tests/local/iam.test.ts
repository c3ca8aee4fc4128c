import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalApi, startLocal } from '@/local'
import { KEYS } from './orders'

const RESOURCE = 'https://mcp.example.com'

const spec = (type: 'rest' | 'http') => ({
  version: 1,
  service: 'signed',
  userPool: { source: 'new', name: 'users', domainPrefix: 'signed' },
  resourceServers: [
    { identifier: 'orders', name: 'Orders', scopes: [{ name: 'read', description: 'Read' }] },
    { identifier: 'https://other.example.com', name: 'Other', scopes: [] },
  ],
  clients: [
    { name: 'spa', scopes: ['openid', 'orders/read'], callbackUrls: ['http://localhost:5173/callback'] },
    { name: 'backend', grants: ['client_credentials'], generateSecret: true, scopes: ['orders/read'] },
  ],
  api: { type, name: 'signed', ...(type === 'http' && { additionalAudiences: [RESOURCE] }) },
  endpoints: [
    { method: 'GET', path: '/orders', scopes: ['orders/read'], handler: 'bin/orders.list' },
    { method: 'GET', path: '/signed', auth: 'iam', handler: 'bin/signed.get' },
  ],
})

describe.each(['rest', 'http'] as const)('an endpoint with AWS_IAM on a %s API', type => {
  let api: LocalApi
  beforeAll(async () => {
    api = await startLocal({ spec: spec(type), keys: KEYS, stub: true })
  })
  afterAll(() => api.close())

  const answered = async (authorization?: string) => {
    const response = await fetch(`${api.url}/signed`, { headers: authorization ? { authorization } : {} })
    return [response.status, (await response.json()).message, response.headers.get('x-amzn-errortype')]
  }

  it('answers a request without a signature as API Gateway does', async () => {
    expect(await answered()).toEqual(
      type === 'rest'
        ? [403, 'Missing Authentication Token', 'MissingAuthenticationTokenException']
        : [403, 'Forbidden', null],
    )
    expect(api.requests.at(-1)?.code).toBe('IAM_SIGNATURE_REQUIRED')
  })

  it('answers a good token as API Gateway does, and says why', async () => {
    const authorization = `Bearer ${await api.token({ client: 'spa' })}`
    const hash = createHash('sha256').update(authorization).digest('base64')
    expect(await answered(authorization)).toEqual(
      type === 'rest'
        ? [
            403,
            `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${hash}'.`,
            'IncompleteSignatureException',
          ]
        : [403, 'Forbidden', null],
    )
    expect(api.requests.at(-1)).toMatchObject({ code: 'IAM_SIGNATURE_REQUIRED', status: 403 })
    expect(api.requests.at(-1)?.message).toMatch(/signed with AWS credentials/)
  })

  it('refuses a signed request, which it cannot verify, and says so', async () => {
    const [status] = await answered(
      'AWS4-HMAC-SHA256 Credential=AKID/20261126/us-east-1/execute-api/aws4_request',
    )
    expect(status).toBe(403)
    expect(api.requests.at(-1)?.message).toMatch(/does not verify AWS signatures/)
  })

  it('is the same for every client', async () => {
    const signed = (await api.matrix()).filter(({ path }) => path === '/signed')
    const answer = { method: 'GET', path: '/signed', status: 403, code: 'IAM_SIGNATURE_REQUIRED' }
    expect(signed).toEqual(['spa', 'backend'].map(client => ({ ...answer, client })))
  })
})

describe('a token that is bound to a resource', () => {
  let api: LocalApi
  beforeAll(async () => {
    api = await startLocal({ spec: spec('http'), keys: KEYS, stub: true, autoLogin: 'ada' })
  })
  afterAll(() => api.close())

  const boundTo = async (resource: string) => {
    const origin = new URL(api.issuer).origin
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: api.client('spa').id,
      redirect_uri: 'http://localhost:5173/callback',
      scope: 'orders/read',
      resource,
    })
    const response = await fetch(`${origin}/oauth2/authorize?${query}`, { redirect: 'manual' })
    const back = new URL(response.headers.get('location') ?? '')
    const code = back.searchParams.get('code')
    if (code === null) return back.searchParams.get('error')
    const tokens = await fetch(`${origin}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: api.client('spa').id,
        redirect_uri: 'http://localhost:5173/callback',
        code,
      }),
    })
    const { access_token } = await tokens.json()
    const { status } = await fetch(`${api.url}/orders`, {
      headers: { authorization: `Bearer ${access_token}` },
    })
    return [status, api.requests.at(-1)?.code]
  }

  it('is accepted for an additional audience', async () => {
    expect(await boundTo(RESOURCE)).toEqual([200, 'ALLOWED'])
  })

  it('is refused for a resource server that is not an audience', async () => {
    expect(await boundTo('https://other.example.com')).toEqual([401, 'AUDIENCE_MISMATCH'])
  })

  it('stays bound after a refresh', async () => {
    const token = await api.token({
      client: 'spa',
      scopes: ['orders/read'],
      resource: RESOURCE,
      use: 'refresh',
    })
    const response = await fetch(`${new URL(api.issuer).origin}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: api.client('spa').id,
        refresh_token: token,
      }),
    })
    const { access_token } = await response.json()
    const claims = JSON.parse(Buffer.from(access_token.split('.')[1] ?? '', 'base64url').toString())
    expect(claims).toMatchObject({ aud: RESOURCE, client_id: api.client('spa').id })
  })

  it.each([
    [RESOURCE, 200, 'ALLOWED'],
    ['https://other.example.com', 401, 'AUDIENCE_MISMATCH'],
  ])('is minted for %s, too', async (resource, status, code) => {
    const authorization = await api.token({ client: 'spa', scopes: ['orders/read'], resource })
    const claims = JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString())
    expect(claims).toMatchObject({ aud: resource, client_id: api.client('spa').id })
    const response = await fetch(`${api.url}/orders`, { headers: { authorization } })
    expect([response.status, api.requests.at(-1)?.code]).toEqual([status, code])
  })

  it.each([
    [
      { client: 'spa', resource: 'https://unknown.example.com' },
      'resource: "https://unknown.example.com" is not one of',
    ],
    [{ client: 'spa', resource: 7 }, 'resource: expected a string'],
    [{ client: 'backend', resource: RESOURCE }, 'resource: backend uses client_credentials'],
  ])('is not minted by %j', async (body, reason) => {
    const response = await fetch(`${new URL(api.issuer).origin}/_local/token`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(400)
    expect((await response.json()).error).toContain(reason)
  })

  it('is not issued for anything else', async () => {
    expect(await boundTo('https://unknown.example.com')).toBe('invalid_request')
  })
})
