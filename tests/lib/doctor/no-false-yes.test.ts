import { expect, it } from 'vitest'
import { doctorText } from '@/cli/doctor-text'
import { diagnose } from '@/lib/doctor/diagnose'
import { reportOf } from '@/lib/doctor/report'
import { readFiles } from '@/lib/read/read'
import { templateApi } from '@/lib/template-api'
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

/** What the command says in the row of an endpoint. */
const inTable = (text: string, endpoint: string, path = 'template.yaml') => {
  const diagnosis = diagnose(path === 'template.yaml' ? [{ path, text }] : templatesOf(path))
  const [, table = ''] = doctorText(reportOf(diagnosis), diagnosis, false).split(
    'Who can call with an access token\n',
  )
  const lines = table.split('\n')
  return lines
    .find(line => line.startsWith(`  ${endpoint} `))
    ?.split(/ {2,}/)
    .at(-1)
}
const WITHOUT_SCOPES = REST.replace('      AuthorizationScopes: [notes/read]\n', '')

it.each([
  ['a method without scopes', WITHOUT_SCOPES, 'ID tokens only'],
  [
    'an issuer that REST APIs do not accept',
    WITHOUT_SCOPES.replace('UserPoolName: users', 'IssuerConfiguration: { Type: UPDATED }'),
    'none of the clients',
  ],
  ['a Lambda authorizer', WITHOUT_SCOPES.replace('Type: COGNITO_USER_POOLS', 'Type: TOKEN'), 'Client?'],
  ['no authorizer', WITHOUT_SCOPES.replace('      AuthorizerId: !Ref Users\n', ''), 'none of the clients'],
])('the table of the command line says who can call with %s', (_, text, who) => {
  expect(inTable(text, 'GET /')).toBe(who)
})

it('the table does not say who can call what the stage serves in another way', () => {
  expect(inTable('', 'OPTIONS /', 'snapshot.json')).toBe('not shown in these files')
  expect(inTable('', 'GET /orders', 'snapshot.json')).toBe('not shown in these files')
})

it('no client can call a method without scopes, whatever the pool is', () => {
  const unknownPool = WITHOUT_SCOPES.replace('!GetAtt Pool.Arn', '!ImportValue pool-arn')
  expect(reportOf(diagnose([{ path: 'a.yaml', text: unknownPool }])).access[0]?.clients).toEqual([
    { id: 'Client', allowed: false },
  ])
})

it('an event of the Serverless Framework gets the advice for its own authorizer', () => {
  const ARN = 'cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123'
  const text = `service: notes
provider: { name: aws }
functions:
  list:
    handler: a.b
    events:
      - http: { path: a, method: get, authorizer: { arn: 'aws:${ARN}' } }
      - http: { path: b, method: get, authorizer: { arn: !GetAtt Pool.Arn, name: b } }
resources: { Resources: { Pool: { Type: 'AWS::Cognito::UserPool' } } }
`
  const { findings } = reportOf(diagnose([{ path: 'serverless.yml', text }]))
  const advice = findings.filter(({ code }) => code === 'AUTHORIZER_TYPE_MISMATCH').map(({ fix }) => fix)
  expect(advice.map(fix => fix.split(' ')[0])).toEqual(['Begin', 'Add'])
})

it.each([
  [
    'accepts the original issuer only',
    REST.replace('UserPoolName: users', 'IssuerConfiguration: { Type: UPDATED }'),
  ],
  [
    'a place where Users can read the token',
    REST.replace('method.request.header.Authorization', 'method.request.querystring.token'),
  ],
  ['a place where Users can read the token', REST.replace(IDENTITY, '')],
])('no token is judged where none can be accepted: %s', (why, text) => {
  const { notJudged } = templateApi(readFiles([{ path: 'template.yaml', text }]))
  expect(notJudged.map(({ endpoint }) => endpoint)).toEqual(['GET /'])
  expect(notJudged[0]?.why).toContain(why)
})

