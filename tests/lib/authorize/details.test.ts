import { describe, expect, it } from 'vitest'
import { compact, HEADER } from '../token/compact'
import { ISSUER, id, NOW, POOL, type Told, UPDATED_ISSUER, user, verdicts } from './situation'

/** What one check says about the first endpoint: its result, what it found, and what to do first. */
function found(type: 'rest' | 'http', token: object | string, told: Told, name: string) {
  const verdict = verdicts(type, token, told)['/read']!
  const check = verdict.checks.find(each => each.name === name)!
  return [check.outcome, check.detail, verdict.remedy?.tokenRequest]
}

const MISSING = 'the token has neither aud nor client_id'
/** Two bytes of base64url more, or less, than the 256 bytes of RS256. */
const signedWith = (bytes: number) =>
  compact(HEADER, user).replace(/[^.]*$/, Buffer.alloc(bytes, 1).toString('base64url'))

describe('a request without a token', () => {
  it('is told which token each sort of endpoint requires, and which checks did not run', () => {
    const said = verdicts('rest', undefined, {})
    expect(said['/read']?.remedy?.tokenRequest).toContain('Send an access token with com.example.api/read')
    expect(said['/profile']?.remedy?.tokenRequest).toContain('Send an ID token')
    const names = (path: string) => said[path]?.checks.map(({ name }) => name)
    expect(names('/read')).toContain('Scope')
    expect(names('/profile')).not.toContain('Scope')
  })
})

describe('what the audience check says', () => {
  it.each<[string, object, Told, readonly unknown[]]>([
    ['an access token', user, {}, ['passed', 'client_id is client-1', undefined]],
    [
      'an ID token, which has no scopes',
      id,
      {},
      [
        'passed',
        'aud is client-1',
        'ID tokens have no scopes. Send the access token, requested with com.example.api/read or com.example.api/write.',
      ],
    ],
    [
      'a client before the clients are known',
      user,
      { clientIds: [] },
      ['assumed', 'client_id is client-1, assumed to be one of the deployed clients', undefined],
    ],
    [
      'neither claim before the clients are known',
      { ...user, client_id: undefined },
      { clientIds: [] },
      ['assumed', `${MISSING}, assumed to be one of the deployed clients`, undefined],
    ],
    [
      'another client',
      { ...user, client_id: 'other' },
      { clientIds: ['client-1', 'client-2'] },
      [
        'failed',
        'client_id is other; expected client-1 or client-2',
        'Get the token with one of the clients of this API.',
      ],
    ],
    [
      'a resource before the clients are known',
      { ...user, aud: 'https://api.example.com' },
      { clientIds: [] },
      [
        'failed',
        'aud is https://api.example.com; expected the clients of this API',
        'Request the token without resource=.',
      ],
    ],
  ])('%s', (_, token, told, expected) => {
    expect(found('http', token, told, 'Audience')).toEqual(expected)
  })
})

describe('what the issuer check says', () => {
  const foreign = 'https://login.example.com'
  it.each<[string, string, Told, readonly unknown[]]>([
    ['the pool', ISSUER, {}, ['passed', `iss is ${ISSUER}`, undefined]],
    [
      'no user pool, the pool known',
      foreign,
      {},
      ['failed', `iss is ${foreign}; expected ${ISSUER}`, `Get the token from user pool ${POOL}.`],
    ],
    [
      'no user pool, the pool not known',
      foreign,
      { userPoolId: undefined },
      [
        'failed',
        `iss is ${foreign}; expected a user pool in us-east-1`,
        "Get the token from this API's user pool.",
      ],
    ],
    [
      'the updated issuer',
      UPDATED_ISSUER,
      {},
      ['failed', `iss is ${UPDATED_ISSUER}, the updated issuer of ${POOL}`, undefined],
    ],
  ])('%s', (_, iss, told, expected) => {
    for (const type of ['rest', 'http'] as const)
      expect(found(type, { ...user, iss }, told, 'Issuer'), type).toEqual(expected)
  })
})

describe('what the signature check says of a length that no pool makes', () => {
  it.each([
    [255, /incomplete: it has 255 of 256 bytes/],
    [257, /has 257 bytes; Cognito's have 256/],
    [256, /does not match/],
  ])('%i bytes', (bytes, message) => {
    expect(verdicts('rest', signedWith(bytes), { signature: 'invalid' })['/read']!.message).toMatch(message)
  })
})

describe('what the time check says of a token issued', () => {
  it.each([
    ['now', NOW, { rest: undefined, http: 'passed' }],
    ['in a second', NOW + 1, { rest: expect.stringMatching(/^iat is in the future/), http: 'failed' }],
  ] as const)('%s', (_, iat, expected) => {
    const token = { ...user, iat }
    expect(found('rest', token, {}, 'Time')[0]).toBe('passed')
    expect(found('http', token, {}, 'Time')[0]).toBe(expected.http)
    expect(verdicts('rest', token, {})['/read']!.unverified).toEqual(expected.rest)
  })
})

it('a reason that AWS does not document is named in the header as an invalid token, and no more', () => {
  for (const token of [
    { ...user, iss: 'https://login.example.com' },
    { ...user, nbf: user.exp - 1 },
  ])
    expect(verdicts('http', token)['/read']!.response).toEqual({
      body: '{"message":"Unauthorized"}',
      headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
      remark: 'The header also has an error_description that is not documented.',
    })
})
