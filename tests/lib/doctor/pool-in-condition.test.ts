import { expect, it } from 'vitest'
import { reportOf } from '../../../lib/doctor/report'
import { importTemplate } from '../../../lib/index'
import { readFiles } from '../../../lib/read/read'
import { templateApi } from '../../../lib/template-api'
import { diagnoseText } from './files'

const TRIGGER =
  "LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: V2_0, LambdaArn: 'arn:aws:lambda:eu-west-1:123456789012:function:f' } }"
const FOREIGN = "'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123'"
const HTTP_ISSUER = "Issuer: !Sub 'https://cognito-idp.${AWS::Region}.amazonaws.com/"

const pool = (settings: string) => `Parameters: { Existing: { Type: String } }
Conditions: { Own: !Equals [!Ref Existing, none] }
Resources:
  Users: { Type: AWS::Cognito::UserPool, Properties: { ${settings} } }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: a, Name: n, Scopes: [{ ScopeName: b, ScopeDescription: r }] } }
  Client: { Type: AWS::Cognito::UserPoolClient, DependsOn: Server, Properties: { UserPoolId: !Ref Users, CallbackURLs: ['https://a.example.com'], SupportedIdentityProviders: [COGNITO], AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [a/b] } }
  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Users, Domain: acme-a } }
`
const method = (verb: string, scope: string) =>
  `  ${verb}: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: ${verb}, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: [${scope}], Integration: { Type: MOCK } } }
`
const rest = (arns: string, settings = '') => `${pool(settings)}
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: n } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: z, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: ${arns} } }
${method('GET', 'a/b')}${method('PUT', 'a/w')}`
const http = (issuer: string) => `${pool(TRIGGER)}
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: n, ProtocolType: HTTP } }
  Guard: { Type: AWS::ApiGatewayV2::Authorizer, Properties: { ApiId: !Ref Api, Name: z, AuthorizerType: JWT, IdentitySource: [$request.header.Authorization], JwtConfiguration: { ${issuer}, Audience: [!Ref Client] } } }
  Put: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: PUT /, AuthorizationType: JWT, AuthorizerId: !Ref Guard, AuthorizationScopes: [a/w] } }
`
const allowed = (text: string) =>
  reportOf(diagnoseText(text)).access.map(({ clients }) => clients.map(it => it.allowed))

const DECIDED = [
  '[!If [Own, !GetAtt Users.Arn, !Ref Existing]]',
  '!If [Own, [!GetAtt Users.Arn], [!Ref Existing]]',
  `[${FOREIGN}, !If [Own, !GetAtt Users.Arn, !Ref AWS::NoValue]]`,
]

it.each(DECIDED)('a pool that a condition decides is not certainly trusted: %s', arns => {
  const { findings, undecided } = diagnoseText(rest(arns, 'IssuerConfiguration: { Type: UPDATED }'))
  expect(findings.map(({ code }) => code)).not.toContain('UPDATED_ISSUER_WITH_REST')
  const codes = undecided.map(({ code }) => code)
  expect(codes).toContain('UPDATED_ISSUER_WITH_REST')
  expect(codes).toContain('SCOPE_UNDECLARED')
  expect(allowed(rest(arns))).toEqual([[null], [false]])
})

it.each(DECIDED.slice(0, 2))('the import keeps it: %s', arns => {
  const imported = importTemplate([{ path: 'template.yaml', text: rest(arns) }])
  expect(imported.ok && imported.spec.clients.map(({ name }) => name)).toEqual(['Client'])
})

it.each(DECIDED)('no token is judged where the issuer of the pool may be refused: %s', arns => {
  const text = rest(arns, 'IssuerConfiguration: { Type: UPDATED }')
  const { notJudged } = templateApi(readFiles([{ path: 'template.yaml', text }]))
  expect(notJudged.map(({ why }) => why)).toEqual(
    Array(2).fill('These files do not show whether tokens have the issuer of Guard.'),
  )
})

it('another pool that a condition adds has no client of these files', () => {
  const arns = `[!GetAtt Users.Arn, !If [Own, !Ref AWS::NoValue, ${FOREIGN}]]`
  expect(allowed(rest(arns))).toEqual([[true], [false]])
  expect(allowed(rest(arns, 'IssuerConfiguration: { Type: UPDATED }'))).toEqual([[false], [false]])
  const imported = importTemplate([{ path: 'template.yaml', text: rest(arns) }])
  expect(imported.ok && JSON.stringify(imported.report)).toContain('It does not trust eu-west-1_AbCdEf123.')
})

it.each([
  rest(DECIDED[0] as string, TRIGGER),
  http('Issuer: !If [Own, !GetAtt Users.ProviderURL, https://issuer.example.com]'),
  http(`${HTTP_ISSUER}\${Existing}'`),
])('the trigger of a pool that may be meant may add a scope %#', text => {
  expect(allowed(text).at(-1)).toEqual([null])
})