// What a deployment does not create has no tokens.
it.each([
  ['NO_CALLBACK', '      CallbackURLs: [https://notes.example]\n', ''],
  ['REDIRECT_URI_INVALID', 'https://notes.example', 'http://notes.example'],
  [
    'DEFAULT_REDIRECT_NOT_LISTED',
    'CallbackURLs:',
    'DefaultRedirectURI: https://other.example\n      CallbackURLs:',
  ],
  ['CLIENT_CREDENTIALS_MIXED', '[code]', '[code, client_credentials]\n      GenerateSecret: true'],
  ['CLIENT_CREDENTIALS_WITHOUT_SECRET', '[code]', '[client_credentials]'],
  [
    'CLIENT_CREDENTIALS_WITH_OIDC_SCOPE',
    '[code]\n      AllowedOAuthScopes: [notes/read',
    '[client_credentials]\n      GenerateSecret: true\n      AllowedOAuthScopes: [notes/read, openid',
  ],
  ['TOKEN_VALIDITY_OUT_OF_RANGE', 'CallbackURLs:', 'AccessTokenValidity: 60\n      CallbackURLs:'],
  ['NAME_PATTERN', 'CallbackURLs:', 'ClientName: a/b\n      CallbackURLs:'],
  [
    'LIMIT_EXCEEDED',
    'CallbackURLs:',
    `LogoutURLs: [${Array.from({ length: 101 }, (_, i) => `https://a.example/${i}`)}]\n      CallbackURLs:`,
  ],
  [
    'ROTATION_WITH_REFRESH_FLOW',
    'CallbackURLs:',
    'RefreshTokenRotation: { Feature: ENABLED }\n      CallbackURLs:',
  ],
])('%s: a client that Cognito does not create can call nothing', (code, from, to) => {
  expect(REST).toContain(from)
  const { findings, access } = reportOf(diagnose([{ path: 'template.yaml', text: REST.replace(from, to) }]))
  expect(findings.map(finding => finding.code)).toContain(code)
  expect(access.map(({ clients }) => clients)).toEqual([[{ id: 'Client', allowed: false }]])
})

it('whether Cognito refuses a client for OAuth settings that are switched off is not known', () => {
  const text = REST.replace(
    'AllowedOAuthFlowsUserPoolClient: true',
    'ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]',
  )
    .replace('      CallbackURLs: [https://notes.example]\n', '')
    .replaceAll('AuthorizationScopes: [notes/read]', 'AuthorizationScopes: [aws.cognito.signin.user.admin]')
  const { findings, access } = reportOf(diagnose([{ path: 'template.yaml', text }]))
  expect(findings.map(({ code }) => code)).toContain('NO_CALLBACK')
  expect(access.map(({ clients }) => clients)).toEqual([[{ id: 'Client', allowed: null }]])
})

it.each([
  ['a description', 'description: Give ${token}', 1],
  ['a mapping template', 'summary: a\nx-mapping: { "application/json": "${input.params(1)}" }', 1],
  [
    'the address of a function',
    "x-amazon-apigateway-integration: { type: aws_proxy, httpMethod: POST, uri: 'arn:${Arn}' }",
    0,
  ],
  [
    'the address of a function on the next line',
    "x-amazon-apigateway-integration:\n  type: aws_proxy\n  uri:\n    'arn:${Arn}'",
    0,
  ],
  ['a list of pools', 'x-pools:\n  - ${Pool}', 0],
  ['a stage variable', "x-amazon-apigateway-integration: { type: http, uri: '${stageVariables.url}' }", 1],
  ['a function', 'x-role: { Fn::GetAtt: [Role, Arn] }', 0],
  ['a function by its tag', 'x-role: !Sub role', 0],
  ['a reference', 'x-role: { Ref: Role }', 0],
  ['a reference as JSON writes it', 'x-role: {"Ref": "Role"}', 0],
  [
    'a property that is called Ref',
    'parameters: [{ in: body, schema: { properties: { Ref: { type: string } } } }]',
    1,
  ],
  ['a value that is called Ref', 'x-order:\n  Ref: A-1\n  Total: 3', 1],
  ['a property that is called Ref and another', 'x-order: { Ref: A-1, Total: 3 }', 1],
  [
    'a function in a description',
    'description: |\n  Use Fn::Sub:\n  - ${Name}\n  or !Ref Name, or\n  uri: ${x}',
    1,
  ],
  ['a list of words', 'tags: [read, write]', 1],
  ['a function beside other keys', 'x-role: { Fn::Transform: { Name: AWS::Include }, Path: / }', 0],
  ['a loop', 'x-roles: { Fn::ForEach::Role: [Name, [a], { b: c }], Path: / }', 0],
  [
    'the link of a VPC',
    "x-amazon-apigateway-integration: { type: http_proxy, connectionType: VPC_LINK, connectionId: '${link}' }",
    0,
  ],
])('an OpenAPI document is filled in by a template for %s or not', (_, line, findings) => {
  const text = `openapi: 3.0.1
info: { title: notes, version: '1' }
paths:
  /notes:
    options: { x-amazon-apigateway-integration: { type: mock } }
    get:
      security: [{ Pool: [notes/read] }]
      ${line.replaceAll('\n', '\n      ')}
components:
  securitySchemes:
    Pool:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: cognito_user_pools
      x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123'] }
`
  const report = reportOf(diagnose([{ path: 'openapi.yaml', text }]))
  const said = [...report.findings, ...report.undecided].filter(
    ({ code }) => code === 'UNAUTHORIZED_WITHOUT_CORS',
  )
  expect(said).toHaveLength(1)
  expect(report.findings.filter(({ code }) => code === 'UNAUTHORIZED_WITHOUT_CORS')).toHaveLength(findings)
})

