import { expect, it } from 'vitest'
import { diagnose } from '@/lib/doctor/diagnose'
import { reportOf } from '@/lib/doctor/report'

const ID = 'eu-west-1_aaaaaaaaa'
const ARN = `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${ID}`

/** A client, and a method whose authorizer trusts `pools`; the parameter `P` has the id of a pool of elsewhere as its default. */
const template = (client: string, pools: string, more = '') => `Parameters: { P: { Default: ${ID} } }
Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: ${client}, GenerateSecret: true, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [client_credentials], AllowedOAuthScopes: [a/c, a/b] } }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: n } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: z, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [${pools}] } }
  Put: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: PUT, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: [a/b], Integration: { Type: MOCK } } }
${more}`

const server = (id: string, pool: string) =>
  `  ${id}: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: ${pool}, Identifier: a, Name: n, Scopes: [{ ScopeName: b, ScopeDescription: r }] } }\n`

const report = (text: string) => reportOf(diagnose([{ path: 'a.yaml', text }]))
const allowed = (text: string) => report(text).access.flatMap(({ clients }) => clients.map(it => it.allowed))

it.each([
  [ARN, '!GetAtt Pool.Arn'],
  ['!GetAtt Pool.Arn', ARN],
])('a client of one trusted pool can call, whichever is named last: %s, %s', (...pools) => {
  expect(allowed(template('!Ref P', pools.join()))).toEqual([true])
})

it('an authorizer of elsewhere may trust the pool that a default names', () => {
  const text = template('!Ref P', ARN).replace('AuthorizerId: !Ref Guard', 'AuthorizerId: abc123')
  expect(allowed(text)).toEqual([null])
})

it.each([ID, '!Ref P'])('where no client is of the pool, none may be of the SDK: %s', client => {
  const { undecided } = report(template(client, '!GetAtt Pool.Arn', server('Server', '!Ref Pool')))
  const codes = undecided.filter(({ at }) => at[0]?.logicalId === 'Put').map(({ code }) => code)
  expect(codes).toEqual(['ENDPOINT_UNREACHABLE'])
})

it('a client need not wait for the server of another pool', () => {
  const servers = server('Server', '!Ref Pool') + server('Theirs', '!Ref P')
  const text = template('!Ref Pool', '!GetAtt Pool.Arn', servers).replace('[a/c, a/b]', '[openid]')
  const { findings } = report(text)
  const labels = findings.flatMap(({ repair }) => repair?.label ?? [])
  expect(labels).toContain('Allow a/b for Client and let the client depend on Server')
})
