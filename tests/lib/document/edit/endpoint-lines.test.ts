import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultHandler } from '../../../../lib/document/edit/default-handler'
import { readEndpointLines } from '../../../../lib/document/edit/endpoint-lines'

const declared = ['orders/read', 'orders/write', 'catalog/read', 'https://api.example.com/admin']
const read = (text: string) => readEndpointLines(text, declared)

describe('a line', () => {
  test('has method, path, scope and handler', () => {
    expect(read('GET /orders orders/read bin/orders.list').endpoints).toEqual([
      {
        method: 'GET',
        path: '/orders',
        auth: 'access_token',
        scopes: ['orders/read'],
        handler: 'bin/orders.list',
      },
    ])
  })

  test('may leave scopes and handler out, and the method', () => {
    expect(read('delete /orders/{id}\n/x').endpoints).toEqual([
      {
        method: 'DELETE',
        path: '/orders/{id}',
        auth: 'access_token',
        scopes: [],
        handler: 'bin/orders/id/delete.handler',
      },
      { method: 'GET', path: '/x', auth: 'access_token', scopes: [], handler: 'bin/x/get.handler' },
    ])
  })

  test('parts several scopes by commas or spaces, each once', () => {
    const [endpoint] = read('POST\t/orders  orders/write, openid,orders/write   a.b').endpoints
    expect(endpoint).toMatchObject({ scopes: ['orders/write', 'openid'], handler: 'a.b' })
  })

  test('completes a short name that means one scope', () => {
    const { endpoints, completed } = read('PUT /orders write, admin')
    expect(endpoints[0]?.scopes).toEqual(['orders/write', 'https://api.example.com/admin'])
    expect([...completed]).toEqual([
      ['write', 'orders/write'],
      ['admin', 'https://api.example.com/admin'],
    ])
  })

  test('is told when a short name may mean several', () => {
    const { endpoints, issues } = read('GET /orders read')
    expect(endpoints).toEqual([])
    expect(issues).toEqual([
      { line: 1, message: 'read can be orders/read or catalog/read; use the full name' },
    ])
  })

  test('keeps an undeclared scope, for the form to report', () => {
    expect(read('GET /a nope/read').endpoints[0]?.scopes).toEqual(['nope/read'])
  })

  test('takes a scope with a dot for a scope, not for a handler', () => {
    const [endpoint] = readEndpointLines('GET /a orders.read', ['api/orders.read']).endpoints
    expect(endpoint).toMatchObject({ scopes: ['api/orders.read'], handler: 'bin/a/get.handler' })
  })

  test('may be public or take ID tokens', () => {
    expect(read('GET /health none\nGET /me id_token bin/me.get').endpoints).toMatchObject([
      { auth: 'none', scopes: [] },
      { auth: 'id_token', scopes: [], handler: 'bin/me.get' },
    ])
    expect(read('GET /health none write').issues).toHaveLength(1)
  })

  test('may require an AWS signature', () => {
    expect(read('GET /a iam\nGET /b AWS_IAM').endpoints).toMatchObject([
      { auth: 'iam', scopes: [] },
      { auth: 'iam', scopes: [] },
    ])
    expect(read('GET /a iam write').issues).toHaveLength(1)
  })

  test('is passed over when blank or a comment', () => {
    expect(read('\n  \r\n# GET /a\n')).toMatchObject({ endpoints: [], issues: [] })
  })

  test('says what is wrong with it, by its number', () => {
    expect(read('GET /a\nFETCH /b\r\nGET\nGET orders\nGET /orders/{id read').issues).toEqual([
      {
        line: 2,
        message:
          'FETCH is neither a method nor a path; begin the line with a method such as GET, or a path such as /orders',
      },
      { line: 3, message: 'the path after GET is missing; write it as in GET /orders' },
      { line: 4, message: 'the path orders does not start with a slash; write /orders' },
      {
        line: 5,
        message:
          'the path "/orders/{id" has the segment "{id". Use letters, digits and . _ : $ -, or a variable such as {id}',
      },
    ])
  })

  test('of any text never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const { endpoints, issues } = read(text)
        expect(endpoints.length + issues.length).toBeLessThanOrEqual(text.split(/[\r\n]/).length)
      }),
      { numRuns: 300, seed: 6 },
    )
  })
})

test.each([
  ['GET', '/', 'bin/get.handler'],
  ['POST', '/orders', 'bin/orders/post.handler'],
  ['GET', '/orders/{id}/items', 'bin/orders/id/items/get.handler'],
  ['GET', '/orders', 'bin/orders/get.handler'],
  ['GET', '/orders/{orderId}', 'bin/orders/orderId/get.handler'],
  ['ANY', '/files/{rest+}', 'bin/files/rest/any.handler'],
  ['GET', '/{a.b}', 'bin/a-b/get.handler'],
  ['GET', '/v1.0/a:b', 'bin/v1-0/a-b/get.handler'],
])('the handler of %s %s is %s', (method, path, handler) => {
  expect(defaultHandler(method, path)).toBe(handler)
})
