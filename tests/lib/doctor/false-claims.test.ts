import { describe, expect, it } from 'vitest'
import { reportOf } from '@/lib/doctor/report'
import { diagnoseText } from './files'

const codesOf = (text: string) => diagnoseText(text).findings.map(({ code }) => code)

/** Whether each client can call the first endpoint. */
const allowedIn = (text: string) =>
  reportOf(diagnoseText(text)).access[0]?.clients.map(({ allowed }) => allowed)

const POOL = `Parameters: { Stage: { Type: String } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
`

describe('an issuer', () => {
  const template = (issuer: string, key = 'GET /a') =>
    `${POOL}  Server:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties: { UserPoolId: !Ref Users, Identifier: a, Name: a, Scopes: [{ ScopeName: b, ScopeDescription: b }] }
  Client:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: Server
    Properties: { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [client_credentials], GenerateSecret: true, AllowedOAuthScopes: [a/b] }
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Jwt:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      Name: jwt
      AuthorizerType: JWT
      IdentitySource: [$request.header.Authorization]
      JwtConfiguration: { Issuer: ${issuer}, Audience: [!Ref Client] }
  Route:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Api, RouteKey: ${key}, AuthorizationType: JWT, AuthorizerId: !Ref Jwt, AuthorizationScopes: [a/b] }
`
  const codes = (issuer: string) => codesOf(template(issuer)).filter(code => /ISSUER|ANOTHER/.test(code))

  it.each([
    ['https://tenant.eu.auth0.com/', []],
    ['https://accounts.google.com', []],
    ["!Sub 'https://login.example.com/${Stage}/'", []],
    ["!Sub 'https://cognito-idp.eu-west-1.amazonaws.com/${Users}/'", ['ISSUER_MISMATCH']],
    ['https://notes.auth.eu-west-1.amazoncognito.com', ['ISSUER_MISMATCH', 'AUTHORIZER_TRUSTS_ANOTHER_POOL']],
    ['https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123', ['AUTHORIZER_TRUSTS_ANOTHER_POOL']],
  ])('%s: %j', (issuer, expected) => {
    expect(codes(issuer)).toEqual(expected)
  })

  it.each([
    ["!Sub 'https://cognito-idp.${AWS::Region}.amazonaws.com/${Users}'", true, []],
    ["!Sub 'https://cognito-idp.${AWS::Region}.amazonaws.com/${Users}/'", false, []],
    ["!Sub 'cognito-idp.${AWS::Region}.amazonaws.com/${Users}'", false, []],
    ["!Sub 'https://notes.auth.${AWS::Region}.amazoncognito.com'", false, []],
    ["'https://cognito-idp.eu-west-1.amazonaws.com/${Users}'", false, []],
    ["!Join ['', ['https://cognito-idp.', '${AWS::Region}', '.amazonaws.com/', !Ref Users]]", false, []],
    ["!Sub 'https://cognito-idp.eu-west-1.amazonaws.com/${!Users}'", false, []],
    // None of these is the iss of a token.
    ["!Sub 'https://cognito-idp.${AWS::Region}.amazonaws.com/${Users}/.well-known/jwks.json'", false, []],
    ["!Sub 'https://cognito-idp-fips.us-east-1.amazonaws.com/${Users}'", false, []],
    ["!Sub 'https://cognito-idp.${AWS::Region}.amazonaws.com.cn/${Users}'", false, []],
    ["!Sub 'https://issuer-cognito-idp.${AWS::Region}.amazonaws.com/${Users}'", false, []],
    ['https://cognito-idp.eu-west-1.amazonaws.com', false, []],
    // In GovCloud Cognito has FIPS endpoints only; the issuer of its tokens is documented nowhere.
    ["!Sub 'https://cognito-idp-fips.us-gov-west-1.amazonaws.com/${Users}'", null, ['ISSUER_MISMATCH']],
    ["!Sub 'https://cognito-idp-fips.${AWS::Region}.amazonaws.com/${Users}'", null, ['ISSUER_MISMATCH']],
    ['!Ref Stage', null, ['ISSUER_MISMATCH', 'ENDPOINT_UNREACHABLE', 'SDK_TOKENS_LACK_SCOPE']],
  ])('%s: the client can call the route: %j', (issuer, expected, undecided) => {
    expect(allowedIn(template(issuer))).toEqual([expected])
    const codes = diagnoseText(template(issuer)).undecided.map(({ code }) => code)
    expect(codes.filter(code => /UNREACHABLE|LACK|ISSUER/.test(code))).toEqual(undecided)
  })

  it.each([
    ['', 'cognito-idp', true],
    ['', 'issuer-cognito-idp', false],
    ['ORIGINAL', 'issuer-cognito-idp', false],
    ['UPDATED', 'issuer-cognito-idp', true],
    ['UPDATED', 'cognito-idp', false],
    ['!Ref Stage', 'issuer-cognito-idp', null],
  ])('of a pool with the issuer type %j, %s: the client can call the route: %j', (type, host, expected) => {
    const text = template(`!Sub 'https://${host}.\${AWS::Region}.amazonaws.com/\${Users}'`)
    const pool = `{ Type: AWS::Cognito::UserPool, Properties: { IssuerConfiguration: { Type: ${type} } } }`
    expect(allowedIn(text.replace('{ Type: AWS::Cognito::UserPool }', type ? pool : '$&'))).toEqual([
      expected,
    ])
  })

  it.each([
    ['', true, []],
    ['ORIGINAL', true, []],
    // What it is then is documented nowhere.
    ['UPDATED', null, ['ISSUER_MISMATCH']],
    ['!Ref Stage', null, ['ISSUER_MISMATCH']],
  ])(
    'ProviderURL of a pool with the issuer type %j: the client can call the route: %s',
    (type, expected, open) => {
      for (const issuer of ['!GetAtt Users.ProviderURL', "!Sub 'https://${Users.ProviderName}'"]) {
        const pool = `{ Type: AWS::Cognito::UserPool, Properties: { IssuerConfiguration: { Type: ${type} } } }`
        const text = template(issuer).replace('{ Type: AWS::Cognito::UserPool }', type ? pool : '$&')
        expect(allowedIn(text)).toEqual([expected])
        const codes = diagnoseText(text).undecided.map(({ code }) => code)
        expect(codes.filter(code => /ISSUER|ANOTHER/.test(code))).toEqual(open)
      }
    },
  )

  it('with a variable that nothing replaces is to be written with Fn::Sub', () => {
    const { findings } = diagnoseText(template("'https://cognito-idp.eu-west-1.amazonaws.com/${Users}'"))
    const fixes = findings
      .filter(({ code }) => /ISSUER|ANOTHER/.test(code))
      .map(({ code, fix }) => [code, fix])
    const has = expect.stringContaining('with Fn::Sub, which replaces ${…}')
    expect(fixes).toEqual([
      ['ISSUER_MISMATCH', has],
      ['AUTHORIZER_TRUSTS_ANOTHER_POOL', has],
    ])
  })

  // The host of another provider, or one that may be.
  it.each([
    ["!Sub 'https://${Stage}.eu.auth0.com/'", [], []],
    ["!Sub 'https://login.${Stage}.example.com/'", [], []],
    ["!Sub 'https://${Stage}/'", [], ['ISSUER_MISMATCH']],
    ["!Sub '${Stage}/'", [], ['ISSUER_MISMATCH']],
    ["!Sub 'https://${Stage}/${Users}'", [], ['ISSUER_MISMATCH']],
    ["!Sub 'https://${Stage}.amazonaws.com/${Users}/'", [], ['ISSUER_MISMATCH']],
    ["!Sub 'https://cognito-idp.${Stage}.amazonaws.com/${Users}/'", ['ISSUER_MISMATCH'], []],
    ["!Sub 'https://cognito-idp.${Stage}/'", ['ISSUER_MISMATCH'], []],
    [
      "!Sub 'https://${Stage}.auth.eu-west-1.amazoncognito.com'",
      ['ISSUER_MISMATCH'],
      ['AUTHORIZER_TRUSTS_ANOTHER_POOL'],
    ],
  ])('%s: %j, undecided %j', (issuer, claimed, open) => {
    const { undecided } = diagnoseText(template(issuer))
    expect(codes(issuer)).toEqual(claimed)
    expect(
      undecided
        .map(({ code }) => code)
        .filter(code => /ISSUER|ANOTHER/.test(code))
        .sort(),
    ).toEqual(open)
  })

  it.each([
    ["!Sub '${Stage} /a'", '${Stage} /a'],
    ["!Sub '${Stage}'", '${Stage}'],
  ])('a route %s is called %s', (key, expected) => {
    const issuer = "!Sub 'https://cognito-idp.${AWS::Region}.amazonaws.com/${Users}'"
    expect(reportOf(diagnoseText(template(issuer, key))).access.map(({ endpoint }) => endpoint)).toEqual([
      expected,
    ])
  })
})

