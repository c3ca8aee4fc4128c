import { describe, expect, it } from 'vitest'
import { diagnoseText } from './files'

const codesOf = (text: string) => diagnoseText(text).findings.map(({ code }) => code)

const POOL = `Parameters: { Stage: { Type: String } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
`

describe('an issuer', () => {
  const codes = (issuer: string) =>
    codesOf(`${POOL}  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Jwt:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      Name: jwt
      AuthorizerType: JWT
      IdentitySource: [$request.header.Authorization]
      JwtConfiguration: { Issuer: ${issuer}, Audience: [x] }
  Route:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Api, RouteKey: GET /a, AuthorizationType: JWT, AuthorizerId: !Ref Jwt, AuthorizationScopes: [a/b] }
`).filter(code => /ISSUER|ANOTHER/.test(code))

  it.each([
    ['https://tenant.eu.auth0.com/', []],
    ["!Sub 'https://login.example.com/${Stage}/'", []],
    ["!Sub 'https://cognito-idp.eu-west-1.amazonaws.com/${Users}/'", ['ISSUER_MISMATCH']],
    ['https://notes.auth.eu-west-1.amazoncognito.com', ['ISSUER_MISMATCH', 'AUTHORIZER_TRUSTS_ANOTHER_POOL']],
    ['https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123', ['AUTHORIZER_TRUSTS_ANOTHER_POOL']],
  ])('%s: %j', (issuer, expected) => {
    expect(codes(issuer)).toEqual(expected)
  })
})

describe('a permission', () => {
  const isMissing = (functionName: string, properties: string, integration = '') =>
    codesOf(`${POOL}  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Fn: { Type: AWS::Lambda::Function, Properties: { Handler: a.b${properties} } }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: NONE
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: POST
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations${integration}
  Allow: { Type: AWS::Lambda::Permission, Properties: { FunctionName: ${functionName}, Action: lambda:InvokeFunction, Principal: apigateway.amazonaws.com } }
`).includes('PERMISSION_MISSING')

  it.each([
    ['!Ref Fn', '', '', false],
    ['notes', ', FunctionName: notes', '', false],
    ['arn:aws:lambda:eu-west-1:123456789012:function:notes', ', FunctionName: notes', '', false],
    [
      "!Sub 'arn:aws:lambda:eu-west-1:123456789012:function:${Stage}-n'",
      ", FunctionName: !Sub '${Stage}-n'",
      '',
      false,
    ],
    ["!Sub '${Stage}-notes'", ", FunctionName: !Sub '${Stage}-notes'", '', false],
    ['other', ', FunctionName: notes', '', true],
    ['other', '', '', true],
    ['other', '', '\n        Credentials: arn:aws:iam::123456789012:role/invoke', false],
  ])('for %s, function%s%s, is missing: %s', (name, properties, integration, expected) => {
    expect(isMissing(name, properties, integration)).toBe(expected)
  })
})

it('a scope that a parameter gives counts as long as the parameter keeps its default', () => {
  const { findings } = diagnoseText(`Parameters: { Scope: { Type: String, Default: com.example.api/delete } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Server:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties:
      { UserPoolId: !Ref Users, Identifier: com.example.api, Name: a, Scopes: [{ ScopeName: read, ScopeDescription: r }] }
  Client:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: Server
    Properties:
      { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [client_credentials], GenerateSecret: true, AllowedOAuthScopes: [!Ref Scope] }
`)
  const undeclared = findings.find(({ code }) => code === 'SCOPE_UNDECLARED')
  expect(undeclared?.because).toEqual(['parameter Scope keeps its default'])
})

it.each([
  ['the type of an authorizer of another resource', 'authorizerId: !Ref Guard', ['AUTHORIZER_TYPE_CASE']],
  ['a type that the framework writes itself', 'arn: !GetAtt Users.Arn', []],
])('%s in lower case', (_, reference, expected) => {
  const text = `service: notes
provider: { name: aws, runtime: nodejs24.x }
functions:
  list:
    handler: notes.list
    events:
      - http: { path: /a, method: get, authorizer: { name: p, type: cognito_user_pools, ${reference}, scopes: [a/b] } }
resources:
  Resources:
    Users: { Type: AWS::Cognito::UserPool }
    Guard:
      Type: AWS::ApiGateway::Authorizer
      Properties: { Name: g, Type: COGNITO_USER_POOLS, RestApiId: !Ref ApiGatewayRestApi, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] }
`
  const { findings } = diagnoseText(text, 'serverless.yml')
  expect(findings.map(({ code }) => code).filter(code => /TYPE/.test(code))).toEqual(expected)
})
