import { describe, expect, it } from 'vitest'
import { extendedRequestId } from '@/lib/gateway/call'
import { requestTime } from '@/lib/gateway/claims'
import { lambdaEvent } from '@/lib/gateway/event'
import { exampleEvent } from '@/lib/gateway/example-event'
import type { GatewayRequest } from '@/lib/gateway/request'
import { match } from '@/lib/gateway/route'
import type { JsonObject } from '@/lib/token/json'
import { api, request } from './api'

const ROUTES = [
  ['GET', '/orders'],
  ['POST', '/orders'],
  ['ANY', '/files/{path+}'],
] as const

// biome-ignore lint/suspicious/noExplicitAny: the tests read members of every depth
function event(type: 'rest' | 'http', sent: GatewayRequest, claims?: JsonObject): any {
  const model = api(type, ROUTES)
  const hit = match(model, sent.method, sent.path)
  if (!hit) throw new Error('no route')
  return lambdaEvent({
    model,
    request: sent,
    ...hit,
    ...(claims && { claims }),
    time: 1_583_348_638_390,
    requestId: 'r-1',
  })
}

const CLAIMS: JsonObject = {
  sub: 'u-1',
  exp: 1_513_495_692,
  iat: 1_513_492_092,
  auth_time: 1_513_492_092,
  email_verified: true,
  'cognito:groups': ['admins', 'staff'],
  nothing: null,
  scope: 'openid a/b',
}

describe('format 1.0', () => {
  it('has a second id of the request, without the hyphens of the first', () => {
    expect(extendedRequestId('c6af9ac6-7b61-11e6-9a41-93e8deadbeef')).toBe('c6af9ac67b6111e=')
  })

  it('has null where there is nothing', () => {
    expect(event('rest', request('GET', '/orders'))).toMatchObject({
      resource: '/orders',
      path: '/orders',
      httpMethod: 'GET',
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      pathParameters: null,
      stageVariables: null,
      body: null,
      isBase64Encoded: false,
      requestContext: { path: '/dev/orders', resourcePath: '/orders', stage: 'dev', protocol: 'HTTP/1.1' },
    })
  })

  it('has the last value of a repeated query name, and all of them', () => {
    const { queryStringParameters, multiValueQueryStringParameters } = event(
      'rest',
      request('GET', '/orders?a=1&a=2&b=&c=x%20y+z'),
    )
    expect(queryStringParameters).toEqual({ a: '2', b: '', c: 'x y z' })
    expect(multiValueQueryStringParameters).toEqual({ a: ['1', '2'], b: [''], c: ['x y z'] })
  })

  it('keeps header names, the path as sent, and text', () => {
    const found = event('rest', request('PUT', '/files/a%20b/', [['X-My-Header', 'é']], 'häl'))
    expect(found.headers['X-My-Header']).toBe('é')
    expect(found.path).toBe('/files/a%20b/')
    expect(found.pathParameters).toEqual({ path: 'a b' })
    expect(found.body).toBe('häl')
    expect(event('rest', request('PUT', '/files/a', [], '\ufeffa,b')).body).toBe('\ufeffa,b')
  })

  it('has claims as text, times as Java prints them', () => {
    const { authorizer } = event('rest', request('GET', '/orders'), CLAIMS).requestContext
    expect({ ...authorizer.claims }).toEqual({
      sub: 'u-1',
      exp: 'Sun Dec 17 07:28:12 UTC 2017',
      iat: 'Sun Dec 17 06:28:12 UTC 2017',
      auth_time: '1513492092',
      email_verified: 'true',
      'cognito:groups': 'admins,staff',
      scope: 'openid a/b',
    })
  })
})

describe.each(['rest', 'http'] as const)('what a %s event says of its caller', type => {
  it.each([
    ['orders.example:4000', 'orders.example', 'orders'],
    ['localhost', 'localhost', 'localhost'],
  ])('the host %s without its port, and its first label', (host, domainName, domainPrefix) => {
    const sent = { ...request('GET', '/orders'), headers: [['HOST', host]] as const }
    expect(event(type, sent).requestContext).toMatchObject({ domainName, domainPrefix })
  })

  it('localhost where there is no host', () => {
    const { requestContext } = event(type, { ...request('GET', '/orders'), headers: [] })
    expect(requestContext).toMatchObject({ domainName: 'localhost', domainPrefix: 'localhost' })
  })

  it.each([
    [
      'the first User-Agent',
      [
        ['User-Agent', 'curl/8'],
        ['user-agent', 'other'],
      ] as const,
      'curl/8',
    ],
    ['none', [], type === 'rest' ? null : ''],
  ])('%s', (_, headers, expected) => {
    const { requestContext } = event(type, request('GET', '/orders', headers))
    expect((requestContext.identity ?? requestContext.http).userAgent).toBe(expected)
  })

  it('adds where the request came from, unless a header says it', () => {
    const name = (text: string) => (type === 'rest' ? text : text.toLowerCase())
    const forwarded = ['X-Forwarded-For', 'X-Forwarded-Port', 'X-Forwarded-Proto'].map(name)
    const values = (headers: readonly (readonly [string, string])[]) => {
      const found = event(type, request('GET', '/orders', headers)).headers
      return forwarded.map(key => found[key])
    }
    expect(values([])).toEqual(['127.0.0.1', '4000', 'http'])
    if (type === 'rest') expect(values([[forwarded[1]!, '443']])).toEqual(['127.0.0.1', '443', 'http'])
  })
})

