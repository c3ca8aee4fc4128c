import { describe, expect, it } from 'vitest'
import { endpointsAt, match } from '@/lib/gateway/route'
import { api } from './api'

const ROUTES = [
  ['GET', '/'],
  ['GET', '/orders'],
  ['GET', '/orders/{id}'],
  ['DELETE', '/orders/{id}'],
  ['PATCH', '/orders/me'],
  ['ANY', '/orders/{id}/lines'],
  ['GET', '/orders/{id}/lines'],
  ['ANY', '/files/{path+}'],
  ['GET', '/files/a'],
  ['POST', '/{all+}'],
] as const

it.each([
  ['/orders/me', ['PATCH /orders/me']],
  ['/orders/7', ['GET /orders/{id}', 'DELETE /orders/{id}']],
  ['/files/a', ['GET /files/a']],
  ['/files/b', ['ANY /files/{path+}']],
  ['/other/b', ['POST /{all+}']],
])('%s is served by the path that is most specific', (path, expected) => {
  for (const routes of [ROUTES, ROUTES.toReversed()]) {
    const served = endpointsAt(api('rest', routes), path).map(
      endpoint => `${endpoint.method} ${endpoint.path}`,
    )
    expect(served.sort()).toEqual([...expected].sort())
  }
})

const found = (type: 'rest' | 'http', method: string, path: string) => {
  const hit = match(api(type, ROUTES), method, path)
  return hit && [`${hit.endpoint.method} ${hit.endpoint.path}`, hit.pathParameters]
}

describe.each(['rest', 'http'] as const)('%s', type => {
  it.each([
    ['the root', 'GET', '/', 'GET /', {}],
    ['a literal path', 'GET', '/orders', 'GET /orders', {}],
    ['a variable', 'GET', '/orders/7', 'GET /orders/{id}', { id: '7' }],
    ['an encoded value', 'GET', '/orders/a%20b%2Fc', 'GET /orders/{id}', { id: 'a b/c' }],
    ['broken percent-encoding', 'GET', '/orders/%zz', 'GET /orders/{id}', { id: '%zz' }],
    ['an encoded literal', 'GET', '/%6frders', 'GET /orders', {}],
    ['a literal with the method', 'PATCH', '/orders/me', 'PATCH /orders/me', {}],
    ['a literal without the method', 'DELETE', '/orders/me', 'DELETE /orders/{id}', { id: 'me' }],
    ['a greedy ancestor', 'POST', '/orders/7', 'POST /{all+}', { all: 'orders/7' }],
    ['the method before ANY', 'GET', '/orders/7/lines', 'GET /orders/{id}/lines', { id: '7' }],
    ['ANY', 'PUT', '/orders/7/lines', 'ANY /orders/{id}/lines', { id: '7' }],
    ['a greedy variable', 'PUT', '/files/a/b/c', 'ANY /files/{path+}', { path: 'a/b/c' }],
    ['a literal before a greedy variable', 'GET', '/files/a', 'GET /files/a', {}],
    ['ANY of a greedy one behind that', 'PUT', '/files/a', 'ANY /files/{path+}', { path: 'a' }],
  ])('finds %s', (_, method, path, route, parameters) => {
    expect(found(type, method, path)).toEqual([route, parameters])
  })

  it.each([
    ['GET', '/nothing'],
    ['GET', '/orders/7/lines/8'],
    ['GET', '/ORDERS'],
    ['GET', '/files'],
    ['PUT', '/orders'],
    ['GET', '/orders//'],
    ['GET', 'orders'],
    ['GET', '*'],
    ['TRACE', '/files/a'],
    ['PROPFIND', '/files/a'],
    ['QUERY', '/orders/7/lines'],
  ])('finds nothing for %s %s', (method, path) => {
    expect(found(type, method, path)).toBeUndefined()
  })
})

describe('a slash at the end', () => {
  it('is ignored by a REST API', () => {
    expect(found('rest', 'GET', '/orders/')).toEqual(['GET /orders', {}])
    expect(found('rest', 'GET', '/orders/7/')).toEqual(['GET /orders/{id}', { id: '7' }])
    expect(found('rest', 'GET', '/files/x/')).toEqual(['ANY /files/{path+}', { path: 'x' }])
    expect(found('rest', 'GET', '/files/')).toBeUndefined()
  })

  it('counts for an HTTP API', () => {
    expect(found('http', 'GET', '/orders/')).toBeUndefined()
    expect(found('http', 'GET', '/files/x/')).toEqual(['ANY /files/{path+}', { path: 'x/' }])
  })
})

it('takes a variable of any name', () => {
  const hit = match(api('rest', [['GET', '/{__proto__}/{constructor}']]), 'GET', '/a/b')
  expect(JSON.stringify(hit?.pathParameters)).toBe('{"__proto__":"a","constructor":"b"}')
})
