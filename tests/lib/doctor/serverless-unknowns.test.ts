import { describe, expect, it } from 'vitest'
import { reportOf } from '@/lib/doctor/report'
import { diagnoseText } from './files'

describe('serverless.yml', () => {
  const POOL = 'cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123'
  const authorizationOf = (authorizer: string) =>
    reportOf(
      diagnoseText(`service: a
provider: { name: aws, stage: dev }
custom: { pool: 'arn:aws:${POOL}' }
functions: { list: { handler: a.b, events: [{ http: { path: a, method: get, authorizer: ${authorizer} } }] } }
`),
    ).access[0]?.authorization

  // The framework knows the ARN of a pool by how it begins: everything else is a function.
  it.each([
    [`arn:aws:${POOL}`, 'cognito'],
    [`arn:aws-us-gov:${POOL}`, 'cognito'],
    ['${self:custom.pool}', 'cognito'],
    ['${env:POOL}:userpool/eu-west-1_AbCdEf123', 'cognito'],
    [`aws:${POOL}`, 'custom'],
  ])('takes %s for %s', (arn, expected) => {
    expect(authorizationOf(`'${arn}'`)).toBe(expected)
    expect(authorizationOf(`{ arn: '${arn}', name: a }`)).toBe(expected)
  })
})

describe('an authorizer of an httpApi event', () => {
  const SECTION = `{ jwt: { type: jwt, identitySource: $request.header.Authorization, issuerUrl: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123', audience: [a] } }`
  const said = (authorizers: string, authorizer: string) => {
    const { findings, undecided } = diagnoseText(`service: a
provider: { name: aws, httpApi: { ${authorizers} } }
functions: { list: { handler: a.b, events: [{ httpApi: { path: /a, method: get, authorizer: ${authorizer} } }] } }
`)
    return [findings.map(({ code }) => code), undecided.map(({ code }) => code)]
  }
  const named = (name: string) => `{ name: ${name}, scopes: [read] }`

  it.each([
    ['that is defined', `authorizers: ${SECTION}`, named('jwt'), ['SCOPE_NOT_FULL'], []],
    [
      'that is not',
      `authorizers: ${SECTION}`,
      named('other'),
      ['AUTHORIZER_MISSING', 'SCOPE_NOT_FULL', 'AUTHORIZER_UNUSED'],
      [],
    ],
    ['of a section that is not known', "authorizers: '${env:X}'", named('jwt'), [], ['AUTHORIZER_MISSING']],
    ['with an unknown name', '', named("'${env:X}'"), [], ['AUTHORIZER_MISSING']],
    [
      'that is unknown',
      `authorizers: ${SECTION}`,
      "'${param:x}'",
      [],
      ['AUTHORIZER_MISSING', 'SCOPE_NOT_FULL'],
    ],
  ])('%s', (_, authorizers, authorizer, findings, undecided) => {
    const [found, open] = said(authorizers, authorizer)
    expect(found).toEqual(findings)
    expect(open).toEqual(expect.arrayContaining(undecided))
  })
})
