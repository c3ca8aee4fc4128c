import { describe, expect, it } from 'vitest'
import { example } from '../../../../lib/document/example'
import { at, existing, idsOf, interactive, machine, ofType, open, synth } from './stack'

describe('a REST API', () => {
  const endpoints = [
    at('GET', '/'),
    at('ANY', '/a/b/{id}', { auth: 'id_token', scopes: [] }),
    at('POST', '/a/b/{id}', { handler: 'bin/orders.create' }),
    at('GET', '/a/{proxy+}', { ...open, handler: 'bin/orders.create' }),
  ]
  const cors = { allowOrigins: ['https://a.example', 'https://b.example'] }
  const api = { ...example.api, cors }

  it('has one function, permission and role for endpoints that share a handler', async () => {
    const template = await synth({ ...example, endpoints })
    const functions = ofType(template, 'AWS::Lambda::Function')
    expect(functions.map(({ Properties }) => Properties?.Handler)).toEqual([
      'bin/myevent.handler',
      'bin/orders.create',
    ])
    expect(ofType(template, 'AWS::Lambda::Permission')).toHaveLength(2)
    expect(ofType(template, 'AWS::IAM::Role')).toHaveLength(1)
    for (const { Properties } of functions)
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Timeout: 10 })
  })

  it('asks for scopes, for an ID token or for nothing', async () => {
    const methods = ofType(await synth({ ...example, endpoints }), 'AWS::ApiGateway::Method')
    expect(
      methods.map(({ Properties: p }) => [
        p?.HttpMethod,
        p?.AuthorizationType,
        p?.AuthorizerId !== undefined,
        (p?.AuthorizationScopes as readonly unknown[] | undefined)?.length,
      ]),
    ).toEqual([
      ['GET', 'COGNITO_USER_POOLS', true, 2],
      ['ANY', 'COGNITO_USER_POOLS', true, undefined],
      ['POST', 'COGNITO_USER_POOLS', true, 2],
      ['GET', 'NONE', false, undefined],
    ])
  })

  it('answers preflights on resources with endpoints only, and has the header on its own answers', async () => {
    const template = await synth({ ...example, api, endpoints })
    const methods = ofType(template, 'AWS::ApiGateway::Method')
    const preflights = methods.filter(({ Properties }) => Properties?.HttpMethod === 'OPTIONS')
    expect(preflights).toHaveLength(3)
    for (const { Properties } of preflights) {
      expect(Properties?.AuthorizationType).toBe('NONE')
      expect(JSON.stringify(Properties?.Integration)).toContain('https://b.example')
    }
    const answers = ofType(template, 'AWS::ApiGateway::GatewayResponse')
    expect(
      answers.map(({ Properties }) => [Properties?.ResponseType, Properties?.ResponseParameters]),
    ).toEqual(
      ['4XX', '5XX'].map(family => [
        `DEFAULT_${family}`,
        { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" },
      ]),
    )
    const [deployment] = ofType(template, 'AWS::ApiGateway::Deployment')
    const deployed = ['AWS::ApiGateway::Method', 'AWS::ApiGateway::GatewayResponse']
    expect(deployment?.DependsOn).toEqual(
      expect.arrayContaining(deployed.flatMap(type => idsOf(template, type))),
    )
  })

  it('names the one origin, and has nothing of CORS without', async () => {
    const one = await synth({ ...example, api: { ...api, cors: { allowOrigins: ['https://a.example'] } } })
    for (const { Properties } of ofType(one, 'AWS::ApiGateway::GatewayResponse'))
      expect(Object.values(Properties?.ResponseParameters as object)).toEqual(["'https://a.example'"])
    const none = await synth(example)
    expect(ofType(none, 'AWS::ApiGateway::GatewayResponse')).toEqual([])
    expect(ofType(none, 'AWS::ApiGateway::Method')).toHaveLength(1)
  })

  it('has no authorizer when every endpoint is public', async () => {
    const template = await synth({ ...example, endpoints: [at('GET', '/', open)] })
    expect(ofType(template, 'AWS::ApiGateway::Authorizer')).toEqual([])
  })

  it('takes path parts that CDK would not take as construct ids', async () => {
    const parts = ['Default', 'Resource', 'GET', 'OPTIONS', 'ANY', 'constructor', '__proto__', 'toString']
    const paths = parts.flatMap(part => [`/${part}`, `/orders/${part}`, `/${part}/${part}`])
    const template = await synth({
      ...example,
      api,
      endpoints: [at('GET', '/'), at('GET', '/orders'), ...paths.map(path => at('GET', path))],
    })
    const resources = ofType(template, 'AWS::ApiGateway::Resource')
    expect(resources).toHaveLength(1 + 3 * parts.length)
    expect(new Set(resources.map(({ Properties }) => Properties?.PathPart))).toEqual(
      new Set(['orders', ...parts]),
    )
  })
})

