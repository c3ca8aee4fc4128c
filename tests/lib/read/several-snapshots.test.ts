import { afterEach, expect, it, vi } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const POOL = 'eu-west-1_AbCdEf123'
const pool = {
  userPool: { UserPool: { Id: POOL, Name: 'users', Domain: 'shop-login' } },
  domain: { DomainDescription: { Domain: 'shop-login', UserPoolId: POOL } },
  resourceServers: {
    ResourceServers: [
      { UserPoolId: POOL, Identifier: 'shop', Name: 'shop', Scopes: [{ ScopeName: 'read' }] },
    ],
  },
  clients: [
    {
      UserPoolClient: {
        UserPoolId: POOL,
        ClientName: 'web',
        ClientId: 'c1',
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: ['shop/read'],
        CallbackURLs: ['https://shop.example.com'],
        SupportedIdentityProviders: ['COGNITO'],
      },
    },
  ],
}
const providerARNs = [`arn:aws:cognito-idp:eu-west-1:111122223333:userpool/${POOL}`]
const methods = (path: string) => ({
  items: [
    {
      id: path,
      path,
      resourceMethods: {
        GET: {
          httpMethod: 'GET',
          authorizationType: 'COGNITO_USER_POOLS',
          authorizerId: 'a1',
          authorizationScopes: ['shop/read'],
        },
      },
    },
  ],
})
const rest = (id: string, path: string, stage = 'prod', served = path) => ({
  awsSnapshot: 1,
  stage,
  restApi: { id, name: id },
  resources: methods(path),
  authorizers: {
    items: [
      {
        id: 'a1',
        name: 'pool',
        type: 'COGNITO_USER_POOLS',
        providerARNs,
        identitySource: 'method.request.header.Authorization',
      },
    ],
  },
  gatewayResponses: { items: [] },
  export: {
    openapi: '3.0.1',
    paths: { [served]: { get: { security: [{ pool: ['shop/read'] }] } } },
    components: {
      securitySchemes: {
        pool: {
          type: 'apiKey',
          name: 'Authorization',
          in: 'header',
          'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs },
        },
      },
    },
  },
  ...pool,
})
const jwt = {
  AuthorizerId: 'z1',
  Name: 'jwt',
  AuthorizerType: 'JWT',
  IdentitySource: ['$request.header.Authorization'],
  JwtConfiguration: { Issuer: `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`, Audience: ['c1'] },
}
const http = {
  awsSnapshot: 1,
  httpApi: { ApiId: 'h1', Name: 'h1', ProtocolType: 'HTTP' },
  routes: {
    Items: [
      {
        RouteId: 'r1',
        RouteKey: 'GET /h',
        AuthorizationType: 'JWT',
        AuthorizerId: 'z1',
        AuthorizationScopes: ['shop/read'],
      },
    ],
  },
  authorizers: { Items: [jwt] },
  ...pool,
}
const read = (...answers: readonly object[]) =>
  diagnose(answers.map((answer, i) => ({ path: `${i}.json`, text: JSON.stringify(answer, null, 1) })))
const callers = ({ access }: ReturnType<typeof read>) =>
  access.map(
    ({ endpoint, clients }) => `${endpoint} ${clients.map(({ id, allowed }) => `${id} ${allowed}`).join()}`,
  )

afterEach(() => vi.restoreAllMocks())

it('snapshots of several APIs are read one by one', () => {
  const report = read(rest('orders', '/orders'), rest('bills', '/bills'), http)
  expect(report.findings).toEqual([])
  expect(report.apis.map(({ id }) => id)).toEqual(['orders', 'bills', 'h1'])
  expect(report.graph.clients).toHaveLength(1)
  expect(callers(report)).toEqual(['GET /orders web true', 'GET /bills web true', 'GET /h web true'])
})

it('each stage of an API is compared with what it serves', () => {
  const { findings } = read(
    rest('orders', '/orders', 'dev', '/old'),
    rest('orders', '/orders', 'prod', '/older'),
  )
  expect(findings.map(({ code, fix }) => `${code} ${fix}`)).toEqual(
    ['dev', 'prod'].map(
      stage =>
        `STAGE_NOT_REDEPLOYED Deploy it: aws apigateway create-deployment --rest-api-id orders --stage-name ${stage}`,
    ),
  )
})

