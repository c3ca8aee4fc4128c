import { describe, expect, it } from 'vitest'
import { type SampleRequest, sampleClaims } from '@/lib/token/sample-claims'
import { expectGolden } from '../../golden'

const APP: SampleRequest['client'] = {
  name: 'app',
  grants: ['authorization_code'],
  scopes: ['openid', 'email', 'com.example.api/read', 'com.example.api/write'],
  tokenValidity: { accessTokenMinutes: 15, idTokenMinutes: 30 },
}
const MACHINE: SampleRequest['client'] = {
  name: 'machine',
  grants: ['client_credentials'],
  scopes: ['com.example.api/read'],
}
const NOW = 1_759_345_200

const request = (more: Partial<SampleRequest>): SampleRequest => ({
  client: APP,
  use: 'access',
  now: NOW,
  region: 'eu-west-1',
  ...more,
})

function claims(more: Partial<SampleRequest>): Readonly<Record<string, unknown>> {
  const sample = sampleClaims(request(more))
  if (!sample.ok) throw new Error(sample.reason)
  return sample.claims
}
const refusal = (more: Partial<SampleRequest>) => {
  const sample = sampleClaims(request(more))
  return sample.ok ? undefined : sample.reason
}

/** The example values too: the same request has the same token, today and after an update. */
it('makes these', () => {
  const samples = [
    claims({}),
    claims({ use: 'id', groups: ['admins'], userPoolId: 'eu-west-1_AbCdEf123', clientId: '1example' }),
    claims({ use: 'id', client: { ...APP, scopes: ['openid', 'phone', 'profile'] } }),
    claims({ client: MACHINE }),
    claims({ resource: 'https://api.example', addedScopes: ['a/b'], triggerVersion: 'V2_0' }),
  ]
  expectGolden(`${JSON.stringify(samples, null, 1)}\n`, import.meta.dirname, 'words', 'samples.txt')
})

describe('sampleClaims', () => {
  it('gives a user the access token of the token endpoint', () => {
    const token = claims({ scopes: ['openid', 'com.example.api/read'] })
    expect(Object.keys(token)).toEqual([
      'sub',
      'iss',
      'version',
      'client_id',
      'origin_jti',
      'event_id',
      'token_use',
      'scope',
      'auth_time',
      'exp',
      'iat',
      'jti',
      'username',
    ])
    expect(token).toMatchObject({
      token_use: 'access',
      version: 2,
      scope: 'openid com.example.api/read',
      iat: NOW,
      auth_time: NOW,
      exp: NOW + 15 * 60,
    })
    expect(token.iss).toMatch(/^https:\/\/cognito-idp\.eu-west-1\.amazonaws\.com\/eu-west-1_[A-Za-z0-9]+$/)
    expect(token.client_id).toMatch(/^[a-z0-9]{26}$/)
    for (const id of [token.jti, token.sub])
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89a][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('gives a machine no user: sub is the client id', () => {
    const token = claims({ client: MACHINE })
    expect(Object.keys(token)).toEqual([
      'sub',
      'token_use',
      'scope',
      'auth_time',
      'iss',
      'exp',
      'iat',
      'version',
      'jti',
      'client_id',
    ])
    expect(token.version).toBe(2)
    expect(token.sub).toBe(token.client_id)
    expect(token.exp).toBe(NOW + 3600)
  })

  it('gives an ID token aud and attributes, and no scope', () => {
    const token = claims({ use: 'id' })
    expect(token).toMatchObject({
      token_use: 'id',
      'cognito:username': 'my-test-user',
      email: 'my-test-user@example.com',
      email_verified: true,
      exp: NOW + 30 * 60,
    })
    expect(token.aud).toBe(claims({}).client_id)
    for (const absent of ['scope', 'client_id', 'version', 'username'])
      expect(token).not.toHaveProperty(absent)
    expect(claims({ use: 'id', scopes: ['openid'] })).not.toHaveProperty('email')
  })

  it('asks for every scope of the client when none is chosen', () => {
    expect(claims({}).scope).toBe(APP.scopes.join(' '))
  })

  it('has the groups of the user, and the scopes that a trigger adds to access tokens', () => {
    const more = {
      groups: ['editors'],
      addedScopes: ['com.example.api/admin', 'openid'],
      triggerVersion: 'V2_0',
    } as const
    const token = claims({ scopes: ['openid'], ...more })
    expect(Object.keys(token).slice(0, 2)).toEqual(['sub', 'cognito:groups'])
    expect(token).toMatchObject({
      'cognito:groups': ['editors'],
      scope: 'openid com.example.api/admin',
    })
    expect(claims({ use: 'id', ...more })).toMatchObject({ 'cognito:groups': ['editors'] })
    expect(claims({ use: 'id', ...more })).not.toHaveProperty('scope')
    expect(
      claims({ client: MACHINE, addedScopes: ['com.example.api/admin'], triggerVersion: 'V3_0' }),
    ).toMatchObject({ scope: 'com.example.api/read com.example.api/admin' })
  })

  it('has the resource that it is bound to as the audience, next to the client', () => {
    const bound = claims({ resource: 'https://mcp.example.com' })
    expect(bound).toMatchObject({ aud: 'https://mcp.example.com', client_id: expect.any(String) })
    expect(claims({})).not.toHaveProperty('aud')
    const id = claims({ use: 'id', resource: 'https://mcp.example.com' })
    expect(id.aud).toBe(claims({ use: 'id' }).aud)
  })

  it('takes the ids of a deployment', () => {
    const token = claims({ userPoolId: 'us-west-2_AbC', clientId: 'real' })
    expect(token).toMatchObject({
      iss: 'https://cognito-idp.us-west-2.amazonaws.com/us-west-2_AbC',
      client_id: 'real',
    })
  })

  it('is pure: the same request, the same claims; another client, another id', () => {
    expect(sampleClaims(request({}))).toEqual(sampleClaims(request({})))
    expect(claims({}).client_id).not.toBe(claims({ client: { ...APP, name: 'app2' } }).client_id)
    expect(claims({}).jti).not.toBe(claims({ now: NOW + 1 }).jti)
    // Both tokens of one sign-in name it, and each has an id of its own.
    const [access, id] = [claims({}), claims({ use: 'id' })]
    expect(id).toMatchObject({ origin_jti: access.origin_jti, event_id: access.event_id })
    expect(id.jti).not.toBe(access.jti)
  })

  it.each<[string, Partial<SampleRequest>, string]>([
    [
      'a scope the client lacks',
      { scopes: ['com.example.api/delete'] },
      'app may not request com.example.api/delete',
    ],
    ['no scope', { scopes: [] }, 'at least one scope'],
    ['an ID token for a machine', { client: MACHINE, use: 'id' }, 'no user signs in'],
    ['an ID token without openid', { use: 'id', scopes: ['com.example.api/read'] }, 'openid'],
    [
      'an added scope without a trigger',
      { addedScopes: ['com.example.api/admin'] },
      'the user pool has none',
    ],
    [
      'a scope that a V2_0 trigger adds for a machine',
      { client: MACHINE, addedScopes: ['com.example.api/admin'], triggerVersion: 'V2_0' },
      'V3_0',
    ],
    [
      'a resource of a machine',
      { client: MACHINE, resource: 'https://mcp.example.com' },
      'only tokens of users',
    ],
    ['groups of a machine', { client: MACHINE, groups: ['editors'] }, 'no groups'],
  ])('refuses %s, as Cognito does', (_name, more, reason) => {
    expect(refusal(more)).toContain(reason)
  })
})