describe('an HTTP API', () => {
  const api = { type: 'http', name: 'example-api' } as const
  const origins = ['https://a.example', 'https://b.example']

  it('verifies tokens of the issuer for every client', async () => {
    const template = await synth({ ...example, api, clients: [interactive, machine] })
    const [authorizer] = ofType(template, 'AWS::ApiGatewayV2::Authorizer')
    const [pool] = idsOf(template, 'AWS::Cognito::UserPool')
    expect(authorizer?.Properties).toMatchObject({
      Name: 'dev-cognito',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Issuer: { 'Fn::GetAtt': [pool, 'ProviderURL'] },
        Audience: idsOf(template, 'AWS::Cognito::UserPoolClient').map(Ref => ({ Ref })),
      },
    })
    expect(ofType(template, 'AWS::Cognito::UserPoolClient')).toHaveLength(2)
    const [stage] = ofType(template, 'AWS::ApiGatewayV2::Stage')
    expect(stage?.Properties).toMatchObject({ StageName: '$default', AutoDeploy: true })
  })

  it('gives each authorized ANY an open OPTIONS next to it, with the same function', async () => {
    const template = await synth({
      ...example,
      api: { ...api, cors: { allowOrigins: origins } },
      endpoints: [at('ANY', '/a/{proxy+}'), at('ANY', '/b', open), at('GET', '/c')],
    })
    const routes = ofType(template, 'AWS::ApiGatewayV2::Route').map(({ Properties: p }) => [
      p?.RouteKey,
      p?.AuthorizationType,
      JSON.stringify(p?.Target),
    ])
    const [target] = routes.map(([, , target]) => target)
    expect(routes).toEqual([
      ['ANY /a/{proxy+}', 'JWT', target],
      ['OPTIONS /a/{proxy+}', 'NONE', target],
      ['ANY /b', 'NONE', target],
      ['GET /c', 'JWT', target],
    ])
    expect(ofType(template, 'AWS::ApiGatewayV2::Integration')).toHaveLength(1)
    expect(ofType(template, 'AWS::Lambda::Permission')).toHaveLength(1)
    expect(ofType(template, 'AWS::ApiGatewayV2::Api')[0]?.Properties?.CorsConfiguration).toMatchObject({
      AllowOrigins: origins,
    })
  })

  it('distinguishes /a/b from /a--b, which have the same construct id', async () => {
    const paths = ['/a/b', '/a--b', '/']
    const template = await synth({ ...example, api, endpoints: paths.map(path => at('GET', path)) })
    const routes = ofType(template, 'AWS::ApiGatewayV2::Route')
    expect(new Set(routes.map(({ Properties }) => Properties?.RouteKey))).toEqual(
      new Set(paths.map(path => `GET ${path}`)),
    )
    for (const { Properties } of routes) expect(Properties?.AuthorizationScopes).toHaveLength(2)
  })

  it('has the issuer of an existing pool, and no authorizer when every route is public', async () => {
    const userPool = existing
    const [authorizer] = ofType(await synth({ ...example, api, userPool }), 'AWS::ApiGatewayV2::Authorizer')
    expect(JSON.stringify(authorizer?.Properties?.JwtConfiguration)).toContain(
      '"Issuer":{"Fn::Join":["",["https://cognito-idp.",{"Ref":"AWS::Region"},".",{"Ref":"AWS::URLSuffix"},"/us-east-1_AbCdEf123"]]}',
    )
    const open = await synth({ ...example, api, endpoints: [at('GET', '/', { auth: 'none', scopes: [] })] })
    expect(ofType(open, 'AWS::ApiGatewayV2::Authorizer')).toEqual([])
  })
})
