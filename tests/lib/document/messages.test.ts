import { describe, expect, it } from 'vitest'
import { example } from '@/lib/document/example'
import { parseSpec } from '@/lib/document/parse'
import { quote } from '@/lib/document/quote'

/** The messages about a document. */
function messagesOf(document: object): readonly string[] {
  const parsed = parseSpec(document)
  return parsed.ok ? [] : parsed.errors.map(({ message }) => message)
}

describe('a quoted value', () => {
  it.each([
    ['orders', '"orders"'],
    ['a\nb', '"aU+000Ab"'],
    ['\u200bx', '"U+200Bx"'],
    ['\u{e0041}', '"U+E0041"'],
    ['y'.repeat(60), `"${'y'.repeat(60)}"`],
    ['y'.repeat(61), `"${'y'.repeat(60)}…"`],
    [`${'y'.repeat(59)}😀z`, `"${'y'.repeat(59)}…"`],
  ])('%j', (text, quoted) => {
    expect(quote(text)).toBe(quoted)
  })
})

describe('too many items', () => {
  const [server] = example.resourceServers
  const [client] = example.clients
  const [endpoint] = example.endpoints
  const many = <Item>(count: number, itemOf: (i: number) => Item) =>
    Array.from({ length: count }, (_, i) => itemOf(i))
  const scopes = (count: number) => many(count, i => ({ name: `s${i}`, description: 'A scope' }))

  it.each([
    [
      'There are 101 scopes. At most 100 are allowed: remove 1.',
      { ...example, resourceServers: [{ ...server, scopes: scopes(101) }] },
    ],
    [
      'There are 27 resource servers. At most 25 are allowed: remove 2.',
      {
        ...example,
        resourceServers: many(27, i => ({ ...server, identifier: `api-${i}`, scopes: scopes(1) })),
      },
    ],
    [
      'There are 103 callback URLs. At most 100 are allowed: remove 3.',
      { ...example, clients: [{ ...client, callbackUrls: many(103, i => `https://example.com/${i}`) }] },
    ],
    [
      'There are 301 endpoints. At most 300 are allowed: remove 1.',
      { ...example, endpoints: many(301, i => ({ ...endpoint, path: `/p${i}` })) },
    ],
  ])('%s', (message, document) => {
    expect(messagesOf(document)).toContain(message)
  })
})

it('names both spellings of a folder, that of this handler first', () => {
  const [endpoint] = example.endpoints
  const endpoints = ['bin/a.get', 'Bin/b.get'].map((handler, i) => ({ ...endpoint, path: `/p${i}`, handler }))
  expect(messagesOf({ ...example, endpoints })).toContain(
    '"Bin" and "bin" of another handler are the same file on disks that ignore case. Use the same spelling.',
  )
})

describe('an unknown field', () => {
  it.each([
    ['corse', 'Did you mean "cors"?'],
    ['description', 'Use one of: "type", "name", "cors", "additionalAudiences".'],
  ])('%s of the API', (key, advice) => {
    expect(messagesOf({ ...example, api: { ...example.api, [key]: 'x' } })).toEqual([
      `Unknown field "${key}" in api. ${advice}`,
    ])
  })
})

describe('a value that is none of those allowed', () => {
  const method = (value: unknown) => ({
    ...example,
    endpoints: example.endpoints.map((endpoint, i) => (i === 0 ? { ...endpoint, method: value } : endpoint)),
  })
  const METHODS = 'GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, ANY'

  it.each([
    ['POSTS', `Method is "POSTS", but must be one of: ${METHODS}. Did you mean POST?`],
    ['get', `Method is "get", but must be one of: ${METHODS}. Did you mean GET?`],
    ['PSOT', `Method is "PSOT", but must be one of: ${METHODS}.`],
    ['XYZW', `Method is "XYZW", but must be one of: ${METHODS}.`],
    [7, `Method is 7, but must be one of: ${METHODS}.`],
  ])('%j', (value, message) => {
    expect(messagesOf(method(value))).toEqual([message])
  })

  it('has one allowed value alone, and no guess', () => {
    expect(messagesOf({ ...example, version: 2 })).toEqual([expect.not.stringContaining('Did you mean')])
  })
})

