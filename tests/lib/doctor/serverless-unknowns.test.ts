import { describe, expect, it } from 'vitest'
import { reportOf } from '@/lib/doctor/report'
import { diagnoseText } from './files'

const codesOf = (text: string) => diagnoseText(text).findings.map(({ code }) => code)

describe('without scopes, a Lambda authorizer named as one of a pool', () => {
  it.each([
    ['TOKEN', ['AUTHORIZER_TYPE_MISMATCH']],
    ['COGNITO_USER_POOLS', ['METHOD_WITHOUT_SCOPES']],
  ])('is told from one of a pool: %s', (type, expected) => {
    expect(
      codesOf(`Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Auth:
    Type: AWS::ApiGateway::Authorizer
    Properties: { RestApiId: !Ref Api, Name: a, Type: ${type}, IdentitySource: method.request.header.Authorization, ProviderARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123'] }
  Get:
    Type: AWS::ApiGateway::Method
    Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Auth }
`),
    ).toEqual(expected)
  })

  it.each([
    ['REQUEST', ['AUTHORIZER_TYPE_MISMATCH']],
    ['JWT', ['ROUTE_WITHOUT_SCOPES']],
  ])('of an HTTP API: %s', (type, expected) => {
    const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
    expect(
      codesOf(`Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Auth:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties: { ApiId: !Ref Api, Name: a, AuthorizerType: ${type}, IdentitySource: [$request.header.Authorization], JwtConfiguration: { Issuer: ${issuer}, Audience: [a] } }
  Get:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Api, RouteKey: GET /, AuthorizationType: JWT, AuthorizerId: !Ref Auth }
`),
    ).toEqual(expected)
  })
})

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
