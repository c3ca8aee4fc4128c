import { describe, expect, it } from 'vitest'
import { resultAnswer } from '@/lib/gateway/result'
import type { JsonValue } from '@/lib/token/json'
import { api, headersOf, request } from './api'

const ROUTES = [['GET', '/orders']] as const

const answer = (type: 'rest' | 'http', result: JsonValue, origins?: readonly string[]) =>
  resultAnswer(
    api(type, ROUTES, origins),
    result,
    request('GET', '/orders', [['Origin', 'https://a.example']]),
  )

describe('a REST API', () => {
  it('answers what the function returned', () => {
    const { answer: made, malformed } = answer('rest', {
      statusCode: 201,
      headers: { 'X-One': 1, 'Content-Type': 'text/plain' },
      multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] },
      body: 'made',
    })
    expect(malformed).toBeUndefined()
    expect(made).toEqual({
      status: 201,
      headers: [
        ['X-One', '1'],
        ['Content-Type', 'text/plain'],
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
      ],
      body: 'made',
    })
  })

  it('gives application/json where no type is named, and adds no CORS header', () => {
    const { answer: made } = answer('rest', { statusCode: '200' }, ['https://a.example'])
    expect(made.status).toBe(200)
    expect(headersOf(made.headers)).toEqual({ 'content-type': 'application/json' })
  })

  it('renames headers that it keeps for itself', () => {
    const { answer: made } = answer('rest', { statusCode: 401, headers: { 'WWW-Authenticate': 'Basic' } })
    expect(made.headers).toContainEqual(['x-amzn-Remapped-WWW-Authenticate', 'Basic'])
  })

  it.each<[string, JsonValue]>([
    ['null', null],
    ['a string', 'hello'],
    ['an array', []],
    ['another member', { statusCode: 200, hello: 'world' }],
    ['no status', { body: 'x' }],
    ['a status that is text', { statusCode: 'ok' }],
    ['a status out of range', { statusCode: 1000 }],
    ['an object as body', { statusCode: 200, body: { a: 1 } }],
    ['an array as a header', { statusCode: 200, headers: { a: ['b'] } }],
    ['a line break in a header', { statusCode: 200, headers: { a: 'b\r\nc: d' } }],
    ['a header name with a space', { statusCode: 200, headers: { 'a b': 'c' } }],
    ['text as multi-value header', { statusCode: 200, multiValueHeaders: { a: 'b' } }],
  ])('answers 502 to %s', (_, result) => {
    const { answer: made, malformed } = answer('rest', result)
    expect(made).toMatchObject({ status: 502, body: '{"message":"Internal server error"}' })
    expect(malformed).toBeTruthy()
  })
})

describe('an HTTP API', () => {
  it.each<[string, JsonValue, string]>([
    ['an object without a status', { hello: 'world' }, '{"hello":"world"}'],
    ['a string', 'hello', 'hello'],
    ['an array', [1, 2], '[1,2]'],
    ['null', null, 'null'],
  ])('makes %s the body of a 200', (_, result, body) => {
    expect(answer('http', result).answer).toEqual({
      status: 200,
      headers: [['content-type', 'application/json']],
      body,
    })
  })

  it('answers what the function returned, with cookies and bytes', () => {
    const { answer: made } = answer('http', {
      statusCode: 200,
      headers: { 'content-type': 'image/png' },
      cookies: ['a=1', 'b=2'],
      isBase64Encoded: true,
      body: 'AAEC',
    })
    expect(made.headers).toEqual([
      ['content-type', 'image/png'],
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ])
    expect([...made.body]).toEqual([0, 1, 2])
  })

  it('puts the CORS headers of the API in place of those of the function', () => {
    const result = { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*', vary: 'x' } }
    const { answer: made } = answer('http', result, ['https://a.example'])
    expect(headersOf(made.headers)).toMatchObject({
      'access-control-allow-origin': 'https://a.example',
      vary: 'x',
    })
    expect(headersOf(answer('http', result).answer.headers)).toMatchObject({
      'access-control-allow-origin': '*',
    })
  })

  it.each<[string, JsonValue]>([
    ['a status that is text', { statusCode: 'ok' }],
    ['an object as body', { statusCode: 200, body: { a: 1 } }],
    ['a body that is not base64', { statusCode: 200, isBase64Encoded: true, body: '*' }],
    ['a cookie that is a number', { statusCode: 200, cookies: [1] }],
    ['a line break in a cookie', { statusCode: 200, cookies: ['a\nb'] }],
  ])('answers 500 to %s', (_, result) => {
    const { answer: made, malformed } = answer('http', result)
    expect(made).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' })
    expect(malformed).toBeTruthy()
  })
})

it.each(['rest', 'http'] as const)('a result without a body has an empty one: %s', type => {
  for (const body of [{}, { body: null }, { body: '' }])
    expect(answer(type, { statusCode: 204, ...body }).answer).toMatchObject({ status: 204, body: '' })
})

it('a REST API lets multi-value headers win, whatever their case', () => {
  const result = { statusCode: 200, headers: { 'X-One': 'a' }, multiValueHeaders: { 'x-one': ['b'] } }
  expect(answer('rest', result).answer.headers).toEqual([
    ['Content-Type', 'application/json'],
    ['x-one', 'b'],
  ])
})

it.each([
  'authorization',
  'connection',
  'content-length',
  'content-md5',
  'date',
  'host',
  'server',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'www-authenticate',
])('a REST API keeps the header %s for itself', name => {
  const { answer: made } = answer('rest', { statusCode: 200, headers: { [name]: 'x', [`${name}-2`]: 'y' } })
  expect(made.headers).toContainEqual([`x-amzn-Remapped-${name}`, 'x'])
  expect(made.headers).toContainEqual([`${name}-2`, 'y'])
})

it.each(['connection', 'content-length', 'keep-alive', 'trailer', 'transfer-encoding', 'Upgrade'])(
  'an HTTP API writes the header %s itself',
  name => {
    const { answer: made } = answer('http', {
      statusCode: 200,
      headers: { [name]: '7', 'x-own': '1' },
      body: 'a',
    })
    expect(headersOf(made.headers)).toMatchObject({ 'x-own': '1' })
    expect(made.headers.map(([sent]) => sent.toLowerCase())).not.toContain(name.toLowerCase())
  },
)
