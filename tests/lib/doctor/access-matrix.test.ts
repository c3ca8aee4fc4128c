import { expect, it } from 'vitest'
import { doctorText } from '@/cli/doctor-text'
import { diagnose } from '@/lib/doctor/diagnose'
import { reportOf } from '@/lib/doctor/report'
import { baseText } from './faults'

const method = (verb: string, authorization: string) => `  ${verb}:
    Type: AWS::ApiGateway::Method
    Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: ${verb}, Integration: { Type: MOCK }, ${authorization} }
`
const TEMPLATE = `Parameters: { Type: { Type: String } }
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Pool: { Type: AWS::Cognito::UserPool }
  Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Pool } }
  Cognito:
    Type: AWS::ApiGateway::Authorizer
    Properties: { Name: c, RestApiId: !Ref Api, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Pool.Arn] }
${method('GET', 'AuthorizationType: NONE')}${method('PUT', 'AuthorizationType: AWS_IAM')}${method('POST', 'AuthorizationType: CUSTOM, AuthorizerId: !Ref Own')}${method('PATCH', 'AuthorizationType: !Ref Type, AuthorizerId: !Ref Cognito')}${method('DELETE', 'AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Cognito, AuthorizationScopes: [notes/write]')}`

it('says who can call, whatever the authorization is', () => {
  const diagnosis = diagnose([{ path: 'template.yaml', text: TEMPLATE }])
  const report = reportOf(diagnosis)
  expect(
    report.access.map(({ endpoint, authorization, clients }) => [
      endpoint,
      authorization,
      clients[0]?.allowed,
    ]),
  ).toEqual([
    ['GET /', 'none', true],
    ['PUT /', 'iam', false],
    ['POST /', 'custom', null],
    ['PATCH /', 'unknown', null],
    ['DELETE /', 'cognito', false],
  ])
  expect(
    doctorText(report, diagnosis, false).split('Who can call with an access token\n')[1]?.split('\n\n')[0],
  ).toBe(
    [
      '  GET /     none     no token required',
      '  PUT /     iam      signed requests only',
      '  POST /    custom   whoever the Lambda authorizer accepts',
      '  PATCH /   unknown  not shown in these files',
      '  DELETE /  cognito  none of the clients',
    ].join('\n'),
  )
})

const OAUTH = 'AllowedOAuthFlows: [code], CallbackURLs: [https://a.example], AllowedOAuthScopes: [notes/read]'

it.each([
  ['lists the scope', `${OAUTH}, AllowedOAuthFlowsUserPoolClient: true`, '', true],
  ['has OAuth settings that are not enabled', OAUTH, '', false],
  ['signs in through the SDK', 'GenerateSecret: false', '', false],
  ['signs in through the SDK, with a trigger of version V2_0', 'GenerateSecret: false', 'V2_0', null],
  ['signs in through the SDK, with a trigger of version V1_0', 'GenerateSecret: false', 'V1_0', false],
])('of a client that %s', (_, client, trigger, allowed) => {
  const version = trigger && `{ PreTokenGenerationConfig: { LambdaArn: a, LambdaVersion: ${trigger} } }`
  const text = `Transform: AWS::Serverless-2016-10-31
Globals:
  HttpApi:
    Auth:
      DefaultAuthorizer: Pool
      Authorizers:
        Pool:
          IdentitySource: $request.header.Authorization
          JwtConfiguration: { Issuer: !GetAtt Users.ProviderURL, Audience: [!Ref Client] } # SAM accepts capitals
Resources:
  Users: { Type: AWS::Cognito::UserPool, Properties: { LambdaConfig: ${version || '{}'} } }
  Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, ${client} } }
  List:
    Type: AWS::Serverless::Function
    Properties:
      Handler: src/notes.list
      Events:
        Get: { Type: HttpApi, Properties: { Path: /notes, Method: get, Auth: { AuthorizationScopes: [notes/read] } } }
        Any: { Type: HttpApi, Properties: { Path: /any, Method: get } }
`
  const { access } = reportOf(diagnose([{ path: 'template.yaml', text }]))
  expect(access.map(({ endpoint, clients }) => [endpoint, clients[0]?.allowed])).toEqual([
    ['GET /notes', allowed],
    ['GET /any', true],
  ])
})

it.each([
  ['[!Ref Client]', true],
  ['[!Ref Other]', false],
  ['[!Ref Other, https://api.example.com]', null],
  ['!Ref Audience', null],
])('with the audience %s', (audience, allowed) => {
  const text = `Parameters: { Audience: { Type: CommaDelimitedList } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users } }
  Other: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users } }
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Jwt:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      Name: jwt
      AuthorizerType: JWT
      IdentitySource: [$request.header.Authorization]
      JwtConfiguration: { Issuer: !GetAtt Users.ProviderURL, Audience: ${audience} }
  Route: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: GET /a, AuthorizationType: JWT, AuthorizerId: !Ref Jwt } }
`
  const { access } = reportOf(diagnose([{ path: 'template.yaml', text }]))
  expect(access[0]?.clients.find(({ id }) => id === 'Client')?.allowed).toBe(allowed)
})

it.each([
  ['is not a full name', 'read', false],
  ['no resource server declares', 'notes/other', false],
  ['is declared', 'notes/read', true],
])('a client that lists a scope that %s', (_, scope, allowed) => {
  const text = baseText('http').replaceAll('- notes/read', `- ${scope}`)
  const { access } = reportOf(diagnose([{ path: 'template.yaml', text }]))
  expect(access.map(({ endpoint, clients }) => [endpoint, clients[0]?.allowed])).toEqual([
    ['GET /notes', allowed],
  ])
})

it('a client may list a scope of a resource server that is elsewhere', () => {
  const text = baseText('http')
    .replaceAll('!Ref Users', 'us-east-1_AbCdEfGhI')
    .replaceAll('${Users}', 'us-east-1_AbCdEfGhI')
    .replaceAll('- notes/read', '- other/read')
  const { access } = reportOf(diagnose([{ path: 'template.yaml', text }]))
  expect(access.map(({ clients }) => clients[0]?.allowed)).toEqual([true])
})
