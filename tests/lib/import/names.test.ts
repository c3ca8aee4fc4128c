import { describe, expect, it } from 'vitest'
import { compile, importTemplate } from '@/lib/index'
import { cases } from '../../conformance/cases'

const imported = (text: string, path = 'template.yaml') => {
  const result = importTemplate([{ path, text }])
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  return result
}

/** Names that must not change on the way through a format: those that the files contain. */
const withSignIn = cases.filter(({ name }) => !['iam-only', 'public-only'].includes(name))

describe.each(withSignIn)('names of $name', ({ name, spec }) => {
  const compiled = compile(spec)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  const { stage, api, userPool, clients, service, region } = compiled.spec

  it.each(['cloudformation', 'cloudformation-json', 'sam', 'serverless'] as const)('from %s', format => {
    const { text, fileName } = compiled.output(format)
    const found = imported(text, fileName).spec
    expect(found).toMatchObject({ stage, api: { name: api.name } })
    expect(found.clients.map(client => client.name)).toEqual(clients.map(client => client.name))
    if (userPool.source === 'new')
      expect(found.userPool).toMatchObject({ name: userPool.name, domainPrefix: userPool.domainPrefix })
    else expect(found.userPool).toMatchObject({ userPoolId: userPool.userPoolId })
    if (format === 'serverless') expect(found).toMatchObject({ service, region })
  })

  it('say in the report where the service comes from', () => {
    const serverless = imported(compiled.output('serverless').text, 'serverless.yml').report
    expect(serverless).toContainEqual(
      expect.objectContaining({ what: `service ${service}`, how: 'mapped', into: 'service' }),
    )
    const sam = imported(compiled.output('sam').text).report
    expect(sam, name).toContainEqual(
      expect.objectContaining({ what: 'service name', how: 'invented', at: null, into: 'service' }),
    )
  })
})

const SERVERLESS = (head: string, api = '') => `${head}
provider:
  name: aws
${api}
functions:
  list:
    handler: src/notes.list
    events:
      - http:
          method: get
          path: notes
          authorizer:
            arn: arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123
            scopes: [notes/read]
`

const SAM = (resources: string) => `Transform: AWS::Serverless-2016-10-31
Parameters:
  EnvironmentName: { Type: String, Default: staging }
Globals:
  Api:
    Auth:
      DefaultAuthorizer: Pool
      Authorizers:
        Pool:
          UserPoolArn: arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123
          AuthorizationScopes: [notes/read]
Resources:
${resources}
`
const FUNCTION = (api: string) => `  List:
    Type: AWS::Serverless::Function
    Properties:
      Handler: src/notes.list
      Events: { Get: { Type: Api, Properties: { Path: /notes, Method: get${api} } } }`

describe('a service', () => {
  it.each([
    ['of a string', SERVERLESS('service: my-notes'), 'my-notes', 'my-notes', 'mapped'],
    ['of a map', SERVERLESS('service: { name: my-notes }'), 'my-notes', 'my-notes', 'mapped'],
    ['of another spelling', SERVERLESS('service: My_Notes.v2'), 'my-notes-v2', 'My_Notes.v2', 'changed'],
    [
      'of a variable',
      SERVERLESS('service: ${self:custom.name}\ncustom: { name: my-notes }'),
      'my-notes',
      'my-notes',
      'mapped',
    ],
    [
      'with a name of the API',
      SERVERLESS('service: my-notes', '  apiName: ${sls:stage}-public'),
      'my-notes',
      'public',
      'mapped',
    ],
  ])('%s names the stack', (_, text, service, api, how) => {
    const { spec, report } = imported(text, 'serverless.yml')
    expect(spec).toMatchObject({ service, stage: 'dev' })
    expect(spec.api.name).toBe(api)
    expect(report).toContainEqual(expect.objectContaining({ how, into: 'service' }))
  })

  it('that is unknown is taken from the API', () => {
    const { spec, report } = imported(
      SERVERLESS('service: ${env:NAME}', '  apiName: ${sls:stage}-public'),
      'serverless.yml',
    )
    expect(spec.service).toBe('public')
    expect(report).toContainEqual(expect.objectContaining({ how: 'invented', into: 'service' }))
  })
})

