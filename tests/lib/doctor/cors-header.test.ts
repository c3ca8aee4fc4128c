import { describe, expect, it } from 'vitest'
import { repairsOf } from '../../../lib/doctor/repair'
import { applyEdits } from '../../../lib/source/edit'
import { diagnoseText } from './files'

const SERVERLESS = (cors: string) => `service: shop
frameworkVersion: '4'
provider:
  name: aws
  runtime: nodejs24.x
  httpApi:
    cors: ${cors}
    authorizers:
      pool: { type: jwt, identitySource: $request.header.Authorization, issuerUrl: https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A, audience: [c1] }
functions:
  list: { handler: a.b, events: [{ httpApi: { method: get, path: /a, authorizer: { name: pool, scopes: [shop/read] } } }] }
`
const OPEN_API = (cors: string) => `openapi: 3.0.1
info: { title: shop, version: '1' }
x-amazon-apigateway-cors: ${cors}
paths:
  /a: { get: { security: [{ pool: [shop/read] }], x-amazon-apigateway-integration: { type: aws_proxy, payloadFormatVersion: '2.0', httpMethod: POST, uri: 'arn:aws:lambda:eu-west-1:123456789012:function:a' } } }
components:
  securitySchemes:
    pool: { type: oauth2, flows: {}, x-amazon-apigateway-authorizer: { type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: { issuer: https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A, audience: [c1] } } }
`
const SAM = (cors: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      CorsConfiguration: ${cors}
      Auth: { Authorizers: { pool: { IdentitySource: $request.header.Authorization, AuthorizationScopes: [shop/read], JwtConfiguration: { issuer: https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A, audience: [c1] } } } }
  List:
    Type: AWS::Serverless::Function
    Properties: { Handler: a.b, Runtime: nodejs24.x, Events: { Get: { Type: HttpApi, Properties: { ApiId: !Ref Api, Method: GET, Path: /a, Auth: { Authorizer: pool } } } } }
`

function repaired(name: string, text: string): string | undefined {
  const diagnosis = diagnoseText(text, name)
  const finding = diagnosis.findings.find(({ code }) => code === 'CORS_HEADER_MISSING')
  if (!finding) return 'no finding'
  const [repair] = repairsOf(finding, diagnosis)
  return repair && applyEdits(repair.edits[0]!.source, repair.edits)
}

describe('the header Authorization is allowed', () => {
  it.each([
    [
      'serverless.yml',
      SERVERLESS,
      "{ allowedOrigins: ['*'], allowedHeaders: [x-a] }",
      "{ allowedOrigins: ['*'], allowedHeaders: [x-a, authorization] }",
    ],
    [
      'openapi.yaml',
      OPEN_API,
      "{ allowOrigins: ['*'] }",
      "{ allowOrigins: ['*'], allowHeaders: [authorization] }",
    ],
    [
      'openapi.yaml',
      OPEN_API,
      '{ allowMethods: [GET] }',
      '{ allowMethods: [GET], allowHeaders: [authorization] }',
    ],
    [
      'template.yaml',
      SAM,
      "{ AllowOrigins: ['*'] }",
      "{ AllowOrigins: ['*'], AllowHeaders: [authorization] }",
    ],
    [
      'template.yaml',
      SAM,
      "{ AllowOrigins: ['*'], AllowHeaders: [X-A] }",
      "{ AllowOrigins: ['*'], AllowHeaders: [X-A, authorization] }",
    ],
  ])('%s %#', (name, text, cors, expected) => {
    expect(repaired(name, text(cors))).toBe(text(expected))
  })

  it.each([
    ['serverless.yml', SERVERLESS, "{ allowedOrigins: ['*'], allowedHeaders: [AUTHORIZATION] }"],
    ['serverless.yml', SERVERLESS, 'true'],
    // The framework has a list of its own, with this header.
    ['serverless.yml', SERVERLESS, "{ allowedOrigins: ['https://a.example.com'] }"],
    ['serverless.yml', SERVERLESS, '{ allowedMethods: [GET] }'],
    ['openapi.yaml', OPEN_API, "{ allowOrigins: ['*'], allowHeaders: [authorization] }"],
    ['template.yaml', SAM, "{ AllowOrigins: ['*'], AllowHeaders: [x-a, authorization] }"],
  ])('already in %s %#', (name, text, cors) => {
    expect(repaired(name, text(cors))).toBe('no finding')
  })
})

// SAM allows the origin * then, and no header (`_add_cors` in its http_api_generator.py).
it('CORS of SAM that is only switched on allows no header', () => {
  const { findings } = diagnoseText(SAM('true'))
  expect(findings).toMatchObject([
    {
      code: 'CORS_HEADER_MISSING',
      fix: 'Write AllowOrigins and AllowHeaders in place of this value, with authorization among the headers.',
    },
  ])
})

it('no CORS settings in either branch of a condition are none', () => {
  const { findings } = diagnoseText(`Parameters: { Stage: { Type: String } }
Conditions: { Prod: !Equals [!Ref Stage, prod] }
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: !If [Prod, { Name: a, ProtocolType: HTTP }, { Name: b, ProtocolType: HTTP }] }
  Auth:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties: { ApiId: !Ref Api, Name: a, AuthorizerType: JWT, IdentitySource: [$request.header.Authorization], JwtConfiguration: { Issuer: https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A, Audience: [c1] } }
  Get:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Api, RouteKey: GET /, AuthorizationType: JWT, AuthorizerId: !Ref Auth, AuthorizationScopes: [a/b] }
`)
  expect(findings).toEqual([])
})
