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
    ['${env:POOL}:userpool/eu-west-1_AbCdEf123', 'unknown'],
    [`aws:${POOL}`, 'custom'],
  ])('takes %s for %s', (arn, expected) => {
    expect(authorizationOf(`'${arn}'`)).toBe(expected)
    expect(authorizationOf(`{ arn: '${arn}', name: a }`)).toBe(expected)
  })
})

describe('an ARN of a user pool of which the framework makes a Lambda authorizer', () => {
  const POOL = 'cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123'
  const LAMBDA = 'Without a type the Serverless Framework makes a Lambda authorizer, unless the ARN'
  const UNKNOWN_ARN = 'The Serverless Framework recognizes the ARN of a user pool by its beginning'

  it.each([
    [`'aws:${POOL}'`, UNKNOWN_ARN, `'aws:`],
    [`{ arn: 'aws:${POOL}' }`, UNKNOWN_ARN, `'aws:`],
    [`{ arn: 'arn:aws:cognito:eu-west-1:1:userpool/eu-west-1_AbCdEf123' }`, UNKNOWN_ARN, `'arn:`],
    [`{ arn: { 'Fn::Sub': 'arn:\${AWS::Partition}:${POOL}' }, name: a }`, LAMBDA, 'authorizer:'],
    [`{ arn: { 'Fn::Sub': '\${Arn}:userpool/eu-west-1_AbCdEf123' }, name: a }`, LAMBDA, 'authorizer:'],
  ])('%s', (authorizer, why, place) => {
    const text = `service: a
provider: { name: aws }
functions: { list: { handler: a.b, events: [{ http: { path: a, method: get, authorizer: ${authorizer} } }] } }
`
    const found = reportOf(diagnoseText(text)).findings.filter(
      ({ code }) => code === 'AUTHORIZER_TYPE_MISMATCH',
    )
    expect(found.map(finding => finding.why.startsWith(why))).toEqual([true])
    expect(found.map(({ at }) => at[0]?.column)).toEqual([(text.split('\n')[2] ?? '').indexOf(place) + 1])
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

describe('the type of an authorizer of an HTTP API that is not known', () => {
  const read = (provider: string, authorizer: string) => {
    const { findings, undecided } = diagnoseText(
      `service: a
provider: { name: aws, httpApi: { authorizers: { guard: ${provider} } } }
functions:
  list: { handler: a.b, events: [{ httpApi: { path: /a, method: get, authorizer: ${authorizer} } }] }
`,
      'serverless.yml',
    )
    const of = (items: readonly { readonly code: string }[]) => items.map(({ code }) => code)
    return [of(findings), of(undecided)]
  }

  it('may be request, which needs no identity source and checks no tokens', () => {
    expect(read('{ type: request, functionName: list }', '{ name: guard }')).toEqual([[], []])
    const [findings, undecided] = read('{ type: "${env:KIND}", functionName: list }', '{ name: guard }')
    expect(findings).toEqual([])
    expect(undecided).toContain('IDENTITY_SOURCE_MISSING')
    expect(undecided).toContain('ROUTE_WITHOUT_SCOPES')
  })

  it('decides what an event with the id of an authorizer accepts', () => {
    const guard = '{ type: request, functionName: list }'
    expect(read(guard, '{ type: jwt, id: abc123 }')[0]).toContain('ROUTE_WITHOUT_SCOPES')
    expect(read(guard, '{ type: request, id: abc123 }').flat()).not.toContain('ROUTE_WITHOUT_SCOPES')
    const [findings, undecided] = read(guard, '{ type: "${env:KIND}", id: abc123 }')
    expect(findings).not.toContain('ROUTE_WITHOUT_SCOPES')
    expect(undecided).toContain('ROUTE_WITHOUT_SCOPES')
  })
})

describe('the type of an authorizer of a REST API that is not known', () => {
  const { findings, undecided } = diagnoseText(`service: a
provider: { name: aws }
functions:
  list:
    handler: a.b
    events:
      - http: { path: a, method: get, authorizer: { name: guard, type: '\${env:KIND}', arn: !GetAtt Users.Arn, identitySource: header, identityValidationExpression: a, scopes: [openid] } }
resources: { Resources: { Users: { Type: AWS::Cognito::UserPool } } }
`)

  it.each(['VALIDATION_EXPRESSION_WITH_SCOPES', 'IDENTITY_SOURCE_INVALID'])('leaves %s undecided', code => {
    expect(findings).toEqual([])
    expect(undecided.filter(it => it.code === code).map(({ on }) => on)).toEqual(['guard'])
  })
})