describe('a permission', () => {
  const isMissing = (functionName: string, properties: string, integration = '', called = 'Fn.Arn}') =>
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
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${called}/invocations${integration}
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

  // https://docs.aws.amazon.com/lambda/latest/dg/using-aliases.html
  it.each([
    ['Fn', 'Fn.Arn', false],
    ['Fn}:live', 'Fn.Arn', true],
    ['Fn.Arn}:1', 'Fn.Arn', true],
    ['Fn}:live', 'Fn.Arn}:live', false],
    // No page says that the permission of the whole function is none for its aliases.
    ['Fn', 'Fn.Arn}:live', false],
    ['Fn}${Stage', 'Fn.Arn', false],
  ])('for ${%s}, of a path that calls ${%s}, is missing: %s', (name, called, expected) => {
    const close = (text: string) => (/\}:/.test(text) ? text : `${text}}`)
    expect(isMissing(`!Sub '\${${close(name)}'`, '', '', close(called))).toBe(expected)
  })
})

describe('scopes that a Lambda authorizer does not check', () => {
  const fixes = (text: string) =>
    diagnoseText(text).findings.flatMap(({ code, fix }) => (code === 'SCOPES_IGNORED' ? [fix] : []))
  const lambda = 'arn:aws:lambda:eu-west-1:123456789012:function:a'
  const sam = (api: string, ref: string, authorizer: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: { Type: AWS::Serverless::${api}, Properties: { StageName: a, Auth: { Authorizers: { Own: { FunctionArn: ${lambda}${authorizer} } } } } }
  List: { Type: AWS::Serverless::Function, Properties: { Handler: a.b, Events: { A: { Type: ${api}, Properties: { ${ref}: !Ref Api, Path: /a, Method: get, Auth: { Authorizer: Own, AuthorizationScopes: [a/b] } } } } } }
`
  it.each([
    [
      'a SAM REST API',
      sam('Api', 'RestApiId', ''),
      'Use an authorizer with UserPoolArn, or remove the scopes.',
    ],
    [
      'a SAM HTTP API',
      sam('HttpApi', 'ApiId', ', AuthorizerPayloadFormatVersion: 2.0'),
      'Use an authorizer with JwtConfiguration, or remove the scopes.',
    ],
    [
      'an http event of the Serverless Framework',
      `service: a
provider: { name: aws }
functions: { list: { handler: a.b, events: [{ http: { path: a, method: get, authorizer: { type: token, authorizerId: abc, scopes: [a/b] } } }] } }
`,
      'Use an authorizer of the type COGNITO_USER_POOLS with the ARN of the pool, or remove the scopes.',
    ],
    [
      'an OpenAPI document',
      `openapi: 3.0.1
info: { title: a, version: '1' }
components: { securitySchemes: { own: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: custom, x-amazon-apigateway-authorizer: { type: token, authorizerUri: a } } } }
paths: { /a: { get: { security: [{ own: [a/b] }] } } }
`,
      'Use a security scheme whose x-amazon-apigateway-authorizer has the type cognito_user_pools, or remove the scopes.',
    ],
    [
      'CloudFormation',
      `Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Own: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: a, Type: TOKEN, IdentitySource: method.request.header.Authorization } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: CUSTOM, AuthorizerId: !Ref Own, AuthorizationScopes: [a/b] } }
