import { expect, it } from 'vitest'
import { reportOf } from '../../../lib/doctor/report'
import { diagnoseText } from './files'

const POOL = `  Users: { Type: AWS::Cognito::UserPool }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: a, Name: n, Scopes: [{ ScopeName: b, ScopeDescription: r }] } }
`
const ISSUER = "!Sub 'https://cognito-idp.${AWS::Region}.amazonaws.com/${Users}'"

const rest = (key: string) => `Resources:
${POOL}  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: n } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: z, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ${key}: [!GetAtt Users.Arn] } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: [a/b], Integration: { Type: MOCK } } }
`
const http = (key: string) => `Resources:
${POOL}  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: n, ProtocolType: HTTP } }
  Guard: { Type: AWS::ApiGatewayV2::Authorizer, Properties: { ApiId: !Ref Api, Name: z, AuthorizerType: JWT, IdentitySource: [$request.header.Authorization], JwtConfiguration: { ${key}: ${ISSUER}, Audience: [x] } } }
  Get: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: GET /, AuthorizationType: JWT, AuthorizerId: !Ref Guard, AuthorizationScopes: [a/b] } }
`
const sam = (auth: string, event = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
${POOL}  Api: { Type: AWS::Serverless::Api, Properties: { StageName: s, Auth: { ${auth} } } }
  List: { Type: AWS::Serverless::Function, Properties: { Handler: a.b, Events: { Get: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /, Method: get${event} } } } } }
`
const guard = (key: string) => `{ Guard: { ${key}: !GetAtt Users.Arn, AuthorizationScopes: [a/b] } }`

const causesOf = (text: string, code: string) => {
  const { undecided } = reportOf(diagnoseText(text))
  return undecided.filter(it => it.code === code).flatMap(({ because }) => because.map(it => it.message))
}

it.each([
  ['ProviderARN', rest('ProviderARN'), rest('ProviderARNs')],
  ['Issuers', http('Issuers'), http('Issuer')],
  [
    'UserPoolARN',
    sam(`DefaultAuthorizer: Guard, Authorizers: ${guard('UserPoolARN')}`),
    sam(`DefaultAuthorizer: Guard, Authorizers: ${guard('UserPoolArn')}`),
  ],
])('an authorizer without its user pool is named: %s', (_, misspelt, right) => {
  const said = ['Guard names no user pool. Check the spelling of its keys.']
  expect(causesOf(misspelt, 'SCOPE_UNDECLARED')).toEqual(said)
  expect(causesOf(misspelt, 'ENDPOINT_UNREACHABLE')).toEqual(said)
  expect(causesOf(right, 'SCOPE_UNDECLARED')).toEqual([])
})

// SAM refuses such a key of an API. That of an event of a REST API it ignores, so that anyone can call it.
it.each([
  ['Authorizors', sam(`Authorizors: ${guard('UserPoolArn')}`)],
  ['Authorizer', sam(`Authorizer: ${guard('UserPoolArn')}`)],
  ['DefaultAuthoriser', sam(`DefaultAuthoriser: Guard, Authorizers: ${guard('UserPoolArn')}`)],
])('a key that SAM does not have in Auth is named, and what it may mean is undecided: %s', (key, text) => {
  expect(causesOf(text, 'AUTHORIZER_MISSING')).toEqual([`SAM has no key ${key} in Auth. Check its spelling.`])
  expect(reportOf(diagnoseText(text)).access).toMatchObject([{ authorization: 'unknown' }])
})

it('the other keys of Auth say nothing of an authorizer', () => {
  const others =
    'ApiKeyRequired: false, AddApiKeyRequiredToCorsPreflight: false, AddDefaultAuthorizerToCorsPreflight: false, InvokeRole: NONE, UsagePlan: { CreateUsagePlan: NONE }, ResourcePolicy: {}'
  const event =
    ', Auth: { ApiKeyRequired: false, InvokeRole: NONE, ResourcePolicy: {}, OverrideApiAuth: false }'
  expect(reportOf(diagnoseText(sam(others, event))).access).toMatchObject([{ authorization: 'none' }])
  const ignored = sam(`Authorizers: ${guard('UserPoolArn')}`, ', Auth: { Authoriser: Guard }')
  expect(reportOf(diagnoseText(ignored)).access).toMatchObject([{ authorization: 'none' }])
})
