import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOpenApi } from '../../../lib/paste/is-openapi'
import { readPastedOpenApi } from '../../../lib/paste/openapi'

const context = { declared: ['orders/read', 'orders/write'], identifiers: ['orders'], stage: 'dev' }
const read = (text: string) => readPastedOpenApi(text, context)
const short = (text: string) =>
  read(text).endpoints.map(({ method, path, auth, scopes }) => [method, path, auth, ...scopes].join(' '))

const YAML = `openapi: 3.1.0
info: { title: Orders, version: '1' }
security:
  - oauth: [read]
paths:
  /orders:
    summary: not an operation
    get: { responses: {} }
    post:
      security:
        - oauth: [write, read]
  /orders/{orderId}:
    parameters: []
    delete:
      security:
        - key: []
        - oauth: [admin]
  /health:
    get:
      security: []
  /jobs:
    x-amazon-apigateway-any-method:
      security: [{ sigv4: [] }]
  /me:
    get:
      security: [{ cognito: [] }]
  /later:
    get:
      security: [{ bearer: [] }]
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        authorizationCode:
          scopes: { read: Read, write: Write, admin: Cancel and refund orders }
    sigv4: { type: apiKey, x-amazon-apigateway-authtype: awsSigv4 }
    cognito:
      type: apiKey
      x-amazon-apigateway-authorizer: { type: cognito_user_pools }
    bearer: { type: http, scheme: bearer }
`

describe('an OpenAPI document', () => {
  test('gives its paths, methods and scopes', () => {
    expect(short(YAML)).toEqual([
      'GET /orders access_token orders/read',
      'POST /orders access_token orders/write orders/read',
      'DELETE /orders/{orderId} access_token orders/admin',
      'GET /health none',
      'ANY /jobs iam',
      'GET /me id_token',
      'GET /later access_token',
    ])
  })

  test('declares the scopes that are not there yet, with their descriptions', () => {
    const { newScopes, completed, issues } = read(YAML)
    expect(newScopes).toEqual([
      { identifier: 'orders', name: 'admin', description: 'Cancel and refund orders' },
    ])
    expect(completed.get('admin')).toBe('orders/admin')
    expect(issues).toEqual([])
  })

  test('may be Swagger 2 in JSON, in one line too', () => {
    const swagger = {
      info: { title: 'x' },
      swagger: '2.0',
      paths: { '/a': { get: { security: [{ auth: ['orders/write'] }] }, head: {} } },
      securityDefinitions: { auth: { type: 'oauth2', flow: 'implicit', scopes: { 'orders/write': '' } } },
    }
    for (const text of [JSON.stringify(swagger), JSON.stringify(swagger, undefined, 2)]) {
      expect(isOpenApi(text)).toBe(true)
      expect(short(text)).toEqual(['GET /a access_token orders/write', 'HEAD /a none'])
    }
  })

  test.each([
    ['a syntax error', 'openapi: 3.0.0\npaths: {\n', 3, /; correct it/],
    ['no paths', 'openapi: 3.0.0\ninfo: {}\n', 1, /; paste all of it/],
    [
      'a method that endpoints cannot have',
      'openapi: 3.0.0\npaths:\n  /a:\n    trace: {}\n',
      4,
      /TRACE; use/,
    ],
    ['a reference', 'openapi: 3.0.0\npaths:\n  /a:\n    $ref: b.yaml\n', 3, /; paste a document without/],
    ['a path without a slash', 'openapi: 3.0.0\npaths:\n  a:\n    get: {}\n', 3, /; write \/a/],
  ])('with %s says the line and the remedy', (_, text, line, message) => {
    const { endpoints, issues } = read(text)
    expect(endpoints).toEqual([])
    expect(issues).toEqual([{ line, message: expect.stringMatching(message), text: expect.any(String) }])
    expect(issues[0]?.text).not.toBe('')
  })

  test('with a name that several servers have is asked for the full one', () => {
    const text = 'openapi: 3.0.0\npaths:\n  /a:\n    get:\n      security: [{ o: [read] }]\n'
    const { endpoints, issues } = readPastedOpenApi(text, { ...context, declared: ['a/read', 'b/read'] })
    expect(endpoints).toEqual([])
    expect(issues).toEqual([
      { line: 4, text: 'GET /a', message: 'read can be a/read or b/read; use the full name' },
    ])
  })
})

