import { describe, expect, it } from 'vitest'
import type { Spec } from '@/lib/document/spec'
import { ISSUER, id, NOW, spec, user, verdicts } from './situation'

const outcomes = (type: 'rest' | 'http', token: object | undefined, path = '/read', told = {}) =>
  verdicts(type, token, told)[path]!.checks.map(({ name, outcome }) => `${name}: ${outcome}`)

describe('the order of the checks', () => {
  // A token with every fault at once loses them one by one, from the first check to the last.
  const worst = { ...id, iss: 'https://example.com', aud: 'other', exp: NOW - 1 }
  const mended: readonly (readonly [rest: string, http: string, token: object, told: object])[] = [
    ['ISSUER_MISMATCH', 'ISSUER_MISMATCH', worst, { signature: 'invalid' }],
    ['SIGNATURE_INVALID', 'SIGNATURE_INVALID', { ...worst, iss: ISSUER }, { signature: 'invalid' }],
    ['TOKEN_EXPIRED', 'AUDIENCE_MISMATCH', { ...worst, iss: ISSUER }, {}],
    ['TOKEN_EXPIRED', 'TOKEN_EXPIRED', { ...worst, iss: ISSUER, aud: 'client-1' }, {}],
    ['ID_TOKEN_NOT_ACCEPTED', 'SCOPE_MISSING', { ...worst, iss: ISSUER, aud: 'client-1', exp: NOW + 1 }, {}],
    ['SCOPE_MISSING', 'SCOPE_MISSING', { ...user, scope: 'openid' }, {}],
    ['ALLOWED', 'ALLOWED', user, {}],
  ]
  it.each(mended)('%s on REST, %s on HTTP', (rest, http, token, told) => {
    expect(verdicts('rest', token, told)['/read']!.code).toBe(rest)
    expect(verdicts('http', token, told)['/read']!.code).toBe(http)
  })

  it('shows every step, those after the failing one as not reached', () => {
    expect(outcomes('rest', { ...user, exp: 1 })).toEqual([
      'Token present: passed',
      'Well-formed: passed',
      'Issuer: passed',
      'Signature: passed',
      'Time: failed',
      'Token type: not-reached',
      'Scope: not-reached',
    ])
    expect(outcomes('http', user, '/profile', { signature: 'not-checked', clientIds: [] })).toEqual([
      'Token present: passed',
      'Well-formed: passed',
      'Issuer: passed',
      'Signature: assumed',
      'Audience: assumed',
      'Time: passed',
    ])
    expect(outcomes('rest', undefined)[0]).toBe('Token present: failed')
    expect(
      outcomes('rest', undefined)
        .slice(1)
        .every(line => line.endsWith('not-reached')),
    ).toBe(true)
    expect(outcomes('rest', user, '/health')).toEqual(['Authorization required: passed'])
  })

  it('has exactly one failed check when denied and none when allowed', () => {
    for (const type of ['rest', 'http'] as const)
      for (const token of [user, id, { ...user, exp: 1 }, undefined])
        for (const verdict of Object.values(verdicts(type, token)))
          expect(verdict.checks.filter(({ outcome }) => outcome === 'failed')).toHaveLength(
            verdict.allowed ? 0 : 1,
          )
  })
})

describe('what to do about it', () => {
  const fixOf = (token: object, path: string, more: Partial<Spec> = {}) =>
    verdicts('rest', token, { spec: more })[path]!.remedy

  it('is in the token request where a client may ask for the scope', () => {
    expect(fixOf(user, '/write')).toEqual({
      scope: 'openid com.example.api/read com.example.api/write',
      tokenRequest:
        'Request it: scope=openid com.example.api/read com.example.api/write. The client user-pool-client is allowed to.',
    })
  })

  it('is in the template where no client may', () => {
    const clients = spec('rest').clients.map(client => ({
      ...client,
      scopes: ['openid', 'com.example.api/read'],
    }))
    expect(fixOf(user, '/write', { clients })).toEqual({
      template: 'No client may request it: add com.example.api/write to the scopes of a client and deploy.',
    })
  })

  it('explains that an SDK sign-in can never get the scope', () => {
    const remedy = fixOf({ ...user, scope: 'aws.cognito.signin.user.admin' }, '/read')
    expect(remedy.tokenRequest).toContain('/oauth2/authorize')
    expect(remedy.template).toContain('V2_0')
  })

  it('names the client that fits the holder of the token', () => {
    const [app] = spec('rest').clients
    const clients: Spec['clients'] = [
      { ...app!, name: 'web' },
      {
        ...app!,
        name: 'nightly',
        grants: ['client_credentials'],
        generateSecret: true,
        scopes: ['com.example.api/write'],
      },
    ]
    const machine = { ...user, sub: 'client-1', username: undefined, scope: 'com.example.api/read' }
    expect(fixOf(machine, '/write', { clients }).tokenRequest).toBe(
      'Request it: scope=com.example.api/write. The client nightly is allowed to.',
    )
    expect(verdicts('rest', { ...machine, exp: 1 }, { spec: { clients } })['/write']!.fix).toContain(
      'client_credentials',
    )
  })

  it('is empty when the call is allowed, and one text of all parts otherwise', () => {
    expect(verdicts('rest', user)['/read']!.fix).toBe('')
    for (const verdict of Object.values(verdicts('rest', user))) {
      if (verdict.allowed) continue
      expect(verdict.fix).not.toBe('')
      for (const part of Object.values(verdict.remedy)) expect(verdict.fix).toContain(part)
    }
  })
})