it.each([
  ['GenerateSecret: true', true],
  ['GenerateSecret: false', false],
  ['GenerateSecret: !Ref Secret', null],
  ['GenerateSecret: true\n      AccessTokenValidity: !Ref Validity', null],
])('a client of which it is not known whether Cognito creates it: %s', (settings, allowed) => {
  const text = REST.replace('[code]', `[client_credentials]\n      ${settings}`)
  const { access } = reportOf(
    diagnose([
      {
        path: 'a.yaml',
        text: `Parameters: { Secret: { Type: String }, Validity: { Type: Number } }\n${text}`,
      },
    ]),
  )
  expect(access[0]?.clients).toEqual([{ id: 'Client', allowed }])
})

// SDK sign-in gives no scope that is listed.
it.each([
  ['neither flows nor the switch', '', '', false],
  ['the switch without flows', '      AllowedOAuthFlowsUserPoolClient: true\n', '', false],
  ['an empty list of flows', '      AllowedOAuthFlowsUserPoolClient: true\n', '[]', false],
  [
    'a flow that is not known',
    '      AllowedOAuthFlowsUserPoolClient: true\n',
    "[!Ref 'AWS::StackName']",
    null,
  ],
])('a listed scope needs a flow: %s', (_, isOn, flows, allowed) => {
  const text = REST.replace('      AllowedOAuthFlowsUserPoolClient: true\n', isOn).replace(
    '      AllowedOAuthFlows: [code]\n',
    flows && `      AllowedOAuthFlows: ${flows}\n`,
  )
  const { access } = reportOf(diagnose([{ path: 'template.yaml', text }]))
  expect(access[0]?.clients).toEqual([{ id: 'Client', allowed }])
})

const LIVE = "Conditions: { Live: !Equals [!Ref 'AWS::Region', eu-west-1] }\n"
const V2_TRIGGER =
  'LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: V2_0, LambdaArn: arn:aws:lambda:eu-west-1:111122223333:function:f } }'

// What holds in both branches of a condition holds for each of them.
it.each([
  [
    'no client, where the method may be open to all',
    REST.replace('CallbackURLs: [https://notes.example]', 'CallbackURLs: []').replace(
      'AuthorizationType: COGNITO_USER_POOLS',
      'AuthorizationType: !If [Live, COGNITO_USER_POOLS, NONE]',
    ),
    null,
  ],
  [
    'no scope, where a trigger of its pool may add it',
    REST.replace('UserPoolName: users', V2_TRIGGER)
      .replace('AllowedOAuthScopes: [notes/read]', 'AllowedOAuthScopes: [openid]')
      .replace('AuthorizerId: !Ref Users', "AuthorizerId: !If [Live, !Ref Users, !Ref 'AWS::NoValue']"),
    null,
  ],
  [
    'no scope, where nothing adds it',
    REST.replace('AllowedOAuthScopes: [notes/read]', 'AllowedOAuthScopes: [openid]').replace(
      'AuthorizerId: !Ref Users',
      "AuthorizerId: !If [Live, !Ref Users, !Ref 'AWS::NoValue']",
    ),
    false,
  ],
])('a certain no is one in both branches: %s', (_, text, allowed) => {
  const { access } = reportOf(diagnose([{ path: 'a.yaml', text: text + LIVE }]))
  expect(access[0]?.clients).toEqual([{ id: 'Client', allowed }])
})
