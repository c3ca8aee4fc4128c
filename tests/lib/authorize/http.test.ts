import { describe, expect, it } from 'vitest'
import { segment } from '../token/compact'
import { all, ISSUER, id, NOW, said, type Told, UPDATED_ISSUER, user, verdicts } from './situation'

const URL = 'https://mcp.example.com'
const OPEN = '200 NO_AUTH'
const every = (answer: string) => [answer, answer, answer, OPEN]

describe('HTTP API, JWT authorizer', () => {
  it.each<[string, object | string | undefined, Told, readonly string[]]>([
    ['no token', undefined, {}, every('401 TOKEN_MISSING')],
    ['not a JWT', 'abc', {}, every('401 TOKEN_MALFORMED')],
    ['a refresh token', `${segment({ enc: 'A256GCM' })}.a.b.c.d`, {}, every('401 REFRESH_TOKEN')],
    ['a bad signature', user, { signature: 'invalid' }, every('401 SIGNATURE_INVALID')],
    ['expired', { ...user, exp: NOW }, {}, every('401 TOKEN_EXPIRED')],
    ['not before', { ...user, nbf: NOW + 1 }, {}, every('401 TOKEN_NOT_YET_VALID')],
    [
      'not before this second',
      { ...user, nbf: NOW },
      {},
      ['200 ALLOWED', '403 SCOPE_MISSING', '200 ALLOWED', OPEN],
    ],
    ['issued in the future', { ...user, iat: NOW + 1 }, {}, every('401 TOKEN_NOT_YET_VALID')],
    [
      'issued this second',
      { ...user, iat: NOW },
      {},
      ['200 ALLOWED', '403 SCOPE_MISSING', '200 ALLOWED', OPEN],
    ],
    ['another issuer', { ...user, iss: `${ISSUER}x` }, {}, every('401 ISSUER_MISMATCH')],
    ['the updated issuer', { ...user, iss: UPDATED_ISSUER }, {}, every('401 ISSUER_MISMATCH')],
    ['another client', { ...user, client_id: 'other' }, {}, every('401 AUDIENCE_MISMATCH')],
    [
      'another client, listed',
      { ...user, client_id: 'other' },
      { clientIds: ['client-1', 'other'] },
      ['200 ALLOWED', '403 SCOPE_MISSING', '200 ALLOWED', OPEN],
    ],
    ['aud before client_id', { ...user, aud: 'https://api.example.com' }, {}, every('401 AUDIENCE_MISMATCH')],
    [
      'aud listed, client_id not',
      { ...user, client_id: 'other', aud: 'client-1' },
      {},
      ['200 ALLOWED', '403 SCOPE_MISSING', '200 ALLOWED', OPEN],
    ],
    [
      'one aud of several',
      { ...user, aud: ['x', 'client-1'] },
      {},
      ['200 ALLOWED', '403 SCOPE_MISSING', '200 ALLOWED', OPEN],
    ],
    ['an empty aud', { ...user, aud: [] }, {}, every('401 AUDIENCE_MISMATCH')],
    ['neither aud nor client_id', { ...user, client_id: undefined }, {}, every('401 AUDIENCE_MISMATCH')],
    ['an access token', user, {}, ['200 ALLOWED', '403 SCOPE_MISSING', '200 ALLOWED', OPEN]],
    ['an ID token', id, {}, ['403 SCOPE_MISSING', '403 SCOPE_MISSING', '200 ALLOWED', OPEN]],
    ['an ID token of another client', { ...id, aud: 'other' }, {}, every('401 AUDIENCE_MISMATCH')],
    [
      'scp instead of scope',
      { ...user, scope: undefined, scp: 'com.example.api/read' },
      {},
      ['200 ALLOWED', '403 SCOPE_MISSING', '200 ALLOWED', OPEN],
    ],
    [
      'a JWT without token_use',
      { ...user, token_use: undefined },
      {},
      ['200 ALLOWED', '403 SCOPE_MISSING', '200 ALLOWED', OPEN],
    ],
  ])('%s', (_name, token, told, expected) => {
    expect(all(verdicts('http', token, told))).toEqual(expected)
  })

  it('compares no audience before the clients are known', () => {
    for (const clientIds of [undefined, []]) {
      const verdict = verdicts('http', { ...user, client_id: 'any' }, { clientIds })['/read']!
      expect(said(verdict)).toBe('200 ALLOWED')
      expect(verdict.message).toContain('audience')
    }
  })

  it.each<[string, object, readonly string[] | undefined, string]>([
    [
      'a bound token, its audience listed',
      { ...user, client_id: 'other', aud: URL },
      ['client-1'],
      '200 ALLOWED',
    ],
    ['a bound token, the clients not known', { ...user, aud: URL }, undefined, '200 ALLOWED'],
    ['a token bound elsewhere', { ...user, aud: `${URL}/` }, ['client-1'], '401 AUDIENCE_MISMATCH'],
    [
      'a token bound elsewhere, the clients not known',
      { ...user, aud: `${URL}/` },
      undefined,
      '401 AUDIENCE_MISMATCH',
    ],
    ['one aud of several', { ...user, aud: ['https://x.example', URL] }, ['client-1'], '200 ALLOWED'],
    [
      'an unbound token of another client',
      { ...user, client_id: 'other' },
      ['client-1'],
      '401 AUDIENCE_MISMATCH',
    ],
    ['an unbound token', user, ['client-1'], '200 ALLOWED'],
  ])('additional audiences: %s', (_name, token, clientIds, expected) => {
    const api = { type: 'http' as const, name: 'example-api', additionalAudiences: [URL] }
    const verdict = verdicts('http', token, { clientIds, spec: { api } })['/read']!
    expect(said(verdict)).toBe(expected)
    if (!verdict.allowed) expect(verdict.message).toContain(URL)
  })

  it('answers what AWS answers', () => {
    const header = (token: object | undefined, told: Told = {}) =>
      verdicts('http', token, told)['/write']!.response?.headers['www-authenticate']
    expect(verdicts('http', user)['/write']!.response?.body).toBe('{"message":"Forbidden"}')
    expect(header(user)).toBe(
      'Bearer scope="com.example.api/write" error="insufficient_scope" error_description="expected scopes: [com.example.api/write]"',
    )
    expect(header({ ...user, client_id: 'x' })).toBe(
      'Bearer scope="" error="invalid_token" error_description="the token does not have a valid audience"',
    )
    expect(header({ ...user, exp: 1 })).toBe(
      'Bearer scope="com.example.api/write" error="invalid_token" error_description="the token has expired"',
    )
    expect(header(undefined)).toBe('Bearer')
    expect(verdicts('http', undefined)['/write']!.response?.body).toBe('{"message":"Unauthorized"}')
  })

  it('never asks for the type of the token', () => {
    for (const token of [user, id])
      for (const verdict of Object.values(verdicts('http', token)))
        expect(verdict.checks.map(({ name }) => name)).not.toContain('Token type')
  })
})
