import { expect, it } from 'vitest'
import { diagnoseText } from './files'

const findings = (scopes: string, server = '') =>
  diagnoseText(`Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Phone: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users } }
${server}  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Guard:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: !Ref Api
      Name: users
      Type: COGNITO_USER_POOLS
      IdentitySource: method.request.header.Authorization
      ProviderARNs: [!GetAtt Users.Arn]
  GetNotes:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref Guard
      AuthorizationScopes: [${scopes}]
`).findings.map(({ code }) => code)

const server =
  '  Scopes: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: notes, Name: notes, Scopes: [{ ScopeName: read, ScopeDescription: Read }] } }\n'

// SDK sign-in grants no custom scope, whether a resource server declares it or not.
it.each([
  ['a scope of a resource server', 'notes/read', server, []],
  ['a scope whose resource server is elsewhere', 'notes/read', '', []],
  ['a scope that is not declared', 'notes/write', server, ['SCOPE_UNDECLARED']],
  ['a name without identifier', 'read', server, ['SCOPE_NOT_FULL']],
])('SDK sign-in does not grant %s', (_, scope, resourceServer, others) => {
  expect(findings(scope, resourceServer)).toEqual([...others, 'SDK_TOKENS_LACK_SCOPE'])
})

it('SDK sign-in grants its own scope', () => {
  expect(findings('aws.cognito.signin.user.admin')).toEqual([])
})
