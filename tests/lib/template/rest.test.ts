import { describe, expect, it } from 'vitest'
import { example } from '@/lib/document/example'
import type { Spec } from '@/lib/document/spec'
import { built, endpoint, existingPool } from './built'

const METHOD = 'AWS::ApiGateway::Method'
const withCors = (...allowOrigins: string[]): Spec['api'] => ({ ...example.api, cors: { allowOrigins } })

describe('methods', () => {
  const { Resources } = built({
    endpoints: [
      endpoint('GET', '/a/{id}'),
      endpoint('ANY', '/a', { auth: 'id_token' }),
      endpoint('POST', '/', { auth: 'none' }),
    ],
  })

  it('require an access token by listing scopes', () => {
    expect(Resources.AIdGetMethod!.Properties).toMatchObject({
      HttpMethod: 'GET',
      ResourceId: { Ref: 'AIdResource' },
      AuthorizationType: 'COGNITO_USER_POOLS',
      AuthorizerId: { Ref: 'Authorizer' },
      AuthorizationScopes: ['com.example.api/read'],
      Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST' },
    })
    expect(Resources.AIdResource!.Properties).toMatchObject({
      ParentId: { Ref: 'AResource' },
      PathPart: '{id}',
    })
  })

  it('require an ID token by listing none', () => {
    expect(Resources.AAnyMethod!.Properties.AuthorizationType).toBe('COGNITO_USER_POOLS')
    expect(Resources.AAnyMethod!.Properties).not.toHaveProperty('AuthorizationScopes')
  })

  it('are public without authorizer, at the root too', () => {
    expect(Resources.PostMethod!.Properties.AuthorizationType).toBe('NONE')
    expect(Resources.PostMethod!.Properties).not.toHaveProperty('AuthorizerId')
    expect(Resources.PostMethod!.Properties.ResourceId).toEqual({ 'Fn::GetAtt': ['Api', 'RootResourceId'] })
  })

  it('that share a handler share a function, which this API alone may call', () => {
    const { ofType } = built({
      endpoints: [
        endpoint('GET', '/a'),
        endpoint('POST', '/a'),
        endpoint('GET', '/b', { handler: 'bin/a.other' }),
      ],
    })
    expect(ofType('AWS::Lambda::Function')).toHaveLength(2)
    expect(ofType('AWS::Lambda::Permission').map(([, { Properties }]) => Properties.SourceArn)).toEqual(
      Array(2).fill({
        'Fn::Sub': 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*',
      }),
    )
  })
})

it('has no authorizer when nothing requires a token', () => {
  const { ofType } = built({ endpoints: [endpoint('GET', '/a', { auth: 'none' })] })
  expect(ofType('AWS::ApiGateway::Authorizer')).toEqual([])
})

