import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPastedLines } from '../../../lib/paste/lines'

const context = { declared: ['orders/read', 'orders/write'], identifiers: ['orders'], stage: 'dev' }
const read = (text: string) => readPastedLines(text, context)
const short = (text: string) =>
  read(text).endpoints.map(({ method, path, auth, scopes }) => [method, path, auth, ...scopes].join(' '))

describe('a line', () => {
  test.each([
    ['GET /orders read', 'GET /orders access_token orders/read'],
    ['GET /health public', 'GET /health none'],
    ['GET /health PUBLIC bin/health.get', 'GET /health none'],
    ['GET /me id_token', 'GET /me id_token'],
    ['POST /jobs iam', 'POST /jobs iam'],
    ['/orders', 'GET /orders access_token'],
  ])('%j', (line, endpoint) => {
    expect(short(line)).toEqual([endpoint])
    expect(read(line).issues).toEqual([])
  })
})

test('a scope that is not declared is listed, and a short one belongs to the first resource server', () => {
  const { endpoints, newScopes, completed } = read(
    'GET /orders read admin\nPOST /pay billing/charge\nGET /me openid',
  )
  expect(endpoints.map(({ scopes }) => scopes)).toEqual([
    ['orders/read', 'orders/admin'],
    ['billing/charge'],
    ['openid'],
  ])
  expect(newScopes).toEqual([
    { identifier: 'orders', name: 'admin', description: 'Access to admin' },
    { identifier: 'billing', name: 'charge', description: 'Access to charge' },
  ])
  expect(completed.get('admin')).toBe('orders/admin')
})

describe('a curl command', () => {
  test.each([
    ['curl https://api.example.com/orders', 'GET /orders'],
    ['curl -X DELETE "https://api.example.com/orders/42?force=1"', 'DELETE /orders/{orderId}'],
    ["curl --request PUT 'https://abc.execute-api.us-east-1.amazonaws.com/dev/orders'", 'PUT /orders'],
    ['$ curl -s -H "Authorization: Bearer $TOKEN" "$API_URL/orders"', 'GET /orders'],
    ['API=https://a.example curl "${API}/orders/$ORDER_ID/items"', 'GET /orders/{orderId}/items'],
    ['curl -d "{}" localhost:3000/orders', 'POST /orders'],
    ['curl -I https://api.example.com/', 'HEAD /'],
    [
      'curl https://api.example.com/categories/3f2504e0-4f89-11d3-9a0c-0305e82c3301',
      'GET /categories/{categoryId}',
    ],
    ['curl https://api.example.com/a/1/a/2', 'GET /a/{aId}/a/{aId2}'],
    ['curl https://api.example.com/1', 'GET /{id}'],
    ['curl https://api.example.com/orders/%7BorderId%7D', 'GET /orders/{orderId}'],
    ['curl https://api.example.com/v1/orders/', 'GET /v1/orders'],
    ['curl https://api.example.com/dev', 'GET /dev'],
    ['curl "https://api.example.com/users/:userId"', 'GET /users/{userId}'],
  ])('%s', (command, endpoint) => {
    expect(short(command)).toEqual([`${endpoint} access_token`])
    expect(read(command).issues).toEqual([])
  })

  test('with a signature calls an endpoint with IAM', () => {
    expect(short('curl --aws-sigv4 "aws:amz:eu-west-1:execute-api" https://a.example/jobs')).toEqual([
      'GET /jobs iam',
    ])
  })

  test.each([
    ['sh', 'curl \\\n  -X POST \\\n  https://a.example/orders \\\n  -d \'{"a":\n1}\'\nGET /b read'],
    ['cmd', 'curl ^\n  -X POST ^\n  https://a.example/orders\nGET /b read'],
    ['PowerShell', 'curl.exe `\n  -X POST `\n  https://a.example/orders\nGET /b read'],
    ['CRLF', 'curl \\\r\n  -X POST \\\r\n  https://a.example/orders\r\nGET /b read'],
  ])('may have several lines, as in %s, before an endpoint line', (_, text) => {
    expect(short(text)).toEqual(['POST /orders access_token', 'GET /b access_token orders/read'])
    expect(read(text).issues).toEqual([])
  })

  test('counts once for the same method and path, and says what its path becomes', () => {
    const { endpoints, completed } = read('curl https://a.example/o/1\ncurl https://a.example/o/2')
    expect(endpoints).toHaveLength(1)
    expect([...completed]).toEqual([
      ['/o/1', '/o/{oId}'],
      ['/o/2', '/o/{oId}'],
    ])
  })

  test('with a quote that nothing closes does not take the next lines with it', () => {
    expect(short("curl https://a.example/orders -d 'x\nGET /b read")).toEqual([
      'POST /orders access_token',
      'GET /b access_token orders/read',
    ])
  })
})

test('what is wrong is said by line with the remedy, and remains', () => {
  const { endpoints, issues } = read(
    'GET /a read\ncurl \\\n  -X GET\nFETCH /b\ncurl -X TRACE https://a.example/c\nGET\nGET d\nGET /e none read',
  )
  expect(endpoints).toHaveLength(1)
  expect(issues.map(({ line, text }) => [line, text])).toEqual([
    [2, 'curl \\\n  -X GET'],
    [4, 'FETCH /b'],
    [5, 'curl -X TRACE https://a.example/c'],
    [6, 'GET'],
    [7, 'GET d'],
    [8, 'GET /e none read'],
  ])
  for (const { message } of issues) expect(message).toMatch(/; (?:add|begin|use|write|remove) /)
})

test('any text is read, and nothing of it is lost', () => {
  const part = fc.constantFrom(
    'curl ',
    'GET ',
    '/a',
    '"',
    "'",
    '\\',
    '\n',
    ' read',
    'https://a.example/b',
    '$X',
    '{',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), parts => {
      const text = parts.join('')
      const { issues } = read(text)
      for (const issue of issues) expect(text).toContain(issue.text)
    }),
    { numRuns: 500, seed: 5 },
  )
})
