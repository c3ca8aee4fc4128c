import { describe, expect, it } from 'vitest'
import { advice } from '@/lib/token/advice'
import { decode } from '@/lib/token/decode'
import { explainClaims } from '@/lib/token/explain-claims'
import { explainScopes } from '@/lib/token/explain-scopes'
import { headline } from '@/lib/token/headline'
import { duration, relativeTime } from '@/lib/token/relative-time'
import { summarize } from '@/lib/token/summarize'
import { compact, HEADER, segment } from './compact'

const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_ExAmPlE'

/** Every claim that the AWS guide's pages on the two tokens name. */
const COGNITO_CLAIMS = [
  ...[
    'sub',
    'device_key',
    'cognito:groups',
    'iss',
    'version',
    'client_id',
    'origin_jti',
    'event_id',
    'token_use',
  ],
  ...['scope', 'auth_time', 'exp', 'iat', 'jti', 'username', 'aud', 'nonce', 'at_hash', 'cognito:username'],
  ...['cognito:roles', 'cognito:preferred_role', 'identities', 'email', 'email_verified', 'phone_number'],
  ...['phone_number_verified', 'acr', 'amr', 'given_name', 'family_name', 'name', 'custom:tenant', 'address'],
]

describe('explain', () => {
  it('explains every claim of Cognito, with a source', () => {
    const token = decode(
      compact(HEADER, {
        token_use: 'access',
        ...Object.fromEntries(
          COGNITO_CLAIMS.filter(name => !['exp', 'iat', 'aud', 'token_use'].includes(name)).map(name => [
            name,
            'x',
          ]),
        ),
        exp: 1,
        iat: 1,
        aud: 'x',
      }),
    )
    expect(token.problems).toEqual([])
    const unknown = explainClaims(token).filter(claim => !claim.known)
    expect(unknown).toEqual([])
    for (const claim of explainClaims(token)) expect(claim.known?.source.url).toMatch(/^https:\/\//)
  })

  it('explains the header parameters of signed and of encrypted tokens', () => {
    const header = { alg: 'RS256', kid: 'k', typ: 'JWT', enc: 'A256GCM', cty: 'JWT', zip: 'DEF' }
    const claims = explainClaims(decode(compact(header, {})))
    expect(claims.filter(({ known }) => known).map(({ name }) => name)).toEqual([
      'alg',
      'kid',
      'typ',
      'enc',
      'cty',
    ])
  })

  it('shows what is in the token, as written and in its order', () => {
    const token = decode(
      compact({ alg: 'RS256' }, '{"exp":1759348800,"tenant":"a\\u0062","n":12345678901234567890,"l":[1, 2]}'),
    )
    expect(
      explainClaims(token).map(({ segment, name, value, known, time }) => [
        segment,
        name,
        value,
        known !== undefined,
        time,
      ]),
    ).toEqual([
      ['header', 'alg', 'RS256', true, undefined],
      ['claims', 'exp', '1759348800', true, 1759348800],
      ['claims', 'tenant', 'ab', false, undefined],
      ['claims', 'n', '12345678901234567890', false, undefined],
      ['claims', 'l', '[1, 2]', false, undefined],
    ])
  })

  it.each([
    ['id', 'aud', 'app client'],
    ['access', 'aud', 'resource'],
    ['id', 'token_use', 'An ID token'],
    ['access', 'token_use', 'An access token'],
    ['id', 'sub', 'which never changes.'],
    ['access', 'sub', 'the client ID'],
  ])('means in an %s token by %s: %s', (token_use, name, meaning) => {
    const claims = explainClaims(decode(compact(HEADER, { token_use, aud: 'x', sub: 'y' })))
    expect(claims.find(claim => claim.name === name)?.known?.meaning).toContain(meaning)
  })
})

describe('profile', () => {
  const of = (claims: object) => summarize(decode(compact(HEADER, claims)))

  it('distinguishes a user from a machine', () => {
    expect(of({ token_use: 'access', client_id: 'c', sub: 'c' }).subject).toBe('machine')
    expect(of({ token_use: 'access', client_id: 'c', sub: 'u', username: 'n' }).subject).toBe('user')
    expect(of({ token_use: 'id', aud: 'c', sub: 'u' }).subject).toBe('user')
    expect(of({ iss: 'https://example.com' }).subject).toBeUndefined()
  })

  it('recognises an SDK sign-in by its only scope', () => {
    const scope = 'aws.cognito.signin.user.admin'
    expect(of({ token_use: 'access', scope }).sdkSignIn).toBe(true)
    expect(of({ token_use: 'access', scope: `${scope} openid` }).sdkSignIn).toBe(false)
    expect(of({ token_use: 'access' }).sdkSignIn).toBe(false)
  })

  it('sorts scopes and finds pool and client', () => {
    const found = of({
      token_use: 'access',
      client_id: 'c1',
      iss: ISSUER,
      scope: 'openid aws.cognito.signin.user.admin com.example.api/read',
    })
    expect(found.scopes.map(({ kind }) => kind)).toEqual(['oidc', 'reserved', 'custom'])
    expect(found).toMatchObject({
      clientId: 'c1',
      issuer: { userPoolId: 'us-east-1_ExAmPlE', region: 'us-east-1' },
    })
    expect(of({ token_use: 'id', aud: 'c2' }).clientId).toBe('c2')
  })

  it('describes scopes from the spec, and says which it does not declare', () => {
    const found = of({ token_use: 'access', scope: 'email com.example.api/read com.example.api/export' })
    const declared = new Map([['com.example.api/read', 'Read access']])
    expect(explainScopes(found, declared).map(({ meaning, undeclared }) => [meaning, undeclared])).toEqual([
      ["The user's email address, in the ID token and userInfo.", undefined],
      ['Read access', undefined],
      ['No resource server here declares it.', true],
    ])
  })
})

describe('advice', () => {
  it.each([
    [
      'Access token · machine',
      [],
      compact(HEADER, { iss: ISSUER, token_use: 'access', client_id: 'c', sub: 'c' }),
    ],
    [
      'Access token · user, SDK sign-in',
      ['SDK_SIGN_IN'],
      compact(HEADER, {
        iss: ISSUER,
        token_use: 'access',
        scope: 'aws.cognito.signin.user.admin',
        username: 'n',
      }),
    ],
    ['ID token · user', ['ID_TOKEN'], compact(HEADER, { iss: ISSUER, token_use: 'id' })],
    ['Refresh token', ['REFRESH_TOKEN'], `${segment({ enc: 'A256GCM' })}.a.b.c.d`],
    ['JWT of another issuer', ['NOT_COGNITO'], compact(HEADER, { iss: 'https://example.com' })],
    ['Access token', ['UNSIGNED'], compact({ alg: 'none' }, { iss: ISSUER, token_use: 'access' }, '')],
    ['Access token', ['OTHER_ALGORITHM'], compact({ alg: 'HS256' }, { iss: ISSUER, token_use: 'access' })],
    [
      'Access token',
      ['UPDATED_ISSUER', 'RESOURCE_BOUND'],
      compact(HEADER, {
        iss: ISSUER.replace('cognito', 'issuer-cognito'),
        token_use: 'access',
        aud: 'https://x',
      }),
    ],
    ['Not a token', [], 'garbage'],
    [
      'ID token · user',
      ['ID_TOKEN', 'TOO_LONG'],
      compact(HEADER, { iss: ISSUER, token_use: 'id', groups: 'g'.repeat(8000) }),
    ],
    ['Broken token', ['NOT_COGNITO'], `${segment(HEADER)}.${segment({ a: 1 })}`],
  ])('%s %j', (line, codes, text) => {
    const token = decode(text)
    expect(headline(token)).toBe(line)
    expect(advice(token).map(({ code }) => code)).toEqual(codes)
  })
})

describe('advice on expiry', () => {
  const codes = (exp: unknown, now?: number) =>
    advice(decode(compact(HEADER, { iss: ISSUER, token_use: 'access', exp })), now).map(({ code }) => code)

  it('comes first, from the second of exp on, and only when the time is known', () => {
    expect(codes(100, 100)).toEqual(['EXPIRED'])
    expect(codes(101, 100)).toEqual([])
    expect(codes(100)).toEqual([])
    expect(codes(undefined, 100)).toEqual([])
  })
})

describe('relative time', () => {
  it.each([
    [0, 'now'],
    [1, 'in 1 second'],
    [-1, '1 second ago'],
    [45, 'in 45 seconds'],
    [60, 'in 1 minute'],
    [-60 * 48, '48 minutes ago'],
    [3600 * 5 + 1, 'in 5 hours'],
    [-86_400 * 3, '3 days ago'],
    [2_629_800 * 2, 'in 2 months'],
    [31_557_600 * 1000, 'in 1,000 years'],
  ])('%i seconds: %s', (distance, text) => {
    expect(relativeTime(1_759_345_200 + distance, 1_759_345_200)).toBe(text)
  })

  it('gives a bare duration', () => {
    expect(duration(720)).toBe('12 minutes')
  })
})
