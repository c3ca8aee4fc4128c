import { expect, it } from 'vitest'
import { examine } from '../../lib/examine'
import { readFiles } from '../../lib/read/read'
import { notJudgedFor, specForToken } from '../../lib/spec-for-token'
import { templateApi } from '../../lib/template-api'

const NOW = 1_800_000_000
const POOL = 'eu-west-1_AbCdEf123'
const OTHER_POOL = 'eu-west-1_ZyXwVu987'
const CLIENT = '1234567890abcdefghijklmnop'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An access token of the first pool, with other claims. */
const token = (claims: object = {}) =>
  [
    part({ alg: 'RS256', kid: 'a' }),
    part({
      iss: `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`,
      sub: 'a',
      token_use: 'access',
      client_id: CLIENT,
      scope: 'notes/read',
      iat: NOW - 10,
      exp: NOW + 600,
      ...claims,
    }),
    Buffer.alloc(256, 7).toString('base64url'),
  ].join('.')

/** A template, and a token examined against it. */
async function examined(resources: string, text: string) {
  const api = templateApi(readFiles([{ path: 'template.yaml', text: `Resources:${resources}` }]))
  if (!api.ok) throw new Error(JSON.stringify(api.errors))
  const { ids, clientsInFiles } = api
  const notJudged = notJudgedFor(api, text)
  const result = await examine(specForToken(api, text), text, {
    now: NOW,
    ...ids,
    clientsInFiles,
    unjudged: notJudged.flatMap(({ index }) => index ?? []),
  })
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  return { verdicts: result.verdicts, notJudged }
}

/** The verdict of each endpoint of a template, and why the others have none. */
async function verdictsOf(resources: string, text: string) {
  const { verdicts, notJudged } = await examined(resources, text)
  const judged = verdicts.map(({ endpoint, code }) => [`${endpoint.method} ${endpoint.path}`, code])
  const others = notJudged.map(({ endpoint, why }) => [endpoint, why])
  return Object.fromEntries([...judged, ...others])
}

const arn = (pool: string) => `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${pool}`
const guard = (id: string, pools: readonly string[], more = '') => `
  ${id}: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: ${id}, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [${pools.map(arn).join(', ')}]${more} } }`
const method = (verb: string, settings: string) => `
  ${verb}: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: ${verb}, AuthorizationType: COGNITO_USER_POOLS, AuthorizationScopes: [notes/read]${settings} } }`
const by = (id: string) => `, AuthorizerId: !Ref ${id}`
const REST = `
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }`

it('a pool that only some endpoints trust decides nothing at the others', async () => {
  const resources = [
    REST,
    guard('First', [POOL]),
    guard('Second', [OTHER_POOL]),
    guard('Both', [POOL, OTHER_POOL]),
    // An endpoint without an authorizer names no pool, although it comes first.
    method('DELETE', ''),
    method('GET', by('First')),
    method('PUT', by('Second')),
    method('POST', by('Both')),
  ].join('')
  const others = {
    'DELETE /': 'It requires a token, but names no authorizer that these files have.',
    'PUT /': 'It may trust another user pool than other endpoints.',
    'POST /': 'It may trust another user pool than other endpoints.',
  }
  expect(await verdictsOf(resources, token())).toEqual({ 'GET /': 'ALLOWED', ...others })
  const ofSecond = token({ iss: `https://cognito-idp.eu-west-1.amazonaws.com/${OTHER_POOL}` })
  expect(await verdictsOf(resources, ofSecond)).toEqual({ 'GET /': 'ISSUER_MISMATCH', ...others })
})

it('what a spec cannot say of an authorizer leaves its endpoints undecided', async () => {
  const resources = [
    REST,
    guard('Plain', [POOL]),
    guard('Expression', [POOL], ', IdentityValidationExpression: abc'),
    `
  Own: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: own, Type: TOKEN, IdentitySource: method.request.header.Authorization } }`,
    method('GET', by('Plain')),
    method('PUT', by('Expression')),
    method('POST', by('Own')),
    // Without scopes an access token is refused, and an ID token has the audience that the expression is for.
    method('PATCH', by('Expression')).replace('AuthorizationScopes: [notes/read], ', ''),
    method('DELETE', by('Own')).replace('AuthorizationScopes: [notes/read], ', ''),
  ].join('')
  const compares = 'The authorizer Expression also compares the audience with an expression.'
  const undecided = {
    'PUT /': compares,
    'POST /': 'Its authorization type does not match the authorizer Own.',
    'DELETE /': 'Its authorization type does not match the authorizer Own.',
  }
  expect(await verdictsOf(resources, token())).toEqual({
    'GET /': 'ALLOWED',
    'PATCH /': 'ACCESS_TOKEN_NOT_ACCEPTED',
    ...undecided,
  })
  const idToken = token({ token_use: 'id', aud: CLIENT, client_id: undefined, scope: undefined })
  expect(await verdictsOf(resources, idToken)).toEqual({
    'GET /': 'ID_TOKEN_NOT_ACCEPTED',
    'PATCH /': compares,
    ...undecided,
  })
})

const jwt = (issuer: string, audience: string) => `
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: notes, ProtocolType: HTTP } }
  Guard: { Type: AWS::ApiGatewayV2::Authorizer, Properties: { ApiId: !Ref Api, Name: a, AuthorizerType: JWT, IdentitySource: [$request.header.Authorization], JwtConfiguration: { Issuer: ${issuer}, Audience: ${audience} } } }
  Get: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: GET /notes, AuthorizationType: JWT, AuthorizerId: !Ref Guard, AuthorizationScopes: [notes/read] } }
  Open: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: GET /open } }`

