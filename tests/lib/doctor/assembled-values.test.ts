import { describe, expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const POOL = `Parameters:
  Stage: { Type: String, Default: dev }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Users, Domain: abc } }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: a, Name: a, Scopes: [{ ScopeName: b, ScopeDescription: b }] } }
`
const client = (name: string) =>
  `  ${name}: { Type: AWS::Cognito::UserPoolClient, DependsOn: Server, Properties: { UserPoolId: !Ref Users, GenerateSecret: true, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [client_credentials], AllowedOAuthScopes: [a/b] } }
`
const api = (values: { audience: string; issuer: string; scope: string }) =>
  `  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Auth:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      { Name: a, AuthorizerType: JWT, ApiId: !Ref Api, IdentitySource: [$request.header.Authorization], JwtConfiguration: { Audience: ${values.audience}, Issuer: !Sub '${values.issuer}' } }
  Route:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Api, RouteKey: GET /notes, AuthorizationType: JWT, AuthorizerId: !Ref Auth, AuthorizationScopes: [${values.scope}] }
`
const ISSUER = 'https://cognito-idp.${AWS::Region}.amazonaws.com/'
const givenClient = { audience: '[!Ref Web]', issuer: `${ISSUER}\${Users}`, scope: 'a/b' }

describe('a dynamic reference that a function puts together', () => {
  it.each([
    ["!Sub 'a/{{resolve:ssm:/notes/scope-${Stage}}}'", 'resolve:ssm:/notes/scope-dev'],
    ["!Sub 'a/{{resolve:ssm:/${Stage}/scope}}'", 'resolve:ssm:/dev/scope'],
    ["!Join ['', ['{{resolve:ssm:/scope/', !Ref Stage, '}}']]", 'resolve:ssm:/scope/dev'],
  ])('is known when the template is deployed: %s', (scope, name) => {
    const text = POOL + client('Web') + api({ ...givenClient, scope })
    const { findings, undecided } = diagnose([{ path: 'template.yaml', text }])
    expect(findings.map(({ code }) => code)).toEqual([])
    const [check] = undecided.filter(({ code }) => code === 'SCOPE_UNDECLARED')
    expect(check?.because.map(({ message }) => message)).toEqual([
      `${name} is read when the template is deployed.`,
    ])
  })

  it('may name the pool of an issuer', () => {
    const issuer = `${ISSUER}{{resolve:ssm:/auth/pool-id/\${Stage}}}`
    const text = POOL + client('Web') + api({ ...givenClient, issuer })
    const { findings, graph } = diagnose([{ path: 'template.yaml', text }])
    expect(findings.map(({ code }) => code)).toEqual([])
    expect(graph.clients).toHaveLength(1)
  })
})

describe('a list of a parent that the child splits', () => {
  it.each(["','", "', '"])('has the clients of the parent, between %s', separator => {
    const parent = `${POOL}${client('One')}${client('Two')}  Child:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ./child.yaml, Parameters: { Pool: !Ref Users, Clients: !Join [${separator}, [!Ref One, !Ref Two]] } }
`
    const child = `Parameters: { Pool: { Type: String }, Clients: { Type: CommaDelimitedList } }
Resources:
${api({ ...givenClient, audience: '!Ref Clients', issuer: `${ISSUER}\${Pool}` })}`
    const { findings } = diagnose([
      { path: 'parent.yaml', text: parent },
      { path: 'child.yaml', text: child },
    ])
    expect(findings.map(({ code }) => code)).toEqual([])
  })
})

it('the default value of Fn::FindInMap may be another one', () => {
  const text = `Transform: AWS::LanguageExtensions
Mappings:
  Types: { default: { auth: COGNITO_USER_POOLS } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Auth: { Type: AWS::ApiGateway::Authorizer, Properties: { Name: a, Type: COGNITO_USER_POOLS, RestApiId: !Ref Api, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizerId: !Ref Auth
      AuthorizationType: { 'Fn::FindInMap': [Types, staging, auth, { DefaultValue: !FindInMap [Types, default, auth] }] }
`
  const { findings } = diagnose([{ path: 'template.yaml', text }])
  expect(findings.map(({ code }) => code)).toContain('METHOD_WITHOUT_SCOPES')
})

describe('an answer about the same thing as an earlier one', () => {
  const answer = (isEnabled: boolean) =>
    JSON.stringify({
      UserPoolClient: {
        ClientId: 'c1',
        ClientName: 'web',
        UserPoolId: 'eu-west-1_Example12',
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: ['openid'],
        AllowedOAuthFlowsUserPoolClient: isEnabled,
        CallbackURLs: ['https://app.example.com/callback'],
        SupportedIdentityProviders: ['COGNITO'],
      },
    })
  const codesOf = (...answers: readonly string[]) => {
    const { findings, graph } = diagnose(answers.map((text, i) => ({ path: `${i}.json`, text })))
    return [graph.clients.length, findings.map(({ code }) => code)]
  }

  it('takes its place, as after a change', () => {
    expect(codesOf(answer(false))).toEqual([1, ['OAUTH_NOT_ENABLED']])
    expect(codesOf(answer(false), answer(true))).toEqual([1, []])
    expect(codesOf(answer(true), answer(false))).toEqual([1, ['OAUTH_NOT_ENABLED']])
  })
})

it('files of a few hundred kilobytes get their repairs', () => {
  const broken = (name: string) =>
    `  ${name}: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, AllowedOAuthFlows: [code], AllowedOAuthScopes: [openid], CallbackURLs: ['https://app.example.com/callback'], SupportedIdentityProviders: [COGNITO] } }\n`
  const names = Array.from({ length: 20 }, (_, i) => `Client${i}`)
  const text = `${POOL}${names.map(broken).join('')}${`# ${'x'.repeat(98)}\n`.repeat(3000)}`
  expect(text.length).toBeGreaterThan(300_000)
  const { findings } = diagnose([{ path: 'template.yaml', text }])
  const found = findings.filter(({ code }) => code === 'OAUTH_NOT_ENABLED')
  expect(found).toHaveLength(20)
  expect(found.filter(({ repair }) => repair === null)).toEqual([])
})
