import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { requiresApiKey } from '@/lib/deployed/access'
import { diagnose } from '@/lib/doctor/diagnose'
import { reportOf } from '@/lib/doctor/report'
import { whoCanCall } from '@/lib/doctor/who-can-call'
import { readFiles } from '@/lib/read/read'
import { templateApi } from '@/lib/template-api'

const POOL = 'arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_AbCdEf123'

/** An API with a guarded endpoint, and three without authorization: one with an API key, one without, and one that may need it. */
const FORMATS = {
  cloudformation: `Parameters: { Key: { Type: String } }
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { Name: g, RestApiId: !Ref Api, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: ["${POOL}"] } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: [notes/read], ApiKeyRequired: true } }
  Put: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: PUT, AuthorizationType: NONE, ApiKeyRequired: true } }
  Post: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: POST, AuthorizationType: NONE, ApiKeyRequired: false } }
  Patch: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: PATCH, AuthorizationType: NONE, ApiKeyRequired: !Ref Key } }
`,
  sam: `Transform: AWS::Serverless-2016-10-31
Parameters: { Key: { Type: String } }
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      Auth: { ApiKeyRequired: true, Authorizers: { Users: { UserPoolArn: "${POOL}" } } }
  Function:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.handler
      Runtime: nodejs22.x
      Events:
        Get: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /, Method: get, Auth: { Authorizer: Users, AuthorizationScopes: [notes/read] } } }
        Put: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /, Method: put } }
        Post: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /, Method: post, Auth: { ApiKeyRequired: false } } }
        Patch: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /, Method: patch, Auth: { ApiKeyRequired: !Ref Key } } }
`,
  serverless: `service: notes
provider: { name: aws }
functions:
  all:
    handler: a.handler
    events:
      - http: { path: /, method: get, private: true, authorizer: { arn: "${POOL}", scopes: [notes/read] } }
      - http: { path: /, method: put, private: true }
      - http: { path: /, method: post }
      - http: { path: /, method: patch, private: "\${param:key}" }
`,
  openapi: `openapi: 3.0.3
info: { title: notes, version: "1" }
components:
  securitySchemes:
    Users: { type: apiKey, in: header, name: Authorization, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: ["${POOL}"] } }
    Key: { type: apiKey, in: header, name: x-api-key }
paths:
  /:
    get: { security: [{ Users: [notes/read] }, { Key: [] }] }
    put: { security: [{ Key: [] }] }
    post: { security: [] }
`,
  'aws-snapshot': JSON.stringify({
    awsSnapshot: 1,
    kind: 'rest',
    restApi: { id: 'a1b2c3d4e5', name: 'notes' },
    authorizers: {
      items: [
        {
          id: 'abc123',
          name: 'users',
          type: 'COGNITO_USER_POOLS',
          providerARNs: [POOL],
          identitySource: 'method.request.header.Authorization',
        },
      ],
    },
    resources: {
      items: [
        {
          id: 'r',
          path: '/',
          resourceMethods: {
            GET: {
              authorizationType: 'COGNITO_USER_POOLS',
              authorizerId: 'abc123',
              authorizationScopes: ['notes/read'],
              apiKeyRequired: true,
            },
            PUT: { authorizationType: 'NONE', apiKeyRequired: true },
            POST: { authorizationType: 'NONE', apiKeyRequired: false },
          },
        },
      ],
    },
  }),
}

const SAYS: Readonly<Record<string, string>> = {
  'PUT /': 'an API key, no token',
  'POST /': 'no token required',
  'PATCH /': 'no token required',
}
const WHY: Readonly<Record<string, string>> = {
  'PUT /': 'It requires an API key, and no token.',
  'PATCH /': 'These files do not show whether it requires an API key.',
}