`,
      'Set the authorization type to COGNITO_USER_POOLS and name the authorizer.',
    ],
  ])('get advice for the format: %s', (_, text, fix) => {
    expect(fixes(text)).toEqual([fix])
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

/** A pool with a client that can get `api/read`, and an API whose definition has one operation. */
const withDefinition = (paths: string, schemes: string) => `Parameters: { Stage: { Type: String } }
Conditions: { Prod: !Equals [!Ref Stage, prod] }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Users, Domain: notes } }
  Server:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties: { UserPoolId: !Ref Users, Identifier: api, Name: a, Scopes: [{ ScopeName: read, ScopeDescription: r }] }
  Client:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: Server
    Properties:
      UserPoolId: !Ref Users
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [client_credentials]
      GenerateSecret: true
      AllowedOAuthScopes: [api/read]
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        swagger: '2.0'
        paths: ${paths}
        securityDefinitions: ${schemes}
`
const COGNITO =
  '{ type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: [!GetAtt Users.Arn] } }'
const GET = '{ get: { security: [{ Cog: [api/read] }] } }'

describe('a condition in the definition of an API', () => {
  it.each([
    ['nothing', `{ /a: ${GET} }`, `{ Cog: ${COGNITO} }`, [true]],
    ['the paths', `!If [Prod, { /a: ${GET} }, { /a: ${GET} }]`, `{ Cog: ${COGNITO} }`, [true]],
    ['a path', `{ /a: !If [Prod, ${GET}, !Ref AWS::NoValue] }`, `{ Cog: ${COGNITO} }`, [true]],
    [
      'an operation',
      '{ /a: { get: !If [Prod, { security: [{ Cog: [api/read] }] }, !Ref AWS::NoValue] } }',
      `{ Cog: ${COGNITO} }`,
      [null],
    ],
    [
      'the security',
      '{ /a: { get: { security: !If [Prod, [{ Cog: [api/read] }], []] } } }',
      `{ Cog: ${COGNITO} }`,
      [null],
    ],
    [
      'a requirement',
      '{ /a: { get: { security: [!If [Prod, { Cog: [api/read] }, !Ref AWS::NoValue]] } } }',
      `{ Cog: ${COGNITO} }`,
      [null],
    ],
    ['the schemes', `{ /a: ${GET} }`, `!If [Prod, { Cog: ${COGNITO} }, {}]`, [null]],
  ])('on %s: no fault is claimed', (_, paths, schemes, expected) => {
    const text = withDefinition(paths, schemes)
    expect(codesOf(text)).toEqual([])
    expect(allowedIn(text)).toEqual(expected)
  })
})

it.each([
  ['without a scope', '{ /a: { get: { security: [{ Cog: [] }] } } }', ['METHOD_WITHOUT_SCOPES'], []],
  [
    'without a scope under a condition',
    '{ /a: !If [Prod, { get: { security: [{ Cog: [] }] } }, !Ref AWS::NoValue] }',
    [],
    ['METHOD_WITHOUT_SCOPES', 'AUTHORIZER_UNUSED'],
  ],
])('an operation of a definition %s', (_, paths, found, undecided) => {
  const diagnosis = diagnoseText(withDefinition(paths, `{ Cog: ${COGNITO} }`))
  expect(diagnosis.findings.map(({ code }) => code)).toEqual(found)
  expect(diagnosis.undecided.map(({ code }) => code)).toEqual(undecided)
})

describe('a REST API with one method', () => {
  const template = (
    scope: string,
    client: string,
    scopes = '[{ ScopeName: read, ScopeDescription: r }]',
  ) => `Parameters: { Stage: { Type: String } }