describe('CORS', () => {
  const endpoints = [endpoint('GET', '/a/b'), endpoint('ANY', '/'), endpoint('POST', '/a/b')]

  it('answers preflights without a token, where there are endpoints and nowhere else', () => {
    const { ofType } = built({ api: withCors('https://a.example'), endpoints })
    const preflights = ofType(METHOD).filter(([id]) => id.endsWith('Options'))
    expect(preflights.map(([, { Properties }]) => Properties.ResourceId)).toEqual([
      { Ref: 'ABResource' },
      { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
    ])
    for (const [, { Properties }] of preflights)
      expect(Properties).toMatchObject({ HttpMethod: 'OPTIONS', AuthorizationType: 'NONE' })
    const headers = ['Headers', 'Methods', 'Origin'].map(
      name => `method.response.header.Access-Control-Allow-${name}`,
    )
    const values = ["'Authorization,Content-Type'", "'GET,POST,OPTIONS'", "'https://a.example'"]
    expect(preflights[0]![1].Properties).toMatchObject({
      Integration: {
        Type: 'MOCK',
        RequestTemplates: { 'application/json': '{"statusCode": 204}' },
        IntegrationResponses: [
          {
            StatusCode: '204',
            ResponseParameters: Object.fromEntries(headers.map((name, i) => [name, values[i]])),
          },
        ],
      },
      MethodResponses: [
        { StatusCode: '204', ResponseParameters: Object.fromEntries(headers.map(name => [name, true])) },
      ],
    })
  })

  it('puts the header on errors: the origin, or * for several', () => {
    const headers = (...origins: string[]) =>
      built({ api: withCors(...origins), endpoints })
        .ofType('AWS::ApiGateway::GatewayResponse')
        .map(([, { Properties }]) => [Properties.ResponseType, Object.values(Properties.ResponseParameters!)])
    expect(headers('https://a.example')).toEqual([
      ['DEFAULT_4XX', ["'https://a.example'"]],
      ['DEFAULT_5XX', ["'https://a.example'"]],
    ])
    expect(headers('https://a.example', 'https://b.example')).toEqual([
      ['DEFAULT_4XX', ["'*'"]],
      ['DEFAULT_5XX', ["'*'"]],
    ])
  })

  it('is absent without origins', () => {
    const { ofType } = built({ endpoints })
    expect(ofType(METHOD)).toHaveLength(3)
    expect(ofType('AWS::ApiGateway::GatewayResponse')).toEqual([])
  })
})

describe('the deployment', () => {
  const base: Partial<Spec> = {
    api: withCors('https://a.example'),
    endpoints: [endpoint('GET', '/a'), endpoint('GET', '/b', { handler: 'bin/b.handler' })],
  }
  const idOf = (changes: Partial<Spec>) =>
    built({ ...base, ...changes }).ofType('AWS::ApiGateway::Deployment')[0]![0]
  const [a, b] = base.endpoints!

  it('comes after every method, preflight and gateway response, and the stage after it', () => {
    const { one, ofType } = built(base)
    const parts = [METHOD, 'AWS::ApiGateway::GatewayResponse'].flatMap(type => ofType(type).map(([id]) => id))
    expect(one('AWS::ApiGateway::Deployment').DependsOn).toEqual(parts)
    expect(parts).toHaveLength(6)
    expect(one('AWS::ApiGateway::Stage').Properties).toEqual({
      RestApiId: { Ref: 'Api' },
      DeploymentId: { Ref: idOf({}) },
      StageName: { Ref: 'Stage' },
    })
  })

  it.each<[string, Partial<Spec>]>([
    ['a scope', { endpoints: [{ ...a!, scopes: ['com.example.api/write'] }, b!] }],
    ['another scope', { endpoints: [{ ...a!, scopes: [...a!.scopes, 'com.example.api/write'] }, b!] }],
    ['an auth', { endpoints: [{ ...a!, auth: 'none', scopes: [] }, b!] }],
    ['a method', { endpoints: [{ ...a!, method: 'PUT' }, b!] }],
    ['a path', { endpoints: [{ ...a!, path: '/a2' }, b!] }],
    ['a handler', { endpoints: [{ ...a!, handler: 'bin/b.handler' }, b!] }],
    ['an endpoint less', { endpoints: [a!] }],
    ['an origin', { api: withCors('https://b.example') }],
    ['an origin more', { api: withCors('https://a.example', 'https://b.example') }],
    ['no CORS', { api: example.api }],
    ['the pool', { userPool: existingPool }],
  ])('is a new one after a change of %s', (_name, changes) => expect(idOf(changes)).not.toBe(idOf({})))

  it('is another for another existing pool', () => {
    expect(idOf({ userPool: { ...existingPool, userPoolId: 'us-east-1_Other' } })).not.toBe(
      idOf({ userPool: existingPool }),
    )
  })

  it.each<[string, Partial<Spec>]>([
    ['the order of endpoints', { endpoints: [b!, a!] }],
    ['the name of the API', { api: { ...withCors('https://a.example'), name: 'other' } }],
    ['the stage', { stage: 'prod' }],
    ['a client', { clients: [{ ...example.clients[0]!, name: 'other' }] }],
  ])('stays with a change of %s', (_name, changes) => expect(idOf(changes)).toBe(idOf({})))
})
