import { describe, expect, it } from 'vitest'
import { diagnoseText } from './files'

const said = (text: string) => {
  const { findings, undecided } = diagnoseText(text)
  return [findings.map(({ code }) => code), undecided.map(({ code }) => code)]
}

describe('a callback URL that is', () => {
  const template = (url: string, resource: string) => `Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Users, Domain: notes } }
  Other: { Type: ${resource} }
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties: { UserPoolId: !Ref Users, AllowedOAuthFlows: [code], AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthScopes: [openid], CallbackURLs: [${url}], SupportedIdentityProviders: [COGNITO] }
`
  it.each([
    ['the address of an HTTP API', '!GetAtt Other.ApiEndpoint', 'AWS::ApiGatewayV2::Api', [], []],
    ['a path of it', "!Sub '${Other.ApiEndpoint}/callback'", 'AWS::ApiGatewayV2::Api', [], []],
    ['the URL of a function', '!GetAtt Other.FunctionUrl', 'AWS::Lambda::Url', [], []],
    [
      'a host without a scheme',
      '!GetAtt Other.DomainName',
      'AWS::CloudFront::Distribution',
      ['REDIRECT_URI_INVALID'],
      [],
    ],
    ['a host with it', "!Sub 'https://${Other.DomainName}'", 'AWS::CloudFront::Distribution', [], []],
    ['a website with http', '!GetAtt Other.WebsiteURL', 'AWS::S3::Bucket', ['REDIRECT_URI_INVALID'], []],
    ['any other value', '!GetAtt Other.Anything', 'AWS::Some::Thing', [], ['REDIRECT_URI_INVALID']],
  ])('%s', (_, url, resource, findings, undecided) => {
    expect(said(template(url, resource))).toEqual([findings, undecided])
  })
})

describe('a machine of a pool without a domain', () => {
  const template = (flows: string) => `Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Server:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties: { UserPoolId: !Ref Users, Identifier: api, Name: a, Scopes: [{ ScopeName: read, ScopeDescription: r }] }
  Client:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: Server
    Properties: { UserPoolId: !Ref Users, GenerateSecret: true, AllowedOAuthFlows: [client_credentials], AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthScopes: [api/read]${flows} }
`
  // GetClientToken API: it issues tokens without a domain.
  it.each([
    ['', ['DOMAIN_MISSING']],
    [', ExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]', ['DOMAIN_MISSING']],
    [', ExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH]', []],
  ])('with the flows %j', (flows, expected) => {
    expect(said(template(flows))).toEqual([expected, []])
  })
})

describe('a short scope of an endpoint', () => {
  const template = (trigger: string) => `Resources:
  Users: { Type: AWS::Cognito::UserPool${trigger} }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Auth:
    Type: AWS::ApiGateway::Authorizer
    Properties: { RestApiId: !Ref Api, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] }
  Get:
    Type: AWS::ApiGateway::Method
    Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Auth, AuthorizationScopes: [read] }
`
  const triggerOf = (version: string) =>
    `, Properties: { LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: a, LambdaVersion: ${version} } } }`
  it.each([
    ['', ['SCOPE_NOT_FULL'], []],
    [triggerOf('V1_0'), ['SCOPE_NOT_FULL'], []],
    [triggerOf('V2_0'), [], ['SCOPE_NOT_FULL']],
  ])('of a pool%s', (trigger, findings, undecided) => {
    expect(said(template(trigger))).toEqual([findings, undecided])
  })
})

// A machine's grant is in no branch, so that nothing about machines depends on the condition.
it.each([
  ['[code, !If [IsTest, implicit, !Ref AWS::NoValue]]', ['IMPLICIT_GRANT']],
  ['!If [IsTest, [code, implicit], [code]]', ['IMPLICIT_GRANT']],
  [
    '[code, !If [IsTest, client_credentials, !Ref AWS::NoValue]]',
    ['CLIENT_CREDENTIALS_MIXED', 'CLIENT_CREDENTIALS_WITHOUT_SECRET'],
  ],
])('the grants %s leave undecided %j', (grants, expected) => {
  const [findings, undecided] = said(`Parameters: { Kind: { Type: String } }
Conditions: { IsTest: !Equals [!Ref Kind, test] }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Users, Domain: notes } }
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties: { UserPoolId: !Ref Users, AllowedOAuthFlows: ${grants}, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthScopes: [openid], CallbackURLs: ['https://a.example'], SupportedIdentityProviders: [COGNITO] }
`)
  expect([findings, undecided!.toSorted()]).toEqual([[], expected])
})
