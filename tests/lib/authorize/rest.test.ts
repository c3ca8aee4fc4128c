import { describe, expect, it } from 'vitest'
import { segment } from '../token/compact'
import { all, ISSUER, id, NOW, POOL, said, type Told, UPDATED_ISSUER, user, verdicts } from './situation'

const OPEN = '200 NO_AUTH'
const every = (answer: string) => [answer, answer, answer, OPEN]

describe('REST API, Cognito authorizer', () => {
  it.each<[string, object | string | undefined, Told, readonly string[]]>([
    ['no token', undefined, {}, every('401 TOKEN_MISSING')],
    ['an empty token', '', {}, every('401 TOKEN_MISSING')],
    ['not a JWT', 'abc', {}, every('401 TOKEN_MALFORMED')],
    ['a refresh token', `${segment({ enc: 'A256GCM' })}.a.b.c.d`, {}, every('401 REFRESH_TOKEN')],
    ['a bad signature', user, { signature: 'invalid' }, every('401 SIGNATURE_INVALID')],
    ['an unknown kid', user, { signature: 'no-key' }, every('401 SIGNATURE_INVALID')],
    [
      'alg none, even unchecked',
      user,
      { signature: 'not-checked', header: { alg: 'none' } },
      every('401 SIGNATURE_INVALID'),
    ],
    [
      'alg HS256, whatever was found',
      user,
      { header: { kid: 'k', alg: 'HS256' } },
      every('401 SIGNATURE_INVALID'),
    ],
    ['no alg', user, { header: { kid: 'k' } }, every('401 SIGNATURE_INVALID')],
    ['expired', { ...user, exp: NOW - 1 }, {}, every('401 TOKEN_EXPIRED')],
    ['expiring this second', { ...user, exp: NOW }, {}, every('401 TOKEN_EXPIRED')],
    ['not yet valid', { ...user, nbf: NOW + 1 }, {}, every('401 TOKEN_NOT_YET_VALID')],
    [
      'another pool',
      { ...user, iss: ISSUER.replace(POOL, 'us-east-1_Other') },
      {},
      every('401 ISSUER_MISMATCH'),
    ],
    [
      'another Region',
      { ...user, iss: ISSUER.replaceAll('us-east-1', 'us-east-2') },
      {},
      every('401 ISSUER_MISMATCH'),
    ],
    ['a trailing slash', { ...user, iss: `${ISSUER}/` }, {}, every('401 ISSUER_MISMATCH')],
    ['no issuer', { ...user, iss: undefined }, {}, every('401 ISSUER_MISMATCH')],
    ['the updated issuer', { ...user, iss: UPDATED_ISSUER }, {}, every('401 ISSUER_MISMATCH')],
    [
      'another client of the pool',
      { ...user, client_id: 'other' },
      {},
      ['200 ALLOWED', '401 SCOPE_MISSING', '401 ACCESS_TOKEN_NOT_ACCEPTED', OPEN],
    ],
    [
      'an access token',
      user,
      {},
      ['200 ALLOWED', '401 SCOPE_MISSING', '401 ACCESS_TOKEN_NOT_ACCEPTED', OPEN],
    ],
    ['an ID token', id, {}, ['401 ID_TOKEN_NOT_ACCEPTED', '401 ID_TOKEN_NOT_ACCEPTED', '200 ALLOWED', OPEN]],
    [
      'an access token with both scopes',
      { ...user, scope: 'com.example.api/write com.example.api/read' },
      {},
      ['200 ALLOWED', '200 ALLOWED', '401 ACCESS_TOKEN_NOT_ACCEPTED', OPEN],
    ],
    [
      'an SDK sign-in',
      { ...user, scope: 'aws.cognito.signin.user.admin' },
      {},
      ['401 SCOPE_MISSING', '401 SCOPE_MISSING', '401 ACCESS_TOKEN_NOT_ACCEPTED', OPEN],
    ],
    [
      'no scope claim',
      { ...user, scope: undefined },
      {},
      ['401 SCOPE_MISSING', '401 SCOPE_MISSING', '401 ACCESS_TOKEN_NOT_ACCEPTED', OPEN],
    ],
    [
      'an abbreviated scope',
      { ...user, scope: 'read' },
      {},
      ['401 SCOPE_MISSING', '401 SCOPE_MISSING', '401 ACCESS_TOKEN_NOT_ACCEPTED', OPEN],
    ],
    [
      'a scope in other letters',
      { ...user, scope: 'com.example.api/Read' },
      {},
      ['401 SCOPE_MISSING', '401 SCOPE_MISSING', '401 ACCESS_TOKEN_NOT_ACCEPTED', OPEN],
    ],
    [
      'scp instead of scope',
      { ...user, scope: undefined, scp: 'com.example.api/read' },
      {},
      ['401 SCOPE_MISSING', '401 SCOPE_MISSING', '401 ACCESS_TOKEN_NOT_ACCEPTED', OPEN],
    ],
    [
      'a resource-bound access token',
      { ...user, aud: 'https://api.example.com' },
      {},
      ['200 ALLOWED', '401 SCOPE_MISSING', '401 ACCESS_TOKEN_NOT_ACCEPTED', OPEN],
    ],
    [
      'a JWT without token_use, with a scope',
      { ...user, token_use: undefined },
      {},
      ['200 ALLOWED', '401 SCOPE_MISSING', '401 ACCESS_TOKEN_NOT_ACCEPTED', OPEN],
    ],
    [
      'a JWT without token_use, with a scope and no client',
      { ...user, token_use: undefined, client_id: undefined },
      {},
      ['200 ALLOWED', '401 SCOPE_MISSING', '401 ACCESS_TOKEN_NOT_ACCEPTED', OPEN],
    ],
    [
      'a JWT without token_use, with a client and no scope',
      { ...user, token_use: undefined, scope: undefined },
      {},
      ['401 SCOPE_MISSING', '401 SCOPE_MISSING', '401 ACCESS_TOKEN_NOT_ACCEPTED', OPEN],
    ],
    [
      'a JWT without token_use, with aud alone',
      { ...id, token_use: undefined },
      {},
      ['401 SCOPE_MISSING', '401 SCOPE_MISSING', '200 ALLOWED', OPEN],
    ],
  ])('%s', (_name, token, told, expected) => {
    expect(all(verdicts('rest', token, told))).toEqual(expected)
  })

  it('answers what AWS answers', () => {
    const body = (token: object, told: Told = {}) => verdicts('rest', token, told)['/write']!.response
    expect(body(user)).toEqual({
      body: '{"message":"Unauthorized"}',
      headers: { 'x-amzn-ErrorType': 'UnauthorizedException' },
    })
    expect(body({ ...user, exp: 1 })?.body).toBe('{"message":"The incoming token has expired"}')
    expect(verdicts('rest', user)['/read']!.response).toBeUndefined()
  })

  it('responds to a missing scope with 401, which is no longer called unverified', () => {
    const verdict = verdicts('rest', user)['/write']!
    expect(said(verdict)).toBe('401 SCOPE_MISSING')
    expect(verdict.message).not.toContain('403')
    expect(verdict.unverified).toBeUndefined()
  })

  it('words the updated issuer as unverified', () => {
    const verdict = verdicts('rest', { ...user, iss: UPDATED_ISSUER })['/read']!
    expect(verdict.message).toContain('Unverified')
    expect(verdict.remedy.deployment).toContain('ORIGINAL')
  })
})

