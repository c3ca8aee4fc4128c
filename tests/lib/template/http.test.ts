import { describe, expect, it } from 'vitest'
import type { Spec } from '@/lib/document/spec'
import { built, client, endpoint, existingPool } from './built'

const api: Spec['api'] = { type: 'http', name: 'example-api' }
const withCors: Spec['api'] = { ...api, cors: { allowOrigins: ['https://a.example', 'https://b.example'] } }
const ROUTE = 'AWS::ApiGatewayV2::Route'

const routes = (changes: Partial<Spec>) =>
  Object.fromEntries(
    built({ api, ...changes })
      .ofType(ROUTE)
      .map(([, { Properties }]) => [Properties.RouteKey, Properties]),
  )

it('is live on its default stage', () => {
  const { one, ofType, Outputs } = built({ api })
  expect(one('AWS::ApiGatewayV2::Stage').Properties).toEqual({
    ApiId: { Ref: 'Api' },
    StageName: '$default',
    AutoDeploy: true,
  })
  expect(ofType('AWS::ApiGateway::Deployment')).toEqual([])
  expect(Outputs.ApiUrl!.Value).toEqual({ 'Fn::GetAtt': ['Api', 'ApiEndpoint'] })
})

describe('the JWT authorizer', () => {
  it('trusts the issuer of the pool, for every client', () => {
    const { one } = built({ api, clients: [client({ name: 'a' }), client({ name: 'b' })] })
    expect(one('AWS::ApiGatewayV2::Authorizer').Properties).toEqual({
      ApiId: { Ref: 'Api' },
      Name: { 'Fn::Sub': '${Stage}-cognito' },
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Issuer: { 'Fn::GetAtt': ['UserPool', 'ProviderURL'] },
        Audience: [{ Ref: 'AClient' }, { Ref: 'BClient' }],
      },
    })
  })

  it('is absent when nothing requires a token', () => {
    const { ofType } = built({ api, endpoints: [endpoint('GET', '/a', { auth: 'none' })] })
    expect(ofType('AWS::ApiGatewayV2::Authorizer')).toEqual([])
  })

  it('refers to an existing pool by its parameter', () => {
    const { one } = built({ api, userPool: existingPool })
    expect(one('AWS::ApiGatewayV2::Authorizer').Properties.JwtConfiguration).toHaveProperty('Issuer', {
      'Fn::Sub': 'https://cognito-idp.${AWS::Region}.${AWS::URLSuffix}/${UserPoolId}',
    })
  })
})

it('authorizes routes by scope, by any token of the clients, or not at all', () => {
  const made = routes({
    endpoints: [
      endpoint('GET', '/a/{proxy+}'),
      endpoint('POST', '/', { auth: 'id_token' }),
      endpoint('PUT', '/a', { auth: 'none' }),
    ],
  })
  expect(made['GET /a/{proxy+}']).toMatchObject({
    AuthorizationType: 'JWT',
    AuthorizerId: { Ref: 'Authorizer' },
    AuthorizationScopes: ['com.example.api/read'],
    Target: { 'Fn::Sub': 'integrations/${BinAFunctionIntegration}' },
  })
  expect(made['POST /']).toMatchObject({ AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Authorizer' } })
  expect(made['POST /']).not.toHaveProperty('AuthorizationScopes')
  expect(made['PUT /a']!.AuthorizationType).toBe('NONE')
  expect(made['PUT /a']).not.toHaveProperty('AuthorizerId')
})

it('opens the preflight of an authorized ANY path, and of no other', () => {
  const endpoints = [
    endpoint('ANY', '/a'),
    endpoint('ANY', '/b', { auth: 'none' }),
    endpoint('GET', '/c'),
    endpoint('ANY', '/d', { auth: 'id_token', handler: 'bin/d.handler' }),
  ]
  expect(Object.keys(routes({ api: withCors, endpoints }))).toEqual([
    'ANY /a',
    'OPTIONS /a',
    'ANY /b',
    'GET /c',
    'ANY /d',
    'OPTIONS /d',
  ])
  const made = routes({ api: withCors, endpoints })
  expect(made['OPTIONS /d']).toEqual({
    ApiId: { Ref: 'Api' },
    RouteKey: 'OPTIONS /d',
    AuthorizationType: 'NONE',
    Target: made['ANY /d']!.Target,
  })
  expect(Object.keys(routes({ endpoints }))).not.toContain('OPTIONS /a')
})

it('lets API Gateway answer for the origins', () => {
  const cors = (endpoints: Spec['endpoints']) =>
    built({ api: withCors, endpoints }).one('AWS::ApiGatewayV2::Api').Properties.CorsConfiguration
  expect(cors([endpoint('GET', '/a'), endpoint('GET', '/b'), endpoint('PUT', '/b')])).toEqual({
    AllowOrigins: ['https://a.example', 'https://b.example'],
    AllowHeaders: ['authorization', 'content-type'],
    AllowMethods: ['GET', 'PUT', 'OPTIONS'],
  })
  expect(cors([endpoint('ANY', '/a')])).toHaveProperty('AllowMethods', ['*'])
  expect(built({ api }).one('AWS::ApiGatewayV2::Api').Properties).not.toHaveProperty('CorsConfiguration')
})