describe('a source of the user pool that is none of the two', () => {
  it.each([
    ['neu', ' Did you mean new?'],
    ['NEW', ' Did you mean new?'],
    ['existent', ' Did you mean existing?'],
    ['imported', ''],
  ])('%s: %s', (source, hint) => {
    expect(messagesOf({ ...example, userPool: { ...example.userPool, source } })).toContain(
      `User pool source is "${source}", but must be one of: new, existing.${hint}`,
    )
  })

  it('next to fields of both kinds reads them as those of a new pool', () => {
    const userPool = { source: 'imported', tier: 'none', userPoolId: 7 }
    expect(messagesOf({ ...example, userPool })).toEqual([
      expect.stringContaining('User pool source is "imported"'),
      expect.stringContaining('"none"'),
    ])
  })
})

describe('a scope that nobody declares', () => {
  const servers = (names: readonly string[]) => ({
    ...example,
    resourceServers: ['orders', 'users'].map(identifier => ({
      identifier,
      name: identifier,
      scopes: names.map(name => ({ name, description: name })),
    })),
  })
  const said = (scope: string, names: readonly string[]) =>
    messagesOf({
      ...servers(names),
      clients: example.clients.map(client => ({ ...client, scopes: [scope] })),
      endpoints: [],
    }).find(message => message.startsWith('No resource server declares'))
  const many = Array.from({ length: 50 }, (_, i) => `scope${i}`)

  it.each([
    [
      'orders/raed',
      ['read', 'write'],
      'Did you mean "orders/read"? Otherwise declare it on a resource server.',
    ],
    ['raed', ['read', 'write'], 'Did you mean "users/read"? Otherwise declare it on a resource server.'],
    ['opneid', ['read', 'write'], 'Did you mean "openid"? Otherwise declare it on a resource server.'],
    ['admin', ['read', 'write'], 'Declare it on a resource server.'],
    ['things.read', ['read', 'write'], 'Declare it on a resource server.'],
    ['orders/a', [], 'Declare it on a resource server.'],
    ['orders/scope', many, 'Did you mean "orders/scope0"? Otherwise declare it on a resource server.'],
    ['orders/scope', [...many, 'one'], 'Declare it on a resource server, or use a declared scope.'],
  ])('%s', (scope, names, advice) => {
    expect(said(scope, names)).toBe(`No resource server declares the scope "${scope}". ${advice}`)
  })

  it('by its full name alone is completed', () => {
    expect(
      messagesOf({ ...example, clients: example.clients.map(client => ({ ...client, scopes: ['write'] })) }),
    ).toContain('No resource server declares the scope "write". Use the full name: "com.example.api/write".')
  })
})

describe('a path', () => {
  const path = (value: string) => ({
    ...example,
    endpoints: example.endpoints.map((endpoint, i) => (i === 0 ? { ...endpoint, path: value } : endpoint)),
  })

  it.each([
    ['orders', '"orders" does not start with a slash. Use "/orders".'],
    ['/orders/', '"/orders/" has an empty segment. Remove the trailing slash.'],
    ['/a//b', '"/a//b" has an empty segment. Remove the double slash.'],
    ['//a', '"//a" has an empty segment. Remove the double slash.'],
  ])('%s', (value, message) => {
    expect(messagesOf(path(value))).toContain(message)
  })
})

describe('a reserved word of the domain prefix', () => {
  const prefix = (domainPrefix: string, stage: string) => ({
    ...example,
    stage,
    userPool: { ...example.userPool, domainPrefix },
  })
  const says = (deployed: string, word: string, origin: string, other: string) =>
    `The domain prefix "${deployed}" contains the reserved word "${word}"${origin}. Cognito does not allow aws, amazon or cognito in a prefix: use another ${other}.`

  it.each([
    ['my-aws', 'dev', says('dev-my-aws', 'aws', '', 'prefix')],
    ['shop', 'cognito', says('cognito-shop', 'cognito', ', which comes from the stage "cognito"', 'stage')],
  ])('%s, stage %s', (name, stage, message) => {
    expect(messagesOf(prefix(name, stage))).toContain(message)
  })
})