describe('format 2.0', () => {
  it('leaves out what is not there', () => {
    const found = event('http', request('GET', '/orders'))
    expect(found).toMatchObject({
      version: '2.0',
      routeKey: 'GET /orders',
      rawPath: '/orders',
      rawQueryString: '',
      isBase64Encoded: false,
      requestContext: {
        routeKey: 'GET /orders',
        stage: '$default',
        time: '04/Mar/2020:19:03:58 +0000',
        timeEpoch: 1_583_348_638_390,
        http: { method: 'GET', path: '/orders', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
      },
    })
    for (const absent of ['cookies', 'queryStringParameters', 'pathParameters', 'body'])
      expect(found).not.toHaveProperty(absent)
    expect(found.requestContext).not.toHaveProperty('authorizer')
  })

  it('joins repeated names, lower-cases headers, lists cookies', () => {
    const found = event(
      'http',
      request('GET', '/orders?a=1&a=2', [
        ['X-One', '1'],
        ['x-one', '2'],
        ['Cookie', 'x=1; y=2'],
      ]),
    )
    expect(found.queryStringParameters).toEqual({ a: '1,2' })
    expect(found.headers['x-one']).toBe('1,2')
    expect(found.headers).not.toHaveProperty('cookie')
    expect(found.cookies).toEqual(['x=1', 'y=2'])
  })

  it('decodes the path', () => {
    const found = event('http', request('PUT', '/files/a%20b'))
    expect(found.rawPath).toBe('/files/a b')
    expect(found.pathParameters).toEqual({ path: 'a b' })
  })

  it.each([
    ['application/json; charset=utf-8', [], '{"a":1}', '{"a":1}', false],
    ['text/csv', [], 'a,b', 'a,b', false],
    ['text/csv', [], '\ufeffa,b', '\ufeffa,b', false],
    ['application/x-www-form-urlencoded', [], 'a=b', 'YT1i', true],
    ['image/png', [], 'abc', 'YWJj', true],
    ['application/json', [['content-encoding', 'gzip']] as const, 'abc', 'YWJj', true],
  ])('a body of type %s %j', (type, more, sent, body, isBase64Encoded) => {
    const found = event('http', request('POST', '/orders', [['content-type', type], ...more], sent))
    expect(found).toMatchObject({ body, isBase64Encoded })
  })

  it('encodes a long body whole', () => {
    const sent = 'x'.repeat(100_000)
    const { body } = event('http', request('POST', '/orders', [['content-type', 'image/png']], sent))
    expect(Buffer.from(body, 'base64').toString()).toBe(sent)
  })

  it('has claims as text, arrays in brackets, and no scopes on a route without any', () => {
    const { jwt } = event('http', request('GET', '/orders'), CLAIMS).requestContext.authorizer
    expect({ ...jwt.claims }).toEqual({
      sub: 'u-1',
      exp: '1513495692',
      iat: '1513492092',
      auth_time: '1513492092',
      email_verified: 'true',
      'cognito:groups': '[admins staff]',
      scope: 'openid a/b',
    })
    expect(jwt.scopes).toBeNull()
  })
})

describe('the example of an endpoint', () => {
  const example = (type: 'rest' | 'http', auth: 'access_token' | 'none', claims?: JsonObject) => {
    const model = api(type, [['ANY', '/files/{id}/{path+}']])
    const [endpoint] = model.endpoints
    if (!endpoint) throw new Error('no endpoint')
    // biome-ignore lint/suspicious/noExplicitAny: the tests read members of every depth
    return exampleEvent(model, { ...endpoint, auth }, claims) as any
  }

  it('has a value for every variable and the claims of the token', () => {
    const found = example('rest', 'access_token', CLAIMS)
    expect(found).toMatchObject({ httpMethod: 'GET', pathParameters: { id: 'id', path: 'path' } })
    expect(found.requestContext.requestTimeEpoch).toBe(1_513_492_092_000)
    expect(found.requestContext.authorizer.claims.sub).toBe('u-1')
    expect(example('http', 'access_token', CLAIMS).requestContext.authorizer.jwt.claims.sub).toBe('u-1')
  })

  it('has no authorizer if none is required, whatever the token', () => {
    expect(example('rest', 'none', CLAIMS).requestContext).not.toHaveProperty('authorizer')
    expect(example('http', 'none').requestContext).not.toHaveProperty('authorizer')
  })
})

describe('the example of an event', () => {
  const example = (auth: 'access_token' | 'none') => {
    const model = api('rest', ROUTES)
    return exampleEvent(model, { ...model.endpoints[0]!, auth }, CLAIMS)
  }

  it('shows a token only where the endpoint requires one', () => {
    expect(example('access_token').headers).toMatchObject({ Authorization: 'Bearer <token>' })
    expect(example('none').headers).not.toHaveProperty('Authorization')
  })

  it('comes from an address for documentation, and names each day as API Gateway does', () => {
    expect(example('none')).toMatchObject({ requestContext: { identity: { sourceIp: '203.0.113.10' } } })
    const claims = Array.from({ length: 7 }, (_, day) => ({ exp: Date.UTC(2026, 1, 1 + day) / 1000 }))
    const days = claims.map(one => event('rest', request('GET', '/orders'), one).requestContext.authorizer)
    expect(days.map(({ claims }) => claims.exp.slice(0, 3)).join(' ')).toBe('Sun Mon Tue Wed Thu Fri Sat')
  })

  it('names each month as API Gateway does', () => {
    const months = Array.from({ length: 12 }, (_, month) => requestTime(Date.UTC(2026, month, 1)).slice(3, 6))
    expect(months.join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec')
  })
})