describe('the stage and the Region', () => {
  const POOL_OF_STACK = `${SAM(FUNCTION('')).replace(/arn:aws:cognito\S+/, '!GetAtt Users.Arn')}  Users: { Type: AWS::Cognito::UserPool }\n`
  const defaults = (report: ReturnType<typeof imported>['report']) =>
    report.flatMap(({ how, what, into, at }) =>
      how === 'invented' && (into === 'stage' || into === 'region') ? [[what, at]] : [],
    )

  it.each([
    [SAM(FUNCTION('')), []],
    [POOL_OF_STACK, [['Region us-east-1', null]]],
    [
      POOL_OF_STACK.replace(/Parameters:\n.*\n/, ''),
      [
        ['stage dev', null],
        ['Region us-east-1', null],
      ],
    ],
  ])('that the spec has by default are listed as filled in', (text, expected) => {
    const { spec, report } = imported(text)
    expect(defaults(report)).toEqual(expected)
    for (const [what] of expected) expect([`stage ${spec.stage}`, `Region ${spec.region}`]).toContain(what)
  })
})

describe('of several APIs, the stage and the Region are those of the imported one', () => {
  const POOL = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123'
  const of = (files: readonly { readonly path: string; readonly text: string }[], api: string) => {
    const result = importTemplate(files, { api })
    if (!result.ok) throw new Error(JSON.stringify(result.errors))
    const { service, stage, region, api: of } = result.spec
    return { service, stage, region, name: of.name }
  }

  it('in snapshots', () => {
    const snapshot = (name: string, stage: string, region: string) => ({
      path: `${name}.json`,
      text: JSON.stringify({
        awsSnapshot: 1,
        region,
        stage,
        restApi: { id: name, name },
        resources: {
          items: [
            {
              path: '/',
              resourceMethods: { GET: { authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'a' } },
            },
          ],
        },
        authorizers: { items: [{ id: 'a', type: 'TOKEN', providerARNs: ['arn:aws:x'] }] },
      }),
    })
    const files = [snapshot('orders', 'live', 'eu-west-1'), snapshot('bills', 'test', 'us-east-2')]
    expect(of(files, 'orders')).toMatchObject({ stage: 'live', region: 'eu-west-1' })
    expect(of(files, 'bills')).toMatchObject({ stage: 'test', region: 'us-east-2' })
  })

  it('in services', () => {
    const service = (name: string, type: string, head: string) => ({
      path: `${name}/serverless.yml`,
      text: `service: ${name}
provider:
  name: aws
${head}
functions:
  list: { handler: src/a.b, events: [{ ${type} }] }
`,
    })
    const rest = service(
      'orders',
      `http: { method: get, path: a, authorizer: { arn: "${POOL}", scopes: [a/b] } }`,
      '  stage: live',
    )
    const http = service(
      'bills',
      'httpApi: { method: get, path: /a, authorizer: { name: pool, scopes: [a/b] } }',
      `  httpApi: { authorizers: { pool: { type: jwt, identitySource: $request.header.Authorization, issuerUrl: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123", audience: [c] } } }`,
    )
    expect(of([rest, http], 'ApiGatewayRestApi')).toMatchObject({ service: 'orders', stage: 'live' })
    expect(of([rest, http], 'HttpApi')).toMatchObject({ service: 'bills', stage: 'dev' })
  })
})

describe('an API', () => {
  it.each([
    [
      'by its Name',
      `  NotesApi: { Type: AWS::Serverless::Api, Properties: { StageName: v1, Name: Notes } }`,
      'Notes',
      'notes',
    ],
    [
      'by its Name without the stage',
      '  NotesApi: { Type: AWS::Serverless::Api, Properties: { StageName: v1, Name: !Sub "${EnvironmentName}-notes" } }',
      'notes',
      'notes',
    ],
    [
      'by its logical ID where the stack decides',
      '  NotesApi: { Type: AWS::Serverless::Api, Properties: { StageName: v1, Name: !Ref AWS::StackName } }',
      'NotesApi',
      'notes-api',
    ],
  ])('of SAM is named %s', (_, api, name, service) => {
    const { spec } = imported(SAM(`${api}\n${FUNCTION(', RestApiId: !Ref NotesApi')}`))
    expect(spec).toMatchObject({ service, stage: 'staging', api: { name } })
  })

  it('that nothing names gets a placeholder, which the report lists', () => {
    const { spec, report } = imported(SAM(FUNCTION('')))
    expect(spec).toMatchObject({ service: 'change-me', api: { name: 'change-me' } })
    expect(report.filter(({ how }) => how === 'invented').map(({ into }) => into)).toEqual(
      expect.arrayContaining(['service', 'api.name']),
    )
  })

  it('of a definition is named after its title', () => {
    const { text } = openApi('example')
    expect(imported(text, 'openapi.yaml').spec.api.name).toBe('dev-example-api')
  })
})

