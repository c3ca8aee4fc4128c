import { expect, it } from 'vitest'
import { reportOf } from '@/lib/doctor/report'
import { diagnoseText } from './files'

const read = (resources: string) => {
  const diagnosis = diagnoseText(`Parameters: { Kind: { Type: String } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
${resources}`)
  const { access, findings } = reportOf(diagnosis)
  return {
    access: access.map(
      ({ endpoint, clients }) => `${endpoint} ${clients.map(({ allowed }) => allowed).join()}`,
    ),
    findings,
  }
}

it('a WebSocket API beside an HTTP API has no endpoint for access tokens', () => {
  const { access } =
    read(`  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Open: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: GET /a } }
  Chat: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: b, ProtocolType: WEBSOCKET } }
  Guard: { Type: AWS::ApiGatewayV2::Authorizer, Properties: { ApiId: !Ref Chat, Name: a, AuthorizerType: REQUEST } }
  Connect: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Chat, RouteKey: $connect, AuthorizationType: CUSTOM, AuthorizerId: !Ref Guard } }
  Message: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !GetAtt Chat.ApiId, RouteKey: $default } }
`)
  expect(access).toEqual(['GET /a '])
})

it('no token of a client for machines carries a scope of users', () => {
  const { access } =
    read(`  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Users, Domain: notes } }
  Machine: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, GenerateSecret: true, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [client_credentials], AllowedOAuthScopes: [openid] } }
  App: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [openid], CallbackURLs: ['https://a.example'] } }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
  List: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: [openid] } }
`)
  expect(access).toEqual(['GET / false,true'])
})

it.each([
  ['alone', '[a/typo]', 'every call is rejected'],
  ['beside a declared one', '[a/b, a/typo]', 'this one lets nobody in'],
  ['in a list that may be longer', '[a/typo, !ImportValue more]', 'this one lets nobody in'],
])('an undeclared scope %s', (_, scopes, effect) => {
  const { findings } =
    read(`  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: a, Name: a, Scopes: [{ ScopeName: b, ScopeDescription: b }] } }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: a, Type: COGNITO_USER_POOLS, ProviderARNs: [!GetAtt Users.Arn] } }
  List: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: ${scopes} } }
`)
  const why = findings.find(({ code }) => code === 'SCOPE_UNDECLARED')?.why
  expect(why).toBe(`No token can carry a scope that is not declared, so ${effect}.`)
})

it.each([
  ['COGNITO_USER_POOLS', ['METHOD_WITHOUT_SCOPES']],
  ['TOKEN', ['AUTHORIZER_TYPE_MISMATCH']],
  ['REQUEST', ['AUTHORIZER_TYPE_MISMATCH']],
])('a method for tokens whose authorizer is a %s has the faults %j', (type, expected) => {
  const { findings } = read(`  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: a, Type: ${type}, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
  List: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard } }
`)
  expect(findings.map(({ code }) => code)).toEqual(expected)
})
