import { expect, it } from 'vitest'
import { diagnose } from '@/lib/doctor/diagnose'
import { reportOf } from '@/lib/doctor/report'

/** A definition whose operation no client may call, and an event of it that may ask for the scope of the client. */
const template = (event: string, more = '') => `Transform: AWS::Serverless-2016-10-31
Parameters: { Nobody: { Type: String } }
Conditions: { Prod: !Equals [!Ref Nobody, a] }
Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Pool, Identifier: a, Name: a, Scopes: [{ ScopeName: b, ScopeDescription: b }, { ScopeName: c, ScopeDescription: c }] } }
  Client: { Type: AWS::Cognito::UserPoolClient, DependsOn: Server, Properties: { UserPoolId: !Ref Pool, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [a/b], CallbackURLs: [https://a.example], SupportedIdentityProviders: [COGNITO] } }
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: s
      Auth: { Authorizers: { Sam: { UserPoolArn: !GetAtt Pool.Arn } } }
${more}      DefinitionBody:
        swagger: '2.0'
        info: { title: t, version: '1' }
        security: [{ Own: [a/c] }]
        securityDefinitions:
          Own: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: [!GetAtt Pool.Arn] } }
        paths:
          /a: { get: { x-amazon-apigateway-integration: { type: http_proxy, httpMethod: GET, uri: 'https://example.com' } } }
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: a.b
      Runtime: nodejs24.x
      Events:
        E: ${event}
`

const event = (auth: string, path = '/a') =>
  `{ Type: Api, Properties: { RestApiId: !Ref Api, Path: ${path}, Method: get, Auth: ${auth} } }`
const OVERRIDE = '{ Authorizer: Sam, AuthorizationScopes: [a/b], OverrideApiAuth: true }'
const MERGE = '      MergeDefinitions: true\n'

const allowedIn = (text: string) => {
  const { findings, access } = reportOf(diagnose([{ path: 'a.yaml', text }]))
  const row = access.find(({ endpoint }) => endpoint === 'GET /a')
  return [row?.clients[0]?.allowed, findings.some(({ code }) => code === 'ENDPOINT_UNREACHABLE')]
}

it.each([
  ['overrides the operation', event(OVERRIDE), '', [true, false]],
  ['does not', event('{ Authorizer: Sam, AuthorizationScopes: [a/b] }'), '', [false, true]],
  ['has another path', event(OVERRIDE, '/b'), '', [false, true]],
  [
    'may override it',
    event('{ Authorizer: Sam, AuthorizationScopes: [a/b], OverrideApiAuth: !Ref Nobody }'),
    '',
    [null, false],
  ],
  ['overrides it by a condition', event(`!If [Prod, ${OVERRIDE}, !Ref AWS::NoValue]`), '', [null, false]],
  ['is there by a condition', `!If [Prod, ${event(OVERRIDE)}, !Ref AWS::NoValue]`, '', [null, false]],
  ['may have its path', event(OVERRIDE, '!Ref Nobody'), '', [null, false]],
  ['is merged', event('{ Authorizer: Sam, AuthorizationScopes: [a/b] }'), MERGE, [true, false]],
  [
    'may be merged',
    event('{ Authorizer: Sam, AuthorizationScopes: [a/b] }'),
    MERGE.replace('true', '!Ref Nobody'),
    [null, false],
  ],
])('an event that %s', (_, written, more, expected) => {
  expect(allowedIn(template(written, more))).toEqual(expected)
})