function openApi(name: string) {
  const compiled = compile(cases.find(one => one.name === name)!.spec)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  return compiled.output('openapi')
}

describe('a handler', () => {
  it('of a function that a method calls is that of the function', () => {
    const text = `Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  List: { Type: AWS::Lambda::Function, Properties: { Handler: src/notes.list } }
  Guard:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: !Ref Api
      Type: COGNITO_USER_POOLS
      IdentitySource: method.request.header.Authorization
      ProviderARNs: [arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123]
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref Guard
      AuthorizationScopes: [notes/read]
      Integration:
        Type: AWS_PROXY
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${List.Arn}/invocations
`
    expect(imported(text).spec.endpoints[0]?.handler).toBe('src/notes.list')
    // Code in the template has this handler too, and is in no file.
    const inline = imported(text.replace('src/notes.list', 'index.handler'))
    expect(inline.spec.endpoints[0]?.handler).toBe('src/root.get')
    expect(inline.report).toContainEqual(
      expect.objectContaining({ how: 'invented', into: 'endpoints.0.handler' }),
    )
  })
})

it.each([
  ['get', '/', 'src/root.get'],
  ['delete', '/orders/{id}', 'src/orders-id.remove'],
  ['any', '/orders_of/{proxy+}', 'src/orders-of-proxy.any'],
  ['post', `/${'a'.repeat(119)}`, `src/${'a'.repeat(119)}.post`.slice(-128)],
  ['post', `/${'a'.repeat(118)}`, `src/${'a'.repeat(118)}.post`],
])('%s %s without a function gets a handler of its own', (method, path, handler) => {
  const { spec } = imported(`openapi: 3.0.1
info: { title: notes }
paths:
  ${path}: { ${method === 'any' ? 'x-amazon-apigateway-any-method' : method}: { security: [{ pool: [notes/read] }] } }
components:
  securitySchemes:
    pool:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: cognito_user_pools
      x-amazon-apigateway-authorizer:
        type: cognito_user_pools
        providerARNs: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123']
`)
  expect(spec.endpoints.map(endpoint => endpoint.handler)).toEqual([handler])
})

it('a method without an authorization type is public', () => {
  const method = (id: string, name: string, rest: string) => `  ${id}:
    Type: AWS::ApiGateway::Method
    Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: ${name}${rest}, Integration: { Type: MOCK } }
`
  const { spec } = imported(`Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Cognito:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      Name: c
      RestApiId: !Ref Api
      Type: COGNITO_USER_POOLS
      IdentitySource: method.request.header.Authorization
      ProviderARNs: [arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123]
${method('Open', 'GET', '')}${method('Closed', 'POST', ', AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Cognito, AuthorizationScopes: [notes/read]')}`)
  expect(spec.endpoints.map(({ method, auth }) => [method, auth])).toEqual([
    ['GET', 'none'],
    ['POST', 'access_token'],
  ])
})

it('a resource server keeps every character that its name may have, and no other', () => {
  const { spec } = imported(`Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Guard:
    Type: AWS::ApiGateway::Authorizer
    Properties: { RestApiId: !Ref Api, Name: guard, Type: COGNITO_USER_POOLS, ProviderARNs: [!GetAtt Pool.Arn] }
  Read:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref Guard
      AuthorizationScopes: [notes/read]
  Server:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties:
      UserPoolId: !Ref Pool
      Identifier: notes
      Name: 'aZ_0 +=,.@-*!'
      Scopes: [{ ScopeName: read, ScopeDescription: Read notes }]
`)
  expect(spec.resourceServers.map(({ name }) => name)).toEqual(['aZ_0 +=,.@---'])
})
