import { describe, expect, it } from 'vitest'
import { accessMatrix } from '@/lib/authorize/access-matrix'
import { toModel } from '@/lib/model/to-model'
import { id, NOW, said, spec, user, verdicts } from './situation'

const signed = [{ method: 'GET', path: '/read', auth: 'iam', scopes: [], handler: 'bin/x.handler' }] as const
const endpoints = signed.map(endpoint => ({ ...endpoint, scopes: [] }))

describe.each(['rest', 'http'] as const)('AWS_IAM on a %s API', type => {
  const verdict = (token: object | string | undefined, told = {}) =>
    verdicts(type, token, { ...told, spec: { endpoints } })['/read']!

  it.each<[string, object | string | undefined, object]>([
    ['no token', undefined, {}],
    ['a good token', user, {}],
    ['an ID token', id, {}],
    ['an expired token', { ...user, exp: NOW }, {}],
    ['a forged token', user, { signature: 'invalid' }],
    ['not a JWT', 'abc', {}],
  ])('refuses %s', (_, token, told) => {
    const refused = verdict(token, told)
    expect(said(refused)).toBe('403 IAM_SIGNATURE_REQUIRED')
    expect(refused.allowed).toBe(false)
    expect(refused.message).toMatch(/signed with AWS credentials/)
    expect(refused.fix).toMatch(/--aws-sigv4/)
    expect(refused.checks.map(({ outcome }) => outcome)).toEqual(['failed'])
  })

  it('answers as API Gateway does', () => {
    const answered = (token: object | undefined) => {
      const { body, headers } = verdict(token).response!
      return [JSON.parse(body).message, headers['x-amzn-ErrorType']]
    }
    if (type === 'http') {
      expect(answered(user)).toEqual(['Forbidden', undefined])
      expect(answered(undefined)).toEqual(['Forbidden', undefined])
      return
    }
    expect(answered(undefined)).toEqual([
      'Missing Authentication Token',
      'MissingAuthenticationTokenException',
    ])
    expect(answered(user)).toEqual([
      expect.stringMatching(/^Invalid key=value pair \(missing equal-sign\) in Authorization header/),
      'IncompleteSignatureException',
    ])
  })

  it('is out of reach of every client, and still reachable', () => {
    const { rows } = accessMatrix(toModel(spec(type, { endpoints })))
    expect(rows).toHaveLength(1)
    expect(rows[0]?.cells).toEqual([{ by: 'iam' }])
    expect(rows[0]?.reachable).toBe(true)
  })
})
