import { expect, it } from 'vitest'
import { importTemplate } from '@/lib/index'

const client = (id: string, name: string) =>
  `  ${id}: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, ClientName: ${name}, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [openid, notes/read], CallbackURLs: [https://a.example/] } }\n`
const server = (id: string, identifier: string) =>
  `  ${id}: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: ${identifier}, Name: ${id}, Scopes: [{ ScopeName: read, ScopeDescription: Read }] } }\n`
const method = (id: string, verb: string) =>
  `  ${id}: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: ${verb}, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: [notes/read] } }\n`
const TEMPLATE = `Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: guard, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
${server('Notes', 'notes')}${client('Web', 'web')}${method('Get', 'GET')}`

// Two of a kind that clash, and an identifier that the spec does not allow.
it.each([
  ['client web', client('Second', 'web')],
  ['resource server my notes', server('Second', 'my notes')],
  ['endpoint GET /', method('Second', 'GET')],
])('of all items only %s is left out', (what, second) => {
  const text = TEMPLATE + second
  const imported = importTemplate([{ path: 'template.yaml', text }])
  if (!imported.ok) throw new Error(JSON.stringify(imported.errors))
  const left = imported.report.filter(({ how }) => how === 'left-out')
  expect(left).toMatchObject([{ what, into: null, at: { line: 8 } }])
  const { resourceServers, clients, endpoints } = imported.spec
  expect([resourceServers, clients, endpoints].map(list => list.length)).toEqual([1, 1, 1])
})

it('endpoints of other APIs are named by method and path, as far as those are known', () => {
  const event = (id: string, path: string, api: string) =>
    `        ${id}: { Type: Api, Properties: { RestApiId: ${api}, Path: ${path}, Method: get } }\n`
  const text = `Transform: AWS::Serverless-2016-10-31
Parameters: { Path: { Type: String } }
Resources:
  Orders:
    Type: AWS::Serverless::Api
    Properties: { StageName: x, Auth: { DefaultAuthorizer: Pool, Authorizers: { Pool: { UserPoolArn: arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123 } } } }
  Admin: { Type: AWS::Serverless::Api, Properties: { StageName: x } }
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Events:
${event('One', '/orders', '!Ref Orders')}${event('Two', '/users', '!Ref Admin')}${event('Three', '!Ref Path', '!Ref Admin')}${event('Four', '/lost', '!ImportValue Api')}`
  const { report } = importTemplate([{ path: 'template.yaml', text }])
  const left = report.flatMap(({ how, what }) => (how === 'left-out' ? [what] : []))
  expect(left).toEqual(['API Admin', 'endpoint GET /users', 'endpoint Three', 'endpoint GET /lost'])
})

const POLICY = '{ Statement: [{ Effect: Allow, Principal: "*", Action: execute-api:Invoke, Resource: "*" }] }'
const samApi = (properties: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::Serverless::Api, Properties: { StageName: x, ${properties} } }
  Work: { Type: AWS::Serverless::Function, Properties: { Handler: a.b, Events: { Get: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /a, Method: get } } } } }
`
const AUTH = 'DefaultAuthorizer: Pool, Authorizers: { Pool: { UserPoolArn: !GetAtt Users.Arn } }'
const DEFINED = `{ openapi: 3.0.1, x-amazon-apigateway-policy: ${POLICY}, paths: {} }`

const LOST = 'The new API has no resource policy and is not private: every network reaches it.'

// The new API would answer every network.
it.each([
  ['a policy', TEMPLATE.replace('{ Name: notes }', `{ Name: notes, Policy: ${POLICY} }`)],
  ['a private API', TEMPLATE.replace('{ Name: notes }', '{ EndpointConfiguration: { Types: [PRIVATE] } }')],
  ['a policy in a definition', TEMPLATE.replace('{ Name: notes }', `{ Body: ${DEFINED} }`)],
  ['a policy of SAM', samApi(`Auth: { ${AUTH}, ResourcePolicy: { IpRangeAllowlist: [10.0.0.0/8] } }`)],
  ['a private API of SAM', samApi(`Auth: { ${AUTH} }, EndpointConfiguration: PRIVATE`)],
  [
    'a private API of SAM, as a map',
    samApi(`Auth: { ${AUTH} }, EndpointConfiguration: { Type: PRIVATE, VPCEndpointIds: [vpce-1] }`),
  ],
  [
    'a regional API',
    TEMPLATE.replace('{ Name: notes }', '{ EndpointConfiguration: { Types: [REGIONAL] } }'),
    0,
  ],
  ['a regional API of SAM', samApi(`Auth: { ${AUTH} }, EndpointConfiguration: REGIONAL`), 0],
])('of %s the import says that it is lost', (_, text, count = 1) => {
  const { ok, report } = importTemplate([{ path: 'template.yaml', text }])
  expect(ok).toBe(true)
  const found = report.filter(({ what }) => what === 'network limits of API Api')
  expect(found).toMatchObject(
    Array(count).fill({ how: 'left-out', why: LOST, at: { file: 'template.yaml' } }),
  )
})

const ARN = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123'
const restApi = (properties: string) =>
  `Parameters: { P: { Type: String } }\n${TEMPLATE.replace('{ Name: notes }', `{ Name: notes, ${properties} }`)}`
const service = (provider: string, resources = '{}') => `service: notes
provider: { name: aws, ${provider} }
functions: { a: { handler: a.b, events: [{ http: { path: a, method: get, authorizer: { arn: "${ARN}", scopes: [a/b] } } }] } }
resources: { Resources: ${resources} }
`
const document = (more: string) => `openapi: 3.0.1
info: { title: notes, version: '1' }
${more}
paths: { /a: { get: { security: [{ users: [a/b] }] } } }
components:
  securitySchemes:
    users: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: ['${ARN}'] } }
