import { expect, it } from 'vitest'
import { diagnose } from '@/lib/doctor/diagnose'
import { reportOf } from '@/lib/doctor/report'

/** Nothing declares `a/c`; the other method shows that the pool itself is known without a default. */
const api = (pool: string) => `Parameters:
  Env: { Type: String, Default: dev }
  Names: { Type: CommaDelimitedList, Default: 'dev,prod' }
  Index: { Type: Number, Default: 0 }
  Dash: { Type: String, Default: '-' }
Mappings: { Pools: { dev: { pools: [dev-pool] } } }
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: n } }
  Guard:
    Type: AWS::ApiGateway::Authorizer
    Properties: { RestApiId: !Ref Api, Name: z, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [${pool}] }
  Put:
    Type: AWS::ApiGateway::Method
    Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: PUT, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: [a/c], Integration: { Type: MOCK } }
`
const POOL = `Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Pool, Identifier: a, Name: n, Scopes: [{ ScopeName: b, ScopeDescription: r }] } }
Outputs:
  P: { Value: !GetAtt Pool.Arn, Export: { Name: dev-pool } }
`
const undeclared = (pool: string) =>
  reportOf(
    diagnose([
      { path: 'api.yaml', text: api(pool) },
      { path: 'dev.yaml', text: POOL },
    ]),
  ).findings.filter(({ code }) => code === 'SCOPE_UNDECLARED')

const keeps = (name: string) => `parameter ${name} keeps its default`

it.each([
  ['Fn::Sub', "{ Fn::ImportValue: !Sub '${Env}-pool' }", 'Env'],
  ['Fn::Join', '{ Fn::ImportValue: { Fn::Join: [!Ref Dash, [dev, pool]] } }', 'Dash'],
  ['Fn::Select', '{ Fn::ImportValue: { Fn::Select: [!Ref Index, [dev-pool, prod-pool]] } }', 'Index'],
  [
    'Fn::Split',
    "{ Fn::ImportValue: { Fn::Sub: ['${E}-pool', { E: { Fn::Select: ['0', { Fn::Split: [!Ref Dash, dev-x] }] } }] } }",
    'Dash',
  ],
  [
    'Fn::FindInMap',
    "{ Fn::ImportValue: { Fn::Select: ['0', { Fn::FindInMap: [Pools, !Ref Env, pools] }] } }",
    'Env',
  ],
  ['the stack name', '!GetStackOutput { StackName: !Ref Env, OutputName: P }', 'Env'],
])('what is imported by a default rests on it: %s', (_, pool, name) => {
  const found = undeclared(pool)
  expect(found.map(({ because }) => because)).toEqual([[keeps(name)]])
  expect(found.map(({ repair }) => repair)).toEqual([null])
})

it('what is imported by its name rests on nothing', () => {
  const found = undeclared('{ Fn::ImportValue: dev-pool }')
  expect(found.map(({ because }) => because)).toEqual([[]])
  expect(found[0]?.repair).not.toBeNull()
})
