import { describe, expect, it } from 'vitest'
import { matchEndpoint } from '@/lib/authorize/match-endpoint'
import { toModel } from '@/lib/model/to-model'
import { spec } from './situation'

const model = toModel(
  spec('rest', {
    endpoints: [
      ['GET', '/'],
      ['GET', '/orders'],
      ['ANY', '/orders'],
      ['GET', '/orders/{id}'],
      ['GET', '/orders/mine'],
      ['GET', '/files/{proxy+}'],
      ['ANY', '/{proxy+}'],
    ].map(([method, path]) => ({
      method: method as 'GET',
      path: path!,
      auth: 'none',
      scopes: [],
      handler: 'bin/x.handler',
    })),
  }),
)

describe('matchEndpoint', () => {
  it.each([
    ['GET', '/orders', 'GET /orders'],
    ['POST', '/orders', 'ANY /orders'],
    ['GET', '/orders/17', 'GET /orders/{id}'],
    ['GET', '/orders/mine', 'GET /orders/mine'],
    ['GET', '/orders/{id}', 'GET /orders/{id}'],
    ['GET', '/files/a/b/c', 'GET /files/{proxy+}'],
    ['DELETE', '/anything', 'ANY /{proxy+}'],
  ])('%s %s reaches %s', (method, path, expected) => {
    const found = matchEndpoint(model, { method, path })
    expect(`${found?.method} ${found?.path}`).toBe(expected)
  })

  const narrow = { ...model, endpoints: model.endpoints.slice(0, 5) }
  it.each([
    ['GET', '/', 'GET /'],
    ['GET', '/dev/orders', 'GET /orders'],
    ['GET', '/base/orders/17', 'GET /orders/{id}'],
    ['GET', '/dev', 'GET /'],
    ['GET', '/dev/v1/orders', 'undefined undefined'],
    ['POST', '/orders/17', 'undefined undefined'],
  ])('%s %s reaches %s without a catch-all', (method, path, expected) => {
    const found = matchEndpoint(narrow, { method, path })
    expect(`${found?.method} ${found?.path}`).toBe(expected)
  })
})
