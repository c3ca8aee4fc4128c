import { expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const template = (authorizer: string) => `Parameters: { Guard: { Type: String } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Jwt: { Type: AWS::ApiGatewayV2::Authorizer, Properties: { ApiId: !Ref Api, Name: jwt, AuthorizerType: JWT, IdentitySource: [$request.header.Authorization], JwtConfiguration: { Issuer: !GetAtt Users.ProviderURL, Audience: [!Ref Web] } } }
  Web: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [openid], CallbackURLs: [https://a.example], SupportedIdentityProviders: [COGNITO] } }
  Plain: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: GET /a, AuthorizationType: JWT, AuthorizerId: ${authorizer} } }
  Scoped: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: GET /b, AuthorizationType: JWT, AuthorizerId: ${authorizer}, AuthorizationScopes: [openid] } }
`
const read = (authorizer: string) => diagnose([{ path: 'template.yaml', text: template(authorizer) }])

it.each<[string, boolean | null]>([
  ['!Ref Jwt', true],
  ['abc123', null],
  ['!Ref Guard', null],
])('an authorizer that is not in the files may trust the pool: %s', (authorizer, allowed) => {
  expect(read(authorizer).access.map(({ clients }) => clients[0]?.allowed)).toEqual([allowed, allowed])
})

it('what is not in the files is the authorizer, not the pool', () => {
  const causes = read('abc123').undecided.flatMap(({ code, because }) =>
    code === 'ENDPOINT_UNREACHABLE' ? because.map(({ message }) => message) : [],
  )
  expect(causes).toEqual(['The authorizer is not in these files.'])
})
