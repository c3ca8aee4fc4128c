import { expect, it } from 'vitest'
import { importTemplate } from '@/lib/index'

// The document requires openid next to the scopes of OpenID Connect, and a client that may request one.
it.each([
  ['email', ['openid', 'email']],
  ['openid', ['openid']],
  ['shop/read', ['shop/read']],
])('a client is invented for an endpoint that requires %s', (scope, scopes) => {
  const imported = importTemplate([
    {
      path: 'template.yaml',
      text: `Transform: AWS::Serverless-2016-10-31
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users } }
  Api:
    Type: AWS::Serverless::Api
    Properties: { StageName: a, Auth: { DefaultAuthorizer: Pool, Authorizers: { Pool: { UserPoolArn: !GetAtt Users.Arn, AuthorizationScopes: [${scope}] } } } }
  List:
    Type: AWS::Serverless::Function
    Properties: { Handler: a.b, Events: { Get: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /a, Method: get } } } }
`,
    },
  ])
  expect(imported).toMatchObject({ ok: true, spec: { clients: [{ name: 'change-me', scopes }] } })
})