it('authorizers of a REST API and of an HTTP API, one answer each, are all there', () => {
  const guarded = read(methods('/a'), rest('x', '/a').authorizers, http.routes, { Items: [jwt] })
  expect(guarded.findings).toEqual([])
  expect(guarded.undecided.flatMap(({ because }) => because.map(({ name }) => name))).not.toContain(
    'authorizers',
  )
})

it('answers about several APIs that are given one by one cannot be told apart', () => {
  const api = (id: string) => ({ id, name: id, rootResourceId: 'r' })
  const said = (...answers: readonly object[]) =>
    read(...answers).files.flatMap(({ problems }) => problems.map(({ message }) => message))
  const several = [
    'These answers describe several APIs, and a list of methods does not say whose it is. Give the answers of one API at a time.',
  ]
  expect(said(api('orders'), methods('/orders'), api('bills'), methods('/bills'))).toEqual(several)
  expect(said(api('bills'), rest('orders', '/orders'))).toEqual(several)
  expect(said(api('orders'), rest('orders', '/orders'), rest('bills', '/bills'))).toEqual([])
})

it('authorizers of one answer each are different ones', () => {
  const other = { ...jwt, AuthorizerId: 'z2', Name: 'other' }
  const { findings } = read(http.routes, jwt, other)
  expect(findings.map(({ code, at }) => `${code} ${at[0]?.logicalId}`)).toEqual(['AUTHORIZER_UNUSED other'])
})

it('a stage of an HTTP API that does not deploy by itself may serve something else', () => {
  const stages = (...items: readonly object[]) => read({ ...http, stages: { Items: items } })
  const automatic = stages({ StageName: '$default', AutoDeploy: true })
  expect([automatic.findings, automatic.undecided]).toEqual([[], []])
  const { findings, undecided, access } = stages(
    { StageName: '$default', AutoDeploy: true },
    { StageName: 'v1', AutoDeploy: false },
    { StageName: 'v2' },
  )
  expect(findings).toEqual([])
  expect(access).toMatchObject([{ clients: [{ allowed: true }] }])
  expect(undecided).toMatchObject([
    {
      code: 'STAGE_NOT_REDEPLOYED',
      because: ['v1', 'v2'].map(stage => ({
        kind: 'outside',
        message: `The stage ${stage} does not deploy by itself, and the answers do not show what it serves. If the API was changed, deploy it: aws apigatewayv2 create-deployment --api-id h1 --stage-name ${stage}`,
      })),
    },
  ])
})

it('APIs with one name are told apart', () => {
  const named = (id: string, stage: string) => ({
    ...rest(id, '/orders', stage),
    restApi: { id, name: 'orders' },
  })
  const { apis } = read(named('a1', 'prod'), named('a2', 'prod'), named('a2', 'dev'), named('a3', 'dev'))
  expect(apis.map(({ id }) => id)).toEqual(['orders', 'orders prod', 'orders dev', 'orders a3'])
})

it('answers about two pools that are given one by one are about both', () => {
  const other = 'eu-west-1_Other1234'
  const client = (id: string, UserPoolId: string) => ({
    UserPoolClient: { ...pool.clients[0]!.UserPoolClient, ClientId: id, ClientName: id, UserPoolId },
  })
  const { findings, undecided } = read(
    pool.userPool,
    { UserPool: { Id: other, Name: 'machines' } },
    pool.domain,
    client('c1', POOL),
    client('c2', other),
  )
  expect(findings.map(({ message }) => message)).toEqual(['The user pool of the client c2 has no domain.'])
  expect(undecided.flatMap(({ because }) => because.map(({ name }) => name))).not.toContain('user pool')
})

it('many pages of a list are not gone through once for each of them', () => {
  /** How often the reading of so many pages looks a property up. */
  const lookups = (count: number) => {
    const resources = Array.from({ length: count }, (_, i) => methods(`/${i}`))
    const get = vi.spyOn(Map.prototype, 'get')
    read({ ...rest('orders', '/orders'), resources })
    const { length } = get.mock.calls
    vi.restoreAllMocks()
    return length
  }
  expect(lookups(400)).toBeLessThan(2.5 * lookups(200))
})