it('a JWT authorizer with an issuer that no token has opens to none', async () => {
  const issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`
  const verdict = async (it: string) => (await verdictsOf(jwt(it, `[${CLIENT}]`), token()))['GET /notes']
  expect(await verdict(issuer)).toBe('ALLOWED')
  expect(await verdict(`${issuer}/`)).toBe(
    'Every token gets 401: none has the issuer of the authorizer Guard.',
  )
  expect(await verdict('!ImportValue issuer')).toBe(
    'These files do not show whether tokens have the issuer of Guard.',
  )
})

it('an audience that the files show whole is compared', async () => {
  const issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`
  const verdict = async (audience: string, client: string) =>
    (await verdictsOf(jwt(issuer, audience), token({ client_id: client })))['GET /notes']
  const other = CLIENT.replace('1', '2')
  expect(await verdict(`[${CLIENT}]`, CLIENT)).toBe('ALLOWED')
  expect(await verdict(`[${CLIENT}]`, other)).toBe('AUDIENCE_MISMATCH')
  expect(await verdict(`[${CLIENT}, !ImportValue client]`, other)).toBe('ALLOWED')
})

it('a verdict on a token assumes the API key that its endpoint requires too', async () => {
  const apiKey = (verb: string, required: string) => method(verb, `${by('One')}, ApiKeyRequired: ${required}`)
  const text = `Parameters: { Key: { Type: String } }\nResources:${REST}${guard('One', [POOL])}${apiKey('GET', 'true')}${apiKey('PUT', 'false')}${apiKey('POST', '!Ref Key')}`
  const api = templateApi(readFiles([{ path: 'template.yaml', text }]))
  if (!api.ok) throw new Error(JSON.stringify(api.errors))
  const verdictsWith = async (scope: string) => {
    const { ids, clientsInFiles, apiKeys } = api
    const examined = await examine(api.spec, token({ scope }), { now: NOW, ...ids, clientsInFiles, apiKeys })
    if (!examined.ok) throw new Error(JSON.stringify(examined.errors))
    return Object.fromEntries(
      examined.verdicts.map(({ endpoint, message, checks }) => [
        endpoint.method,
        { message, keys: checks.flatMap(({ name, outcome }) => (name === 'API key' ? [outcome] : [])) },
      ]),
    )
  }
  const assumed = (...names: readonly string[]) =>
    expect.stringContaining(`Assumed: ${['signature', ...names].join(', ')}.`)
  expect(await verdictsWith('notes/read')).toEqual({
    GET: { message: assumed('API key'), keys: ['assumed'] },
    PUT: { message: assumed(), keys: [] },
    POST: { message: assumed('API key'), keys: ['assumed'] },
  })
  expect((await verdictsWith('notes/write')).GET?.keys).toEqual(['not-reached'])
})

it('a token is compared with the issuer of an authorizer, where only the id of the pool is known', async () => {
  const refused = { member: 'userPool', call: 'describe-user-pool', error: 'AccessDeniedException' }
  const Issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`
  const snapshot = {
    ...{ awsSnapshot: 1, userPoolId: POOL, failed: [refused], httpApi: { ApiId: 'h1', Name: 'notes' } },
    authorizers: {
      Items: [
        {
          ...{ AuthorizerId: 'a', Name: 'jwt', AuthorizerType: 'JWT' },
          IdentitySource: ['$request.header.Authorization'],
          JwtConfiguration: { Issuer, Audience: [CLIENT] },
        },
      ],
    },
    routes: {
      Items: [
        {
          ...{ RouteKey: 'GET /notes', AuthorizationType: 'JWT', AuthorizerId: 'a' },
          AuthorizationScopes: ['notes/read'],
        },
      ],
    },
  }
  const api = templateApi(readFiles([{ path: 'snapshot.json', text: JSON.stringify(snapshot) }]))
  if (!api.ok) throw new Error(JSON.stringify(api.errors))
  expect(notJudgedFor(api, token())).toEqual([])
  const codeOf = async (text: string) => {
    const examined = await examine(specForToken(api, text), text, { now: NOW, ...api.ids })
    return examined.ok && examined.verdicts.map(({ code }) => code)
  }
  expect(await codeOf(token())).toEqual(['ALLOWED'])
  expect(await codeOf(token({ iss: Issuer.replace('//', '//issuer-') }))).toEqual(['ISSUER_MISMATCH'])
  expect(await codeOf(token({ iss: Issuer.replace(POOL, OTHER_POOL) }))).toEqual(['ISSUER_MISMATCH'])
})

it('the trigger of a template has no name: the import may have invented its handler', async () => {
  const resources = [
    REST,
    `
  Pool: { Type: AWS::Cognito::UserPool, Properties: { LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: V2_0, LambdaArn: arn:aws:lambda:eu-west-1:123456789012:function:f } } } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: guard, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Pool.Arn] } }`,
    method('GET', by('Guard')),
  ].join('')
  const { verdicts } = await examined(resources, token({ scope: 'openid' }))
  expect(verdicts.map(({ code, remedy }) => [code, remedy.template])).toEqual([
    [
      'SCOPE_MISSING',
      'These files show no client that may request it: add notes/read to the scopes of a client and deploy. Or let the trigger of the user pool add it.',
    ],
  ])
})