describe('what is not known is taken as right, and said', () => {
  it('compares the Region of the issuer before the ID of a new pool is known', () => {
    const region = (iss: unknown) => verdicts('rest', { ...user, iss }, { userPoolId: undefined })['/read']!
    const same = region(ISSUER.replace(POOL, 'us-east-1_Other'))
    expect(said(same)).toBe('200 ALLOWED')
    expect(same.checks.find(({ name }) => name === 'Issuer')).toMatchObject({ outcome: 'assumed' })
    expect(same.message).toContain('Assumed: issuer.')

    const other = region(ISSUER.replaceAll('us-east-1', 'eu-west-1'))
    expect(said(other)).toBe('401 ISSUER_MISMATCH')
    expect(other.message).toMatch(/eu-west-1.*us-east-1/)
    expect(other.remedy.template).toContain('eu-west-1')
    expect(other.remedy.tokenRequest).toContain('us-east-1')
  })

  it.each([
    ['another issuer', 'https://example.com'],
    ['no issuer', undefined],
    ['an issuer that is not a string', 7],
    ['the updated issuer', UPDATED_ISSUER],
  ])('rejects %s whatever the pool is', (_name, iss) => {
    for (const userPoolId of [undefined, POOL]) {
      const code = verdicts('rest', { ...user, iss }, { userPoolId })['/read']!.code
      expect(code).toBe(iss === 7 ? 'TOKEN_MALFORMED' : 'ISSUER_MISMATCH')
    }
  })

  it('uses the existing pool that a spec names, unless the option overrides it', () => {
    const existing = {
      userPool: { source: 'existing', userPoolId: 'us-east-1_Other', managedLogin: false },
    } as const
    const told = { spec: existing, userPoolId: undefined }
    expect(said(verdicts('rest', user, told)['/read']!)).toBe('401 ISSUER_MISMATCH')
    expect(said(verdicts('rest', user, { spec: existing, userPoolId: POOL })['/read']!)).toBe('200 ALLOWED')
  })

  it('takes an unchecked signature as right', () => {
    const verdict = verdicts('rest', user, { signature: 'not-checked' })['/read']!
    expect(said(verdict)).toBe('200 ALLOWED')
    expect(verdict.message).toContain('signature')
  })

  it('words a token without exp, without token_use or issued in the future as unverified', () => {
    for (const token of [
      { ...user, exp: undefined },
      { ...user, token_use: undefined },
      { ...user, iat: NOW + 60 },
    ]) {
      const verdict = verdicts('rest', token)['/read']!
      expect(said(verdict)).toBe('200 ALLOWED')
      expect(verdict.message).toContain('Unverified')
    }
  })
})
