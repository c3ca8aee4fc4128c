import { expect, it } from 'vitest'
import { diagnose } from '@/lib/doctor/diagnose'
import { reportOf } from '@/lib/doctor/report'
import { templatesOf } from './files'

const REST = `Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Pool: { Type: AWS::Cognito::UserPool, Properties: { UserPoolName: users } }
  Server:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties: { UserPoolId: !Ref Pool, Identifier: notes, Name: notes, Scopes: [{ ScopeName: read, ScopeDescription: Read }] }
  Client:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: Server
    Properties:
      UserPoolId: !Ref Pool
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [code]
      AllowedOAuthScopes: [notes/read]
      CallbackURLs: [https://notes.example]
      SupportedIdentityProviders: [COGNITO]
  Users:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      Name: users
      RestApiId: !Ref Api
      Type: COGNITO_USER_POOLS
      IdentitySource: method.request.header.Authorization
      ProviderARNs: [!GetAtt Pool.Arn]
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref Users
      AuthorizationScopes: [notes/read]
      Integration: { Type: MOCK }
`
const IDENTITY = '      IdentitySource: method.request.header.Authorization\n'

it.each([
  ['nothing that refuses tokens', undefined, '', '', true],
  [
    'an issuer that REST APIs do not accept',
    'UPDATED_ISSUER_WITH_REST',
    'UserPoolName: users',
    'IssuerConfiguration: { Type: UPDATED }',
    false,
  ],
  [
    'a token in the query string',
    'IDENTITY_SOURCE_INVALID',
    'method.request.header.Authorization',
    'method.request.querystring.token',
    false,
  ],
  ['no place of the token', 'IDENTITY_SOURCE_MISSING', IDENTITY, '', false],
  [
    'a place of the token under a condition',
    undefined,
    IDENTITY,
    "      IdentitySource: !If [Live, method.request.header.Authorization, !Ref 'AWS::NoValue']\n",
    null,
  ],
  ['a Lambda authorizer', 'AUTHORIZER_TYPE_MISMATCH', 'Type: COGNITO_USER_POOLS', 'Type: TOKEN', null],
  [
    'an authorizer type in lower case',
    'AUTHORIZER_TYPE_MISMATCH',
    'Type: COGNITO_USER_POOLS',
    'Type: cognito_user_pools',
    null,
  ],
  [
    'the type of HTTP APIs',
    'AUTHORIZER_TYPE_MISMATCH',
    'AuthorizationType: COGNITO_USER_POOLS',
    'AuthorizationType: JWT',
    null,
  ],
])('answers for %s', (_, code, part, other, allowed) => {
  // The first of two equal types is the authorizer's.
  const text = REST.replace(part, () => other)
  const { access, findings } = reportOf(diagnose([{ path: 'template.yaml', text }]))
  expect(findings.filter(({ severity }) => severity === 'error').map(finding => finding.code)).toEqual(
    code ? [code] : [],
  )
  expect(access.map(({ clients }) => clients)).toEqual([[{ id: 'Client', allowed }]])
})

it('does not answer for a stage that serves an endpoint as it was before', () => {
  const { access } = reportOf(diagnose(templatesOf('snapshot.json')))
  expect(access.map(({ endpoint, clients }) => [endpoint, clients[0]?.allowed])).toEqual([
    ['OPTIONS /', null],
    ['GET /orders', null],
    ['POST /orders', false],
  ])
})