describe.each(Object.entries(FORMATS))('an API key in %s', (format, text) => {
  const files = [{ path: format === 'aws-snapshot' ? 'a.json' : 'a.yaml', text }]

  it('is not left out of who can call', () => {
    const diagnosis = diagnose(files)
    const { access, files: read } = reportOf(diagnosis)
    expect(read).toMatchObject([{ format }])
    const words = whoCanCall(access, diagnosis).endpoints
    const said = Object.fromEntries(access.map(({ endpoint }, i) => [endpoint, words[i]]))
    const { 'GET /': guarded, ...others } = said
    expect(guarded).toBe('no client in these files')
    expect(others).toEqual(Object.fromEntries(Object.keys(others).map(name => [name, SAYS[name]])))
    expect(Object.keys(others)).toEqual(expect.arrayContaining(['PUT /', 'POST /']))
  })

  it('is no part of a spec, and no verdict is certain without it', () => {
    const api = templateApi(readFiles(files))
    if (!api.ok) throw new Error(JSON.stringify(api.errors))
    const names = api.spec.endpoints.map(({ method, path }) => `${method} ${path}`)
    expect(api.notJudged).toEqual(
      names.flatMap((endpoint, index) => (WHY[endpoint] ? [{ endpoint, why: WHY[endpoint], index }] : [])),
    )
    const left = api.report.filter(({ what }) => what.startsWith('API key of '))
    expect(left.map(({ what }) => what.slice('API key of '.length)).sort()).toEqual(
      names.filter(name => name !== 'POST /').sort(),
    )
    expect(left.every(({ how, into, at }) => how === 'left-out' && into === null && at !== null)).toBe(true)
  })
})

/** A definition whose only operation requires the scheme `api_key`, which it may define. */
const named = (scheme: string) =>
  `openapi: 3.0.1
info: { title: notes, version: "1" }
components: { securitySchemes: { ${scheme} } }
paths: { /: { get: { security: [{ api_key: [notes/read] }], x-amazon-apigateway-integration: { type: mock } } } }
`
const inTemplate = (definition: string) =>
  `Resources: { Api: { Type: AWS::ApiGateway::RestApi, Properties: { Body: ${JSON.stringify(load(definition))} } } }`
const AS_AUTHORIZER = `api_key: { type: apiKey, in: header, name: Authorization, x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: ["${POOL}"] } }`
const AS_KEY = 'api_key: { type: apiKey, in: header, name: x-api-key }'

// SAM defines a scheme of this name where the definition has none.
it.each<[string, string, string, boolean]>([
  ['an authorizer', named(AS_AUTHORIZER), 'cognito', false],
  ['an authorizer in a template', inTemplate(named(AS_AUTHORIZER)), 'cognito', false],
  ['an API key', named(AS_KEY), 'none', true],
  ['an API key in a template', inTemplate(named(AS_KEY)), 'none', true],
  ['defined nowhere', named(''), 'unknown', false],
  ['defined nowhere in a template', inTemplate(named('')), 'none', true],
  ['no API key', named('api_key: { type: http, scheme: basic }'), 'unknown', false],
])('a scheme called api_key that is %s', (_, text, authorization, isKey) => {
  const files = [{ path: 'a.yaml', text }]
  expect(reportOf(diagnose(files)).access).toMatchObject([{ authorization }])
  const [endpoint] = readFiles(files).deployed.endpoints
  expect(endpoint && requiresApiKey(endpoint).is).toBe(isKey)
})

/** A SAM template whose API has this `Auth` and definition, with the events of a function. */
const samTemplate = (auth: string, events: string, definition = '') => `Transform: AWS::Serverless-2016-10-31
Parameters: { P: { Type: String } }
Conditions: { C: !Equals [!Ref P, x] }
Resources:
  Api: { Type: AWS::Serverless::Api, Properties: { StageName: prod, Auth: { ${auth} }, ${definition} } }
  Function: { Type: AWS::Serverless::Function, Properties: { Handler: a.b, Events: { ${events} } } }
`
const event = (auth: string, api = '!Ref Api', method = 'get') =>
  `Get: { Type: Api, Properties: { RestApiId: ${api}, Path: /a, Method: ${method}, Auth: { Authorizer: NONE, ${auth} } } }`

