import { describe, expect, it } from 'vitest'
import { diagnoseText } from './files'

/** A SAM template: settings of its API, and events of its function. */
const template = (api: string, events: string, kind = 'Api') => `Transform: AWS::Serverless-2016-10-31
Conditions: { More: !Equals [!Ref AWS::Region, eu-west-1] }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::Serverless::${kind}, Properties: { StageName: dev, ${api} } }
  F: { Type: AWS::Serverless::Function, Properties: { Handler: a.b, Events: ${events} } }
`
const found = (text: string, code: string) =>
  diagnoseText(text).findings.flatMap(finding => (finding.code === code ? finding.subjects : []))
const undecided = (text: string, code: string) =>
  diagnoseText(text).undecided.flatMap(it =>
    it.code === code ? `${it.on}: ${it.because.map(({ name }) => name).join(' ')}` : [],
  )

const event = (path: string, more = '', type = 'Api') =>
  `{ Type: ${type}, Properties: { ${type === 'Api' ? 'RestApiId' : 'ApiId'}: !Ref Api, Path: ${path}, Method: get${more} } }`
const POOL = '{ UserPoolArn: !GetAtt Users.Arn }'

describe('what a condition decides in a SAM template', () => {
  it.each([
    ['the settings', `Auth: !If [More, { Authorizers: { Pool: ${POOL} } }, !Ref AWS::NoValue]`],
    ['the authorizers', `Auth: { Authorizers: !If [More, { Pool: ${POOL} }, !Ref AWS::NoValue] }`],
  ])('%s: no authorizer is missing for certain', (_, api) => {
    const text = template(
      api,
      `{ A: ${event('/a', ', Auth: { Authorizer: Pool, AuthorizationScopes: [a/b] }')} }`,
    )
    expect(found(text, 'AUTHORIZER_MISSING')).toEqual([])
    expect(undecided(text, 'AUTHORIZER_MISSING')).toEqual(['GET /a: More'])
  })

  it('an authorizer: its kind is not known, so scopes may be checked', () => {
    const text = template(
      `Auth: { Authorizers: { Pool: !If [More, ${POOL}, { FunctionArn: !GetAtt F.Arn }] } }`,
      `{ A: ${event('/a', ', Auth: { Authorizer: Pool, AuthorizationScopes: [a/b] }')} }`,
    )
    expect(found(text, 'SCOPES_IGNORED')).toEqual([])
    expect(undecided(text, 'SCOPES_IGNORED')).toEqual(['GET /a: More'])
  })

  it.each([
    ['an event', (it: string) => `{ A: !If [More, ${it}, !Ref AWS::NoValue] }`],
    ['all events', (it: string) => `!If [More, { A: ${it} }, { B: ${event('/b')} }]`],
  ])('%s: its endpoint may use the authorizer', (_, events) => {
    const text = template(
      `Auth: { Authorizers: { Pool: ${POOL} } }`,
      events(event('/a', ', Auth: { Authorizer: Pool }')),
    )
    expect(found(text, 'AUTHORIZER_UNUSED')).toEqual([])
    expect(undecided(text, 'AUTHORIZER_UNUSED')).toEqual(['Pool: More'])
    expect(undecided(text, 'METHOD_WITHOUT_SCOPES')).toEqual(['GET /a: More'])
  })

  it('the gateway responses: there may be one with CORS headers', () => {
    const responses =
      '{ DEFAULT_4XX: { ResponseParameters: { Headers: { Access-Control-Allow-Origin: "\'*\'" } } } }'
    const text = template(
      `Cors: "'*'", Auth: { DefaultAuthorizer: Pool, Authorizers: { Pool: ${POOL} } }, GatewayResponses: !If [More, ${responses}, !Ref AWS::NoValue]`,
      `{ A: ${event('/a')} }`,
    )
    expect(found(text, 'UNAUTHORIZED_WITHOUT_CORS')).toEqual([])
    expect(undecided(text, 'UNAUTHORIZED_WITHOUT_CORS')).toEqual(['Api: More'])
  })

  it('the flag of preflights: an event for OPTIONS may be guarded', () => {
    const text = template(
      `Cors: "'*'", Auth: { DefaultAuthorizer: Pool, AddDefaultAuthorizerToCorsPreflight: !If [More, true, false], Authorizers: { Pool: ${POOL} } }`,
      `{ A: ${event('/a').replace('get', 'options')} }`,
    )
    expect(found(text, 'PREFLIGHT_NEEDS_TOKEN')).toEqual([])
    expect(undecided(text, 'PREFLIGHT_NEEDS_TOKEN')).toEqual(['Api: More', 'OPTIONS /a: More'])
  })

  it.each(['', '{ api_key: [] }, '])(
    'the security of an operation after "%s": the default authorizer need not be its own',
    before => {
      const operation = `{ x-amazon-apigateway-integration: { type: aws_proxy }, security: [${before}!If [More, { Two: [] }, !Ref AWS::NoValue]] }`
      const text = template(
        `Auth: { DefaultAuthorizer: One, Authorizers: { One: ${POOL}, Two: ${POOL} } }, DefinitionBody: { swagger: "2.0", paths: { /a: { get: ${operation} } } }`,
        '{}',
      )
      expect(found(text, 'AUTHORIZER_UNUSED')).toEqual([])
      expect(undecided(text, 'AUTHORIZER_UNUSED')).toEqual(['One: More', 'Two: More'])
    },
  )
})

describe('a definition that is not shown', () => {
  it('may protect the operation of an event', () => {
    const text = template(
      'DefinitionBody: { openapi: 3.0.1, paths: !If [More, { /a: { get: {} } }, !Ref AWS::NoValue] }',
      `{ B: ${event('/b', '', 'HttpApi')} }`,
      'HttpApi',
    )
    expect(undecided(text, 'AUTHORIZER_NOT_APPLIED')).toEqual([])
    const hidden = text.replace(/paths: .*NoValue\]/, 'paths: !If [More, !ImportValue paths, {}]')
    // The paths that are not shown, and the event that one of them may protect.
    expect(undecided(hidden, 'ROUTE_WITHOUT_SCOPES')).toEqual(['${paths}: paths', 'GET /b: paths'])
  })

  it('nor are gateway responses that a condition decides', () => {
    const text = `Conditions: { More: !Equals [!Ref AWS::Region, eu-west-1] }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        swagger: "2.0"
        x-amazon-apigateway-gateway-responses: !If [More, { DEFAULT_4XX: { responseParameters: { gatewayresponse.header.Access-Control-Allow-Origin: "'*'" } } }, {}]
        securityDefinitions: { pool: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: [!GetAtt Users.Arn] } } }
        paths: { /a: { options: {}, get: { security: [{ pool: [a/b] }] } } }
`
    expect(found(text, 'UNAUTHORIZED_WITHOUT_CORS')).toEqual([])
    expect(undecided(text, 'UNAUTHORIZED_WITHOUT_CORS')).toEqual(['Api: More'])
  })
})
