import { expect, it } from 'vitest'
import { reportOf } from '../../../lib/doctor/report'
import { diagnoseText } from './files'

const rest = (type: string, scopes = '[a/b]') => `Parameters: { Name: { Type: String } }
Conditions: { Is: !Equals [!Ref Name, a] }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: a, Name: n, Scopes: [{ ScopeName: b, ScopeDescription: r }] } }
  Own: { Type: AWS::Cognito::UserPoolClient, DependsOn: Server, Properties: { UserPoolId: !Ref Users, GenerateSecret: true, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [client_credentials], AllowedOAuthScopes: [a/b] } }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: n } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: z, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: ${type}, AuthorizerId: !Ref Guard, AuthorizationScopes: ${scopes}, Integration: { Type: MOCK } } }
`
const sam = (auth: string) => `Transform: AWS::Serverless-2016-10-31
Parameters: { Name: { Type: String } }
Conditions: { Is: !Equals [!Ref Name, a] }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::Serverless::Api, Properties: { StageName: s, Auth: { DefaultAuthorizer: Guard, Authorizers: { Guard: { UserPoolArn: !GetAtt Users.Arn, AuthorizationScopes: [a/b] } } } } }
  List: { Type: AWS::Serverless::Function, Properties: { Handler: a.b, Events: { Get: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /, Method: get, Auth: ${auth} } } } } }
`
const authorization = (text: string) => reportOf(diagnoseText(text)).access.map(it => it.authorization)

it.each([
  ['cognito', rest('!If [Is, COGNITO_USER_POOLS, COGNITO_USER_POOLS]')],
  ['cognito', rest('!If [Is, COGNITO_USER_POOLS, !If [Is, COGNITO_USER_POOLS, COGNITO_USER_POOLS]]')],
  ['none', rest('!If [Is, NONE, NONE]')],
  ['none', rest('!If [Is, NONE, !Ref AWS::NoValue]')],
  ['unknown', rest('!If [Is, NONE, COGNITO_USER_POOLS]')],
  ['unknown', rest('!If [Is, NONE, !Ref Name]')],
  ['none', sam('!If [Is, { Authorizer: NONE }, { Authorizer: NONE }]')],
  ['none', sam('{ Authorizer: !If [Is, NONE, NONE] }')],
  ['cognito', sam('{ Authorizer: !If [Is, Guard, Guard] }')],
  ['unknown', sam('{ Authorizer: !If [Is, Guard, NONE] }')],
])('a condition with the same in both branches decides nothing: %s', (expected, text) => {
  expect(authorization(text)).toEqual([expected])
})

it('no edit of one branch repairs both', () => {
  const scopes = '[!If [Is, b, b]]'
  const found = reportOf(diagnoseText(rest('COGNITO_USER_POOLS', scopes))).findings
  expect(found.filter(({ code }) => code === 'SCOPE_NOT_FULL')).toMatchObject([{ repair: null }])
})
