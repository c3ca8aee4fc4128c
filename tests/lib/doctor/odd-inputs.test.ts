import { describe, expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'
import { importTemplate } from '@/lib/import-template'

const read = (path: string, text: string) => diagnose([{ path, text }])
const codes = (items: readonly { readonly code: string }[]) => [...new Set(items.map(({ code }) => code))]
const endpointsOf = ({ graph }: ReturnType<typeof diagnose>) =>
  graph.endpoints.map(({ method, path, authorization }) => `${method} ${path} ${authorization}`)

describe('path items that are references', () => {
  const paths = (lines: string) => `openapi: 3.0.1
paths:
${lines}
components:
  pathItems:
    Notes: { get: { security: [{ pool: [notes/read] }] } }
  securitySchemes:
    pool:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: cognito_user_pools
      x-amazon-apigateway-authorizer:
        type: cognito_user_pools
        providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Example1']
`

  it('are followed within the document', () => {
    const report = read('api.yaml', paths("  /notes: { $ref: '#/components/pathItems/Notes' }"))
    expect(endpointsOf(report)).toEqual(['GET /notes cognito'])
    expect(report.files[0]?.read).toBe('whole')
  })

  it.each([
    ['another file', 'paths/notes.yaml'],
    ['nothing', '#/components/pathItems/Other'],
    ['themselves', '#/paths/~1notes'],
    ['a broken escape', '#/components/%E0%A4%A'],
  ])('are named where they lead to %s', (_, reference) => {
    const report = read('api.yaml', paths(`  /notes: { $ref: '${reference}' }`))
    expect(report.files[0]).toMatchObject({ read: 'partly', problems: [{ line: 3 }] })
    expect(report.files[0]?.problems[0]?.message).toContain(reference)
    // The operation that nobody sees may use the authorizer.
    expect(codes(report.findings)).not.toContain('AUTHORIZER_UNUSED')
  })
})

describe('an operation of a definition in a template', () => {
  const OPERATION = '{ security: [{ pool: [] }] }'
  const template = (api: string, paths: string) => `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi${api}
    Properties:
      Body:
        openapi: 3.0.1
        info: { title: notes }
        paths: { /notes: ${paths} }
        components:
          securitySchemes:
            pool:
              type: apiKey
              name: Authorization
              in: header
              x-amazon-apigateway-authtype: cognito_user_pools
              x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Example1'] }
`
  it.each([
    ['whatever happens', '', `{ get: ${OPERATION} }`, []],
    ['in both branches', '', `{ get: !If [P, ${OPERATION}, ${OPERATION}] }`, ['P']],
    ['in one branch', '', `{ get: !If [P, ${OPERATION}, !Ref AWS::NoValue] }`, ['P']],
    ['on a path of one branch', '', `!If [Q, { get: ${OPERATION} }, !Ref AWS::NoValue]`, ['Q']],
    ['of an API under a condition', '\n    Condition: A', `{ get: ${OPERATION} }`, ['A']],
    [
      'of an API under a condition, in one branch of a path of one branch',
      '\n    Condition: A',
      `!If [Q, { get: !If [P, ${OPERATION}, !Ref AWS::NoValue] }, !Ref AWS::NoValue]`,
      ['A', 'P'],
    ],
    [
      'in one branch of a path of one branch',
      '',
      `!If [Q, { get: !If [P, ${OPERATION}, !Ref AWS::NoValue] }, !Ref AWS::NoValue]`,
      ['Q', 'P'],
    ],
  ])('exists %s', (_, api, paths, because) => {
    const { findings, undecided, graph } = read('template.yaml', template(api, paths))
    const CODE = 'METHOD_WITHOUT_SCOPES'
    expect(graph.endpoints.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /notes'])
    expect(codes(findings).includes(CODE)).toBe(because.length === 0)
    const causes = undecided.filter(({ code }) => code === CODE).flatMap(found => found.because)
    expect(causes.map(({ name }) => name)).toEqual(because)
  })
})

describe('the gateway responses of an OpenAPI document', () => {
  const document = (more: string) => `openapi: 3.0.1
info: { title: notes }
${more}
paths:
  /notes:
    get: { security: [{ pool: [notes/read] }] }
    options:
      x-amazon-apigateway-integration:
        type: mock
        responses:
          default: { statusCode: '200', responseParameters: { method.response.header.Access-Control-Allow-Origin: "'*'" } }
components:
  securitySchemes:
    pool:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: cognito_user_pools
      x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Example1'] }
`
  const EXPORTED = 'servers: [{ url: https://a1b2c3.execute-api.eu-west-1.amazonaws.com/dev }]'
  const OTHERS = 'x-amazon-apigateway-gateway-responses: { THROTTLED: { statusCode: 429 } }'

  it.each([
    ['written by hand: there are none', '', 'finding'],
    ['of another server: there are none', 'servers: [{ url: https://notes.example.com }]', 'finding'],
    ['of an export that has some: there are no others', `${EXPORTED}\n${OTHERS}`, 'finding'],
    ['of an export: there may be some', EXPORTED, 'undecided'],
    [
      'of an export of Swagger 2: there may be some',
      'host: a1b2c3.execute-api.eu-west-1.amazonaws.com',
      'undecided',
    ],
  ])('%s', (_, more, said) => {
    const { findings, undecided } = read('api.yaml', document(more))
    const CODE = 'UNAUTHORIZED_WITHOUT_CORS'
    expect(codes(findings).includes(CODE)).toBe(said === 'finding')
    expect(codes(undecided).includes(CODE)).toBe(said === 'undecided')
  })
})

describe('scopes that a condition decides', () => {
  const template = (scopes: string) => `Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Server:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties: { UserPoolId: !Ref Users, Identifier: notes, Name: notes, Scopes: [{ ScopeName: read }, { ScopeName: write }] }
  Web:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: Server
    Properties: { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [notes/read, notes/write] }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Pool:
    Type: AWS::ApiGateway::Authorizer
    Properties: { RestApiId: !Ref Api, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] }
  Get:
    Type: AWS::ApiGateway::Method
    Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Pool, AuthorizationScopes: ${scopes} }
`
  const ABOUT_SCOPES = ['METHOD_WITHOUT_SCOPES', 'ENDPOINT_UNREACHABLE', 'SCOPE_UNDECLARED', 'SCOPE_NOT_FULL']
  const about = (scopes: string) => {
    const { findings, undecided } = read('template.yaml', template(scopes))
    const of = (items: readonly { readonly code: string }[]) =>
      codes(items).filter(code => ABOUT_SCOPES.includes(code))
    return { findings: of(findings), undecided: of(undecided) }
  }

  it.each([
    ['one or the other', '[!If [P, notes/read, notes/write]]', []],
    ['one of two in two steps', '[!If [P, notes/read, !If [Q, notes/write, notes/read]]]', []],
    [
      'one or none',
      '[!If [P, notes/read, !Ref AWS::NoValue]]',
      ['METHOD_WITHOUT_SCOPES', 'ENDPOINT_UNREACHABLE'],
    ],
    ['one of two lists', '!If [P, [notes/read], [notes/write]]', []],
    [
      'a list or an empty one',
      '!If [P, [notes/read], []]',
      ['METHOD_WITHOUT_SCOPES', 'ENDPOINT_UNREACHABLE'],
    ],
    [
      'one that no client can get, or another',
      '[!If [P, notes/read, notes/admin]]',
      ['ENDPOINT_UNREACHABLE', 'SCOPE_UNDECLARED'],
    ],
  ])('%s: undecided is only what depends on it', (_, scopes, undecided) => {
    const found = about(scopes)
    expect(found.findings).toEqual([])
    expect(found.undecided.toSorted()).toEqual(undecided.toSorted())
  })

  it.each([
    '[!If [P, notes/read, notes/write]]',
    '!If [P, [notes/read], [notes/write]]',
    '!If [P, [notes/read], []]',
  ])('are not imported as none: %s', scopes => {
    const imported = importTemplate([{ path: 'template.yaml', text: template(scopes) }])
    expect(imported.ok).toBe(false)
    expect(imported.report).toContainEqual(
      expect.objectContaining({ what: 'endpoint GET /', how: 'left-out' }),
    )
  })
})

describe('an authorizer of a Serverless service', () => {
  const service = (authorizer: string) => `service: notes
provider: { name: aws }
functions:
  list: { handler: a.b, events: [{ http: { path: notes, method: get, authorizer: ${authorizer} } }] }
`

  it.each([
    ['{ name: pool, arn: "${file(pool.yml):arn}", scopes: [notes/read] }', 'GET /notes unknown'],
    ['{ name: fn, arn: "arn:aws:lambda:${opt:region}:123456789012:function:fn" }', 'GET /notes custom'],
    ['{ name: fn, arn: "${cf:other.FnArn}", type: request }', 'GET /notes custom'],
    ['{ name: pool, arn: "${cf:other.Arn}", type: COGNITO_USER_POOLS }', 'GET /notes cognito'],
  ])('may be one of a pool as long as its ARN is unknown: %s', (authorizer, endpoint) => {
    const report = read('serverless.yml', service(authorizer))
    expect(endpointsOf(report)).toEqual([endpoint])
    if (endpoint.endsWith('unknown')) expect(codes(report.undecided)).toContain('ENDPOINT_UNREACHABLE')
  })
})

describe('security schemes without an authorizer of API Gateway', () => {
  const operation =
    '{ get: { security: [{ pool: [notes/read] }] }, post: { security: [{ key: [] }] }, put: {} }'
  const schemes = `pool: { type: apiKey, name: Authorization, in: header }
    key: { type: apiKey, name: x-api-key, in: header }`
  const document = `openapi: 3.0.1
paths:
  /notes: ${operation}
components:
  securitySchemes:
    ${schemes}
`

  it('may be what an export leaves of an authorizer: who can call is undecided, and the reason says how to see it', () => {
    const report = read('export.yaml', document)
    expect(endpointsOf(report)).toEqual(['GET /notes unknown', 'POST /notes none', 'PUT /notes none'])
    const [first] = report.undecided
    expect(first).toMatchObject({
      on: 'GET /notes',
      because: [{ kind: 'outside', name: 'authorizer of pool' }],
    })
    expect(first?.because[0]?.message).toContain('extensions=apigateway')
    expect(report.findings).toEqual([])
    const imported = importTemplate([{ path: 'export.yaml', text: document }])
    const messages = imported.ok ? [] : imported.errors.map(({ message }) => message)
    expect(messages).toEqual([
      expect.stringMatching(/endpoint GET \/notes is left out: .*extensions=apigateway/),
    ])
  })

  it('leave undecided who can call an operation of a template: the reason names the extension to add', () => {
    const body = document.trimEnd().replaceAll('\n', '\n        ')
    const report = read(
      'template.yaml',
      `Resources:\n  Api:\n    Type: AWS::ApiGateway::RestApi\n    Properties:\n      Body:\n        ${body}\n`,
    )
    expect(endpointsOf(report)).toEqual(['GET /notes unknown', 'POST /notes none', 'PUT /notes none'])
    const [first] = report.undecided
    expect(first).toMatchObject({ on: 'GET /notes', because: [{ name: 'authorizer of pool' }] })
    expect(first?.because[0]?.message).toMatch(/without it the operation may be open to anyone\. Add it/)
  })
})
