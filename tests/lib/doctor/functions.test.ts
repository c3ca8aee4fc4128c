import { describe, expect, it } from 'vitest'
import { graphOf } from '@/lib/doctor/graph'
import { reportOf } from '@/lib/doctor/report'
import { diagnoseText } from './files'

/** The report of a REST API whose pool is written as `arn` and whose method requires `scope`. */
function examine(arn: string, scope = 'a/b') {
  return diagnoseText(`Transform: AWS::LanguageExtensions
Parameters:
  Where: { Type: String }
  Stage: { Type: String, Default: prod }
Mappings:
  Names: { dev: { scope: dev/read } }
  Others: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://maps/others.yaml } } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: a, Name: a, Scopes: [{ ScopeName: b, ScopeDescription: b }] } }
  App: { Type: AWS::Cognito::UserPoolClient, DependsOn: Server, Properties: { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [client_credentials], GenerateSecret: true, AllowedOAuthScopes: [a/b] } }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [${arn}] } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: [${scope}] } }
`)
}

const canCall = (arn: string) => reportOf(examine(arn)).access[0]!.clients.map(({ allowed }) => allowed)

describe('Fn::Split and Fn::Select', () => {
  it.each([
    // The id is the second piece of the ARN.
    ["!Select [1, !Split ['/', !GetAtt Users.Arn]]", true],
    ["!Join ['/', [x, !Select [1, !Split ['/', !GetAtt Users.ProviderName]]]]", true],
    ["!Select [5, !Split [':', !GetAtt Users.Arn]]", true],
    [
      "!Sub ['arn:aws:cognito-idp:${AWS::Region}:1:userpool/${Id}', { Id: !Select ['3', !Split [/, !GetAtt Users.ProviderURL]] }]",
      true,
    ],
    ["!Select [0, !Split [',', !GetAtt Users.Arn]]", true],
    // The Region may have any number of hyphens, and the first piece is not the pool.
    ["!Select [1, !Split ['-', !GetAtt Users.Arn]]", null],
    ["!Select [0, !Split ['/', !GetAtt Users.Arn]]", null],
    ["!Select [1, !Split ['/', !Ref Where]]", null],
    ["!Select [1, !Split ['/', !Sub '${Where}/${Users}']]", null],
  ])('%s names the pool: %s', (arn, expected) => {
    expect(canCall(arn)).toEqual([expected])
  })
})

describe('Fn::FindInMap with a default value', () => {
  const scopesOf = (scope: string) => {
    const { facts } = examine('!GetAtt Users.Arn', scope)
    return graphOf(facts.deployed, facts.access).endpoints[0]!.scopes
  }

  it.each([
    ['!FindInMap [Names, dev, scope, { DefaultValue: a/b }]', 'dev/read'],
    ['!FindInMap [Names, !Ref Stage, scope, { DefaultValue: a/b }]', 'a/b'],
    ['!FindInMap [Names, dev, other, { DefaultValue: a/b }]', 'a/b'],
    ['!FindInMap [Names, !Ref Where, scope, { DefaultValue: a/b }]', null],
    ['!FindInMap [Others, dev, scope, { DefaultValue: a/b }]', null],
    ['!FindInMap [Elsewhere, dev, scope, { DefaultValue: a/b }]', null],
    ['!FindInMap [Names, prod, scope]', null],
  ])('%s is %s', (scope, expected) => {
    expect(scopesOf(scope)).toEqual([expected])
  })

  it('says that it rests on the parameter that chooses it', () => {
    const { findings } = examine(
      '!GetAtt Users.Arn',
      '!FindInMap [Names, !Ref Stage, scope, { DefaultValue: b }]',
    )
    expect(findings.find(({ code }) => code === 'SCOPE_NOT_FULL')?.because).toEqual([
      'parameter Stage keeps its default',
    ])
  })
})