Conditions: { Prod: !Equals [!Ref Stage, prod] }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Users, Domain: notes } }
  Server:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties: { UserPoolId: !Ref Users, Identifier: api, Name: a, Scopes: ${scopes} }
  Client:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: Server
    Properties: { UserPoolId: !Ref Users, AllowedOAuthScopes: [api/read], AllowedOAuthFlowsUserPoolClient: true, ${client} }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Auth:
    Type: AWS::ApiGateway::Authorizer
    Properties: { RestApiId: !Ref Api, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] }
  Get:
    Type: AWS::ApiGateway::Method
    Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Auth, AuthorizationScopes: [${scope}] }
`
  const MACHINE = 'AllowedOAuthFlows: [client_credentials], GenerateSecret: true'

  // CreateUserPoolClient API, ExplicitAuthFlows: without a list, SRP is allowed.
  it.each([
    ['no list of flows', MACHINE, [true]],
    ['a flow of the SDK', `${MACHINE}, ExplicitAuthFlows: [ALLOW_USER_PASSWORD_AUTH]`, [true]],
    ['a flow by its older name', `${MACHINE}, ExplicitAuthFlows: [ADMIN_NO_SRP_AUTH]`, [true]],
    ['refresh tokens only', `${MACHINE}, ExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]`, [false]],
    ['an unknown flow', `${MACHINE}, ExplicitAuthFlows: [!Ref Stage]`, [null]],
  ])('that requires the scope of SDK sign-in, and %s', (_, client, expected) => {
    const text = template('aws.cognito.signin.user.admin', client)
    expect(allowedIn(text)).toEqual(expected)
    expect(codesOf(text)).toEqual(expected[0] === false ? ['ENDPOINT_UNREACHABLE'] : [])
  })

  const READ = '{ ScopeName: read, ScopeDescription: r }'
  const WRITE = '{ ScopeName: write, ScopeDescription: w }'
  it.each([
    ['in both branches', `!If [Prod, [${READ}], [${READ}, ${WRITE}]]`, []],
    ['in one of them', `!If [Prod, [${READ}], [${WRITE}]]`, ['SCOPE_UNDECLARED', 'SCOPE_UNDECLARED']],
    ['in both, as an item', `[!If [Prod, ${READ}, { ScopeName: read, ScopeDescription: x }]]`, []],
    [
      'in the second, as an item',
      `[!If [Prod, ${WRITE}, ${READ}]]`,
      ['SCOPE_UNDECLARED', 'SCOPE_UNDECLARED'],
    ],
  ])('whose scope is declared %s', (_, scopes, expected) => {
    const { findings, undecided } = diagnoseText(template('api/read', MACHINE, scopes))
    expect(findings.map(({ code }) => code)).toEqual([])
    expect(undecided.map(({ code }) => code)).toEqual(expected)
  })
})

describe('a word that rests on the default of a parameter', () => {
  const template = (
    flow: string,
  ) => `Parameters: { Rotation: { Type: String, Default: ENABLED }, Flow: { Type: String, Default: ALLOW_REFRESH_TOKEN_AUTH } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties: { UserPoolId: !Ref Users, RefreshTokenRotation: { Feature: !Ref Rotation }, ExplicitAuthFlows: [${flow}] }
`
  it.each([
    ['ALLOW_REFRESH_TOKEN_AUTH', ['parameter Rotation keeps its default']],
    ['!Ref Flow', ['parameter Rotation keeps its default', 'parameter Flow keeps its default']],
  ])('is named with the finding: %s', (flow, because) => {
    const found = diagnoseText(template(flow)).findings.find(
      ({ code }) => code === 'ROTATION_WITH_REFRESH_FLOW',
    )
    expect(found?.because).toEqual(because)
  })
})