test.each([
  ['GET /openapi read', false],
  ['curl https://a.example/swagger.json', false],
  ['{"openapi":"3.0.1"}', true],
  ['  swagger: "2.0"', true],
  ['', false],
])('%j is an OpenAPI document: %s', (text, expected) => {
  expect(isOpenApi(text)).toBe(expected)
})

test('any change of a document is read or refused by line', () => {
  fc.assert(
    fc.property(fc.nat(YAML.length), fc.nat(40), fc.string({ maxLength: 5 }), (at, length, put) => {
      const text = YAML.slice(0, at) + put + YAML.slice(at + length)
      for (const { line } of read(text).issues) {
        expect(line).toBeGreaterThan(0)
        expect(line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length)
      }
    }),
    { numRuns: 300, seed: 3 },
  )
})

test('a scope with an identifier belongs to that resource server, declared or not; what cannot be a scope is said', () => {
  const text = `openapi: 3.0.0
paths:
  /a: { get: { security: [{ o: [billing/charge, orders/admin, shop/v1/pay] }] } }
  /b:
    get:
      security: [{ o: ['all of it'] }]
components:
  securitySchemes: { o: { type: oauth2, flows: { implicit: { scopes: { billing/charge: Charge a card } } } } }
`
  const { endpoints, newScopes, issues } = readPastedOpenApi(text, {
    ...context,
    identifiers: ['orders', 'shop/v1'],
  })
  expect(endpoints.map(({ scopes }) => scopes)).toEqual([['billing/charge', 'orders/admin', 'shop/v1/pay']])
  expect(newScopes).toEqual([
    { identifier: 'billing', name: 'charge', description: 'Charge a card' },
    { identifier: 'orders', name: 'admin', description: 'Access to admin' },
    { identifier: 'shop/v1', name: 'pay', description: 'Access to pay' },
  ])
  expect(issues).toEqual([
    { line: 5, text: 'GET /b', message: expect.stringMatching(/^"all of it" cannot be a scope; use/) },
  ])
})

test('without a resource server short names stay as they are', () => {
  const text = 'openapi: 3.0.0\npaths: { /a: { get: { security: [{ o: [read] }] } } }\n'
  const { endpoints, newScopes } = readPastedOpenApi(text, { declared: [], identifiers: [], stage: 'dev' })
  expect(endpoints[0]?.scopes).toEqual(['read'])
  expect(newScopes).toEqual([])
})

test('a scope without the identifier before its slash is none', () => {
  const { issues, endpoints } = read(
    'openapi: 3.0.1\npaths: { /a: { get: { security: [{ o: [/read] }] } } }\ncomponents: { securitySchemes: { o: { type: oauth2 } } }\n',
  )
  expect(endpoints.flatMap(({ scopes }) => scopes)).not.toContain('/read')
  expect(issues.map(({ message }) => message)).toEqual([expect.stringContaining('"/read" cannot be a scope')])
})

test('a document that cannot be read says where, and what else works', () => {
  const { endpoints, issues, newScopes } = read('openapi: 3.0.0\npaths:\n  /a: {{\n')
  expect(endpoints).toEqual([])
  expect(newScopes).toEqual([])
  expect(issues).toEqual([
    {
      line: expect.any(Number),
      text: expect.any(String),
      message: expect.stringMatching(/[^.]; correct it, or paste the endpoints as lines$/),
    },
  ])
  expect(issues[0]?.line).toBeGreaterThan(2)
})

test.each([
  ['openapi: 3.0.0\npaths: {}\n', 2],
  ['openapi: 3.0.0\ninfo: {}\n', 1],
  ['openapi: 3.0.0\n\npaths: none\n', 3],
])('a document without paths: %j', (text, line) => {
  expect(read(text)).toMatchObject({
    endpoints: [],
    issues: [{ line, message: 'this OpenAPI document has no paths; paste all of it, with its paths' }],
  })
})

test('what is no endpoint is said in the order of the lines', () => {
  const text = `openapi: 3.0.0
paths:
  x-note: {}
  orders: { get: {} }
  /a: { $ref: 'other.yaml#/a' }
  /b: { trace: {}, parameters: [], get: {} }
`
  const { endpoints, issues } = read(text)
  expect(endpoints.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /b'])
  expect(issues).toEqual([
    { line: 4, text: 'GET orders', message: 'the path orders does not start with a slash; write /orders' },
    {
      line: 5,
      text: 'GET /a',
      message: '/a is a $ref to another place; paste a document without references',
    },
    { line: 6, text: 'TRACE /b', message: 'an endpoint cannot have the method TRACE; use another' },
  ])
})
