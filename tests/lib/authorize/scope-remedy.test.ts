import { describe, expect, it } from 'vitest'
import type { Spec } from '@/lib/document/spec'
import { said, spec, user, verdicts } from './situation'

const [app] = spec('rest').clients
const READ = 'com.example.api/read'
const WRITE = 'com.example.api/write'
const client = (name: string, scopes: readonly string[]): Spec['clients'][number] => ({
  ...app!,
  name,
  scopes: [...scopes],
})
const remedy = (scope: string, path: string, clients: Spec['clients']) =>
  verdicts('rest', { ...user, scope }, { spec: { clients } })[path]!.remedy

describe('the scopes that a fix requests', () => {
  const web = client('web', ['openid', 'email', READ])
  const phone = client('phone', ['openid', 'profile', READ, WRITE])

  it('are those of the token that the named client may request, and the missing one', () => {
    const { scope, tokenRequest } = remedy('openid email profile', '/write', [web, phone])
    expect(scope).toBe(`openid profile ${WRITE}`)
    expect(tokenRequest).toBe(
      `Request it: scope=openid profile ${WRITE}. The client phone is allowed to; web is not.`,
    )
  })

  it('name every client that may not request them', () => {
    const tv = client('tv', ['openid'])
    expect(remedy('openid', '/write', [web, phone, tv]).tokenRequest).toBe(
      `Request it: scope=openid ${WRITE}. The client phone is allowed to; web and tv are not.`,
    )
  })

  it('come from the client that keeps most of the token, in the order of the token', () => {
    expect(remedy('email openid', '/read', [phone, web])).toMatchObject({
      scope: `email openid ${READ}`,
      tokenRequest: expect.stringContaining('The client web'),
    })
  })

  it.each(['read', 'com.example.api/Read', 'other/scope'])('leave out %s', scope => {
    expect(remedy(`openid ${scope}`, '/read', [web]).scope).toBe(`openid ${READ}`)
  })

  it.each([
    ['read', /read is only the name of the scope; the full scope is com\.example\.api\/read/],
    ['com.example.api/READ', /differs from com\.example\.api\/read in upper and lower case/],
  ])('the message points out %s', (scope, pattern) => {
    expect(verdicts('rest', { ...user, scope })['/read']!.message).toMatch(pattern)
  })
})

describe('a trigger of the spec', () => {
  const trigger = (version: 'V2_0' | 'V3_0') => {
    const { userPool } = spec('rest')
    if (userPool.source !== 'new') throw new Error('a new pool is needed')
    return { userPool: { ...userPool, preTokenGeneration: { handler: 'src/claims.handler', version } } }
  }
  const none = { clients: [client('web', ['openid'])] }
  const remedyOf = (claims: object, version: 'V2_0' | 'V3_0', more: Partial<Spec> = none) =>
    verdicts('rest', { ...user, ...claims }, { spec: { ...more, ...trigger(version) } })['/read']!.remedy

  it('can add a scope that no client may request', () => {
    expect(remedyOf({ scope: 'openid' }, 'V2_0').template).toMatch(
      / Or let the trigger src\/claims\.handler add it\.$/,
    )
  })

  it('is named to who signs in by the SDK', () => {
    expect(remedyOf({ scope: 'aws.cognito.signin.user.admin' }, 'V2_0', {}).template).toBe(
      `Or add ${READ} in the trigger src/claims.handler.`,
    )
  })
})

describe('a token of an SDK sign-in', () => {
  const SIGN_IN = 'aws.cognito.signin.user.admin'

  it('has no custom scopes: sign in elsewhere, or add a trigger', () => {
    const { scope, tokenRequest, template } = remedy(SIGN_IN, '/read', spec('rest').clients)
    expect(scope).toBeUndefined()
    expect(tokenRequest).toContain('/oauth2/authorize')
    expect(template).toContain('V2_0')
  })

  it('with scopes that nothing declares got them from a trigger, which can add more', () => {
    const { scope, tokenRequest, template } = remedy(
      `${SIGN_IN} tenant/a tenant/b`,
      '/read',
      spec('rest').clients,
    )
    expect(scope).toBeUndefined()
    expect(tokenRequest).toBe(
      `A pre token generation trigger must have added tenant/a and tenant/b: let it add ${READ} too.`,
    )
    expect(template).toContain('/oauth2/authorize')
  })

  it('is not assumed when its other scopes are declared', () => {
    expect(remedy(`${SIGN_IN} openid ${READ}`, '/write', spec('rest').clients).scope).toContain(WRITE)
  })
})

describe('a resource-bound token at an HTTP API', () => {
  const bound = (aud: unknown, clientIds: readonly string[]) =>
    said(verdicts('http', { ...user, aud }, { clientIds })['/read']!)

  it('is rejected even if the clients are not known, because no client ID is a URL', () => {
    expect(bound('https://mcp.example.com', [])).toBe('401 AUDIENCE_MISMATCH')
    expect(bound(['https://mcp.example.com', 'client-1'], [])).toBe('200 ALLOWED')
    expect(bound('client-1', [])).toBe('200 ALLOWED')
  })
})