const requiredIn = (text: string) =>
  readFiles([{ path: 'a.yaml', text }]).deployed.endpoints.map(endpoint => requiresApiKey(endpoint).is)

const REQUIRED = 'ApiKeyRequired: true'
it.each<[string, boolean | undefined]>([
  [samTemplate(REQUIRED, event('')), true],
  [samTemplate(REQUIRED, event('ApiKeyRequired: !Ref AWS::NoValue')), true],
  [samTemplate(REQUIRED, event('ApiKeyRequired: false')), false],
  [samTemplate(REQUIRED, event('ApiKeyRequired: !If [C, false, !Ref AWS::NoValue]')), undefined],
  [samTemplate(REQUIRED, event('ApiKeyRequired: !If [C, true, !Ref AWS::NoValue]')), true],
  [samTemplate(REQUIRED, event('ApiKeyRequired: !Ref P')), undefined],
  [samTemplate('', event('ApiKeyRequired: !If [C, true, !Ref AWS::NoValue]')), undefined],
  [samTemplate('', event('')), false],
  [samTemplate('', event('', '!Ref Elsewhere')), undefined],
])('what an event of SAM says itself goes before what its API says: %s', (text, expected) => {
  expect(requiredIn(text)).toEqual([expected])
})

const MOCK = 'x-amazon-apigateway-integration: { type: mock }'
const OWN = 'ApiKeyRequired: true, AddApiKeyRequiredToCorsPreflight: false'
const body = (operation: string, method = 'get') =>
  `DefinitionBody: { openapi: 3.0.1, info: { title: a, version: "1" }, paths: { /a: { ${method}: { ${operation} } } } }`

// What set_path_default_apikey_required of SAM's translator makes of each.
it.each<[string, string, boolean | undefined]>([
  ['an integration', samTemplate(REQUIRED, '', body(MOCK)), true],
  ['no integration', samTemplate(REQUIRED, '', body('')), false],
  ['NONE', samTemplate(REQUIRED, '', body(`security: [{ NONE: [] }], ${MOCK}`)), true],
  ['its own key', samTemplate('', '', body(`security: [{ api_key: [] }], ${MOCK}`)), true],
  [
    'the word for no key',
    samTemplate(REQUIRED, '', body(`security: [{ api_key_false: [] }], ${MOCK}`)),
    false,
  ],
  ['OPTIONS', samTemplate(REQUIRED, '', body(MOCK, 'options')), true],
  ['OPTIONS that is left out', samTemplate(OWN, '', body(MOCK, 'options')), false],
  ['GET where OPTIONS is left out', samTemplate(OWN, '', body(MOCK)), true],
  ['an API that may require it', samTemplate('ApiKeyRequired: !Ref P', '', body(MOCK)), undefined],
  ['OPTIONS of an event', samTemplate(REQUIRED, event('', '!Ref Api', 'options')), true],
  ['OPTIONS of an event that is left out', samTemplate(OWN, event(REQUIRED, '!Ref Api', 'options')), false],
  [
    'OPTIONS that is left out where no key is required',
    samTemplate('AddApiKeyRequiredToCorsPreflight: false', event(REQUIRED, '!Ref Api', 'options')),
    true,
  ],
  [
    'Globals',
    samTemplate('', '', body(MOCK)).replace(
      'Resources:',
      'Globals: { Api: { Auth: { ApiKeyRequired: true } } }\nResources:',
    ),
    true,
  ],
  [
    'an event of an operation',
    samTemplate('', event(REQUIRED), `MergeDefinitions: true, ${body(MOCK)}`),
    true,
  ],
])('SAM requires the API key of its API from %s: %s', (_, text, expected) => {
  expect(requiredIn(text)).toEqual([expected])
})