`
const snapshot = (restApi?: object) =>
  JSON.stringify({
    awsSnapshot: 1,
    ...(restApi && { restApi: { id: 'abc', name: 'notes', ...restApi } }),
    authorizers: { items: [{ id: 'z', name: 'users', type: 'COGNITO_USER_POOLS', providerARNs: [ARN] }] },
    resources: {
      items: [
        {
          id: 'r',
          path: '/',
          resourceMethods: {
            GET: {
              authorizationType: 'COGNITO_USER_POOLS',
              authorizerId: 'z',
              authorizationScopes: ['a/b'],
            },
          },
        },
      ],
    },
  })
const UNSURE = `${LOST} These files do not show whether this API limits them.`

it.each<[string, readonly string[]]>([
  [service('endpointType: PRIVATE'), [LOST]],
  [service('endpointType: private'), [LOST]],
  [service('endpointType: REGIONAL'), []],
  [service('endpointType: "${param:type}"'), [UNSURE]],
  [service(`apiGateway: { resourcePolicy: [${POLICY}] }`), [LOST]],
  [service('apiGateway: { resourcePolicy: [] }'), []],
  [service('', `{ ApiGatewayRestApi: { Properties: { Policy: ${POLICY} } } }`), [LOST]],
  [
    service('', '{ ApiGatewayRestApi: { Properties: { EndpointConfiguration: { Types: [PRIVATE] } } } }'),
    [LOST],
  ],
  [snapshot({ endpointConfiguration: { types: ['PRIVATE'] } }), [LOST]],
  [snapshot({ endpointConfiguration: { types: ['EDGE'] } }), []],
  [snapshot({ policy: '{"Version":"2012-10-17"}' }), [LOST]],
  [snapshot(), [UNSURE]],
  [document(''), [UNSURE]],
  [document(`x-amazon-apigateway-policy: ${POLICY}`), [LOST]],
  [restApi('EndpointConfiguration: { Types: [!Ref P] }'), [UNSURE]],
  [restApi('EndpointConfiguration: { Types: [!If [Inside, PRIVATE, EDGE]] }'), [UNSURE]],
  [restApi(`Policy: !If [Inside, ${POLICY}, !Ref AWS::NoValue]`), [UNSURE]],
  [restApi('Policy: !Ref P'), [UNSURE]],
  [restApi('Policy: !Ref P, EndpointConfiguration: { Types: [PRIVATE] }'), [LOST]],
  [restApi("Policy: ''"), []],
  [restApi('Policy: {}'), []],
  [samApi(`Auth: { ${AUTH}, ResourcePolicy: {} }`), []],
  [samApi(`Auth: { ${AUTH}, ResourcePolicy: { IpRangeWhitelist: [] } }`), []],
])('the report says which networks no longer matter, as far as that is known: %s', (text, expected) => {
  const { report } = importTemplate([{ path: text.startsWith('{') ? 'a.json' : 'a.yaml', text }])
  expect(report.flatMap(({ what, why }) => (what.startsWith('network limits') ? [why] : []))).toEqual(
    expected,
  )
})
