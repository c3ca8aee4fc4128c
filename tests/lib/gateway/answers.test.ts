import { describe, expect, it } from 'vitest'
import { preflight } from '@/lib/gateway/cors'
import { type OwnAnswer, ownAnswer } from '@/lib/gateway/own-answer'
import { api, headersOf, request } from './api'

const ORIGINS = ['https://a.example', 'https://b.example']
const ROUTES = [
  ['GET', '/orders'],
  ['POST', '/orders'],
  ['ANY', '/files/{path+}'],
] as const

describe('own answers of a REST API', () => {
  it.each<[OwnAnswer, number, string, string]>([
    ['no-route', 403, 'Missing Authentication Token', 'MissingAuthenticationTokenException'],
    ['iam', 403, 'Missing Authentication Token', 'MissingAuthenticationTokenException'],
    ['no-stage', 403, 'Forbidden', 'ForbiddenException'],
    ['function-failed', 502, 'Internal server error', 'InternalServerErrorException'],
    ['integration-timeout', 504, 'Endpoint request timed out', 'InternalServerErrorException'],
    ['head-too-large', 431, 'HTTP header is larger than 10240 bytes.', 'RequestTooLargeException'],
  ])('%s: %d %s', (kind, status, message, type) => {
    const answer = ownAnswer(api('rest', ROUTES).api, kind, request('GET', '/x'))
    expect(answer).toMatchObject({ status, body: JSON.stringify({ message }) })
    expect(headersOf(answer.headers)).toEqual({
      'content-type': 'application/json',
      'x-amzn-errortype': type,
    })
  })

  it('read an Authorization header where there is no method as a signature', () => {
    const answer = ownAnswer(
      api('rest', ROUTES).api,
      'no-route',
      request('GET', '/x', [['authorization', 'Bearer abc']]),
    )
    // echo -n 'Bearer abc' | openssl dgst -sha256 -binary | base64
    expect(answer.body).toBe(
      JSON.stringify({
        message:
          "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): 'w1Xc6WwWEogNEZQP/dkBTThsJT4MNlKmzQanIm970rY='.",
      }),
    )
    expect(headersOf(answer.headers)['x-amzn-errortype']).toBe('IncompleteSignatureException')
  })

  it('carry the one origin, or * when there are several', () => {
    const origin = (origins: readonly string[]) =>
      headersOf(ownAnswer(api('rest', ROUTES, origins).api, 'no-route', request('GET', '/x')).headers)[
        'access-control-allow-origin'
      ]
    expect(origin(ORIGINS.slice(0, 1))).toBe('https://a.example')
    expect(origin(ORIGINS)).toBe('*')
  })
})

describe('own answers of an HTTP API', () => {
  it.each<[OwnAnswer, number, string]>([
    ['no-route', 404, 'Not Found'],
    ['iam', 403, 'Forbidden'],
    ['function-failed', 500, 'Internal Server Error'],
    ['integration-timeout', 503, 'Service Unavailable'],
    ['head-too-large', 431, 'HTTP header is larger than 10240 bytes.'],
  ])('%s: %d %s', (kind, status, message) => {
    const answer = ownAnswer(api('http', ROUTES).api, kind, request('GET', '/x'))
    expect(answer).toMatchObject({ status, body: JSON.stringify({ message }) })
    expect(headersOf(answer.headers)['x-amzn-errortype']).toBeUndefined()
  })

  it('carry the origin of the caller when it is listed', () => {
    const origin = (sent: string) =>
      headersOf(
        ownAnswer(api('http', ROUTES, ORIGINS).api, 'no-route', request('GET', '/x', [['Origin', sent]]))
          .headers,
      )['access-control-allow-origin']
    expect(origin('https://b.example')).toBe('https://b.example')
    expect(origin('https://c.example')).toBeUndefined()
  })
})

describe('preflights', () => {
  const asked = (
    type: 'rest' | 'http',
    path: string,
    origin: string,
    origins: readonly string[] | undefined,
  ) =>
    preflight(
      api(type, ROUTES, origins),
      request('OPTIONS', path, [
        ['Origin', origin],
        ['Access-Control-Request-Method', 'GET'],
      ]),
    )

  it.each([
    ['one origin', '/orders', 'https://c.example', ['https://a.example'], 'https://a.example', undefined],
    ['the second of two', '/orders', 'https://b.example', ORIGINS, 'https://b.example', 'Origin'],
    ['a stranger', '/orders', 'https://c.example', ORIGINS, 'https://a.example', 'Origin'],
  ])('of a REST API: %s', (_, path, origin, origins, allowed, vary) => {
    const answer = asked('rest', path, origin, origins)
    expect(answer?.status).toBe(204)
    expect(headersOf(answer?.headers ?? [])).toEqual({
      'access-control-allow-headers': 'Authorization,Content-Type',
      'access-control-allow-methods': 'GET,POST,OPTIONS',
      'access-control-allow-origin': allowed,
      ...(vary && { vary }),
    })
  })

  it('of a REST API name every method of ANY, and exist only where endpoints do', () => {
    const methods = headersOf(asked('rest', '/files/a/b', 'x', ['*'])?.headers ?? [])
    expect(methods['access-control-allow-methods']).toBe('GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS')
    expect(asked('rest', '/nothing', 'x', ['*'])).toBeUndefined()
    expect(asked('rest', '/orders', 'x', undefined)).toBeUndefined()
  })

  it('of an HTTP API allow a listed origin on every path', () => {
    const answer = asked('http', '/nothing', 'https://b.example', ORIGINS)
    expect(answer?.status).toBe(204)
    expect(headersOf(answer?.headers ?? [])).toEqual({
      'access-control-allow-headers': 'authorization,content-type',
      'access-control-allow-methods': '*',
      'access-control-allow-origin': 'https://b.example',
    })
    const stranger = headersOf(asked('http', '/orders', 'https://c.example', ORIGINS)?.headers ?? [])
    expect(stranger['access-control-allow-origin']).toBeUndefined()
  })

  it('of an HTTP API name the methods of its routes', () => {
    const routes = [
      ['GET', '/orders'],
      ['GET', '/'],
      ['PUT', '/orders'],
    ] as const
    const headers = [
      ['Origin', 'https://a.example'],
      ['Access-Control-Request-Method', 'GET'],
    ] as const
    const answer = preflight(api('http', routes, ORIGINS), request('OPTIONS', '/', headers))
    expect(headersOf(answer?.headers ?? [])['access-control-allow-methods']).toBe('GET,PUT,OPTIONS')
  })

  it('of an HTTP API need an origin and a method', () => {
    const [origin, method] = [
      ['Origin', 'https://a.example'],
      ['Access-Control-Request-Method', 'GET'],
    ] as const
    for (const headers of [[], [origin], [method]])
      expect(preflight(api('http', ROUTES, ORIGINS), request('OPTIONS', '/orders', headers))).toBeUndefined()
  })
})
