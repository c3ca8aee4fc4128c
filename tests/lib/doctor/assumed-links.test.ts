import { expect, it } from 'vitest'
import { diagnose } from '@/lib/doctor/diagnose'
import { reportOf } from '@/lib/doctor/report'

const found = (code: string, text: string) =>
  reportOf(diagnose([{ path: 'a.yaml', text }])).findings.filter(finding => finding.code === code)

/** A template with a parameter `P` and a pool; `more` adds resources. */
const template = (value: string, more: string) => `Parameters: { P: { Type: String, Default: ${value} } }
Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Pool, Identifier: a, Name: n, Scopes: [{ ScopeName: b, ScopeDescription: r }] } }
${more}`

const client = (pool: string, more = '') =>
  `Type: AWS::Cognito::UserPoolClient, DependsOn: Server, Properties: { UserPoolId: ${pool}, GenerateSecret: true, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [client_credentials], AllowedOAuthScopes: [a/b]${more} }`

const restMethod = (scopes: string) => `  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: n } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: z, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Pool.Arn] } }
  Put: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: PUT, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: [${scopes}], Integration: { Type: MOCK } } }
`

const sam = (name: string, more: string) => `Transform: AWS::Serverless-2016-10-31
${template(
  name,
  `  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      Auth:
        Authorizers:
          Own: { IdentitySource: $request.header.Authorization, AuthorizationScopes: [a/b], JwtConfiguration: { issuer: !Sub 'https://cognito-idp.\${AWS::Region}.amazonaws.com/\${Pool}', audience: [x] } }
  Client: { ${client('!Ref Pool')} }
  F:
    Type: AWS::Serverless::Function
    Properties: { InlineCode: x, Handler: h.h, Runtime: nodejs24.x, Events: { Get: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /a, Method: get, Auth: { Authorizer: !Ref P${more} } } } } }
`,
)}`

it.each([
  [
    'the domain of another pool',
    'DOMAIN_MISSING',
    template(
      'eu-west-1_abcdefghi',
      `  Client: { ${client('!Ref Pool')} }
  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref P, Domain: d } }
`,
    ),
  ],
  [
    'the client of another pool',
    'ENDPOINT_UNREACHABLE',
    template(
      'eu-west-1_abcdefghi',
      `  Own: { ${client('!Ref Pool').replace('[a/b]', '[a/c]')} }
  Other: { ${client('!Ref P')} }
${restMethod('a/b')}`,
    ),
  ],
  [
    'the server of another pool',
    'SCOPE_UNDECLARED',
    template(
      'eu-west-1_abcdefghi',
      `  Other: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref P, Identifier: c, Name: n, Scopes: [{ ScopeName: d, ScopeDescription: r }] } }
${restMethod('c/d')}`,
    ),
  ],
  ['the authorizer of an event', 'CLIENT_NOT_IN_AUDIENCE', sam('Own', '')],
  ['an authorizer that does not exist', 'AUTHORIZER_MISSING', sam('Other', '')],
])('what is said by a default rests on it: %s', (_, code, text) => {
  const keeps = found(code, text)
  expect(keeps.map(({ because }) => because)).toEqual([['parameter P keeps its default']])
  expect(keeps.map(({ repair }) => repair)).toEqual([null])
  const plain = found(
    code,
    text
      .replaceAll('!Ref P,', 'eu-west-1_abcdefghi,')
      .replace('!Ref P }', `${/Default: (\w+)/.exec(text)![1]} }`),
  )
  expect(plain.map(({ because }) => because)).toEqual([[]])
})
