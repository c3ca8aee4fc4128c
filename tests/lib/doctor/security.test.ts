import { describe, expect, it } from 'vitest'
import { reportOf } from '@/lib/doctor/report'
import { diagnoseText } from './files'

const AUTHORIZER = 'x-amazon-apigateway-authorizer'
const ARN = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123'

/** An OpenAPI document with one operation. */
const document = (operation: string) => `openapi: 3.0.1
info: { title: Orders, version: '1' }
paths: { /a: { get: ${operation} } }
components:
  operations: { get: { security: [{ pool: [a/b] }] } }
  securitySchemes:
    pool: { type: apiKey, name: Authorization, in: header, ${AUTHORIZER}: { type: cognito_user_pools, providerARNs: [${ARN}] } }
    other: { type: apiKey, name: Authorization, in: header, ${AUTHORIZER}: { type: cognito_user_pools, providerARNs: [${ARN}] } }
    lambda: { type: apiKey, name: Authorization, in: header, ${AUTHORIZER}: { type: token, authorizerUri: x } }
    signed: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4 }
    key: { type: apiKey, name: x-api-key, in: header }
`

const authorizationOf = (operation: string) =>
  reportOf(diagnoseText(document(operation))).access.map(({ authorization }) => authorization)

describe('the security of an operation', () => {
  it.each([
    ['{ security: [{ pool: [a/b] }] }', 'cognito'],
    ['{ security: [{ pool: [a/b], key: [] }] }', 'cognito'],
    ['{ security: [{ key: [] }, { lambda: [] }] }', 'custom'],
    // A method has one authorizer, and which one is documented nowhere.
    ['{ security: [{ pool: [], lambda: [] }] }', 'unknown'],
    ['{ security: [{ pool: [a/b] }, { other: [a/b] }] }', 'unknown'],
    ['{ security: [{ lambda: [] }, { pool: [a/b] }] }', 'unknown'],
    ['{ security: [{ signed: [] }, { pool: [a/b] }] }', 'unknown'],
    // An operation cannot be a reference in OpenAPI.
    ["{ $ref: '#/components/operations/get' }", 'unknown'],
  ])('%s is %s', (operation, expected) => {
    expect(authorizationOf(operation)).toEqual([expected])
  })

  it('claims nothing of an operation with two authorizers, and names them', () => {
    const { findings, undecided } = diagnoseText(document('{ security: [{ pool: [], lambda: [] }] }'))
    expect(findings.filter(({ subjects }) => subjects.includes('GET /a'))).toEqual([])
    const without = undecided.find(({ code }) => code === 'METHOD_WITHOUT_SCOPES')
    expect(without?.because.map(({ message }) => message).join()).toMatch(/one authorizer.*pool, lambda/)
  })
})

describe('a security scheme that the definition of a template does not have', () => {
  const template = (name: string) => `Resources:
  Notes:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        swagger: '2.0'
        info: { title: notes, version: '1' }
        paths: { /notes: { get: { security: [{ ${name}: [] }], x-amazon-apigateway-integration: { type: mock } } } }
        securityDefinitions: { key: { type: apiKey, name: x-api-key, in: header } }
`

  it.each([
    ['Pool', 'unknown'],
    // SAM writes it for what anyone may call, and defines the other one itself.
    ['NONE', 'none'],
    ['api_key', 'none'],
    ['key', 'none'],
  ])('%s is %s', (name, expected) => {
    const { access } = reportOf(diagnoseText(template(name)))
    expect(access.map(({ authorization }) => authorization)).toEqual([expected])
  })

  it.each([
    ['Pool: []', ['AUTHORIZER_NOT_APPLIED', 'AUTHORIZER_TYPE_MISMATCH', 'METHOD_WITHOUT_SCOPES']],
    [
      'Pool: [read]',
      ['AUTHORIZER_NOT_APPLIED', 'AUTHORIZER_TYPE_MISMATCH', 'SCOPE_NOT_FULL', 'SCOPES_IGNORED'],
    ],
  ])('keeps the scopes that are written: %s', (requirement, codes) => {
    const { undecided } = diagnoseText(template('Pool').replace('Pool: []', requirement))
    expect(undecided.map(({ code }) => code).toSorted()).toEqual(codes.toSorted())
    expect(undecided.map(({ message }) => message).join()).not.toContain('${')
  })

  it('is the reason why nothing is known of the operation', () => {
    const { undecided } = diagnoseText(template('Pool'))
    const check = undecided.find(({ code }) => code === 'METHOD_WITHOUT_SCOPES')
    expect(check?.because.map(({ message }) => message)).toEqual([
      'No security scheme of this document is called Pool, and no page of AWS says whether the operation is then open to anyone. Define it, with its x-amazon-apigateway-authorizer.',
    ])
  })
})

// What is falsy in Python: SAM's translator puts its default authorizer in the place of an empty list.
describe('the default authorizer of SAM in a definition', () => {
  const template = (
    type: string,
    authorizer: string,
    operation: string,
  ) => `Transform: AWS::Serverless-2016-10-31
Conditions: { C: !Equals [!Ref AWS::Region, x] }
Resources:
  Api:
    Type: AWS::Serverless::${type}
    Properties:
      StageName: v1
      DefinitionBody:
        openapi: 3.0.1
        paths: { /a: { get: { ${operation}x-amazon-apigateway-integration: { type: aws_proxy, uri: x } } } }
      Auth: { DefaultAuthorizer: Pool, Authorizers: { Pool: { ${authorizer} } } }
`
  const JWT =
    'IdentitySource: $request.header.Authorization, JwtConfiguration: { issuer: https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123, audience: [abc] }'

  it.each([
    ['', 'jwt', 'cognito'],
    ['security: [], ', 'jwt', 'cognito'],
    ['security: [{}], ', 'none', 'cognito'],
    ['security: [{ NONE: [] }], ', 'none', 'none'],
    ['security: !If [C, [{ NONE: [] }], []], ', 'unknown', 'unknown'],
    ['security: [!If [C, { NONE: [] }, {}]], ', 'unknown', 'unknown'],
    ['security: [{}, !If [C, { NONE: [] }, {}]], ', 'unknown', 'unknown'],
    ['security: !Ref Security, ', 'unknown', 'unknown'],
  ])('%j is %s on an HTTP API, and %s on a REST API', (operation, ...expected) => {
    const texts = [template('HttpApi', JWT, operation), template('Api', `UserPoolArn: ${ARN}`, operation)]
    const found = texts.map(text => reportOf(diagnoseText(text)).access.map(row => row.authorization))
    expect(found.flat()).toEqual(expected)
  })
})
