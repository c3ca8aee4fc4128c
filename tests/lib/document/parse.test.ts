import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { specErrorCodes } from '../../../lib/document/error-code'
import { example } from '../../../lib/document/example'
import { parseSpec, parseSpecBytes, parseSpecText } from '../../../lib/document/parse'
import { type Document, edited, editedAll, machine, REMOVED, refusals, rest } from './edited'
import { refuses, table } from './table'

table('unknown keys, each at its own path', [
  refuses('of the document', rest, { servcie: 'x' }, 'servcie UNKNOWN_KEY'),
  refuses('of the pool', rest, { 'userPool.teir': 'LITE' }, 'userPool.teir UNKNOWN_KEY'),
  refuses(
    'of the other kind of pool',
    rest,
    { 'userPool.userPoolId': 'x' },
    'userPool.userPoolId UNKNOWN_KEY',
  ),
  refuses(
    'of a scope',
    rest,
    { 'resourceServers.0.scopes.1.title': 'x' },
    'resourceServers.0.scopes.1.title UNKNOWN_KEY',
  ),
  refuses(
    'two of a client',
    rest,
    { 'clients.0.url': 1, 'clients.0.urls': 2 },
    'clients.0.url UNKNOWN_KEY',
    'clients.0.urls UNKNOWN_KEY',
  ),
  refuses(
    'of token validity',
    rest,
    { 'clients.0.tokenValidity.days': 1 },
    'clients.0.tokenValidity.days UNKNOWN_KEY',
  ),
  refuses('of the API', rest, { 'api.corse': {} }, 'api.corse UNKNOWN_KEY'),
  refuses('of an endpoint', rest, { 'endpoints.0.scope': [] }, 'endpoints.0.scope UNKNOWN_KEY'),
  refuses(
    'that every object seems to have',
    rest,
    { constructor: 1, toString: 2 },
    'constructor UNKNOWN_KEY',
    'toString UNKNOWN_KEY',
  ),
])

describe('unknown keys', () => {
  test.each([
    ['servcie', 'service'],
    ['userPools', 'userPool'],
    ['resource_servers', 'resourceServers'],
    ['Stage', 'stage'],
  ])('%s: did you mean %s', (key, near) => {
    const parsed = parseSpec({ ...rest, [key]: 1 })
    expect(parsed.ok ? '' : parsed.errors[0]?.message).toContain(`"${near}"`)
    expect(parsed.ok ? '' : parsed.errors[0]?.message).toContain(`"${key}"`)
  })

  test('__proto__ is one, and changes nothing', () => {
    const text = JSON.stringify(rest).replace('{', '{"__proto__":{"service":"x"},')
    const parsed = parseSpecText(text)
    expect(parsed.ok ? [] : parsed.errors.map(error => error.path)).toEqual(['__proto__'])
  })
})

describe('a word that is none of a few', () => {
  const saidOf = (auth: string) => {
    const parsed = parseSpec(editedAll(rest, { 'endpoints.0.auth': auth }))
    return parsed.ok ? '' : parsed.errors[0]?.message
  }

  test('is said with the one it may be meant for', () => {
    expect(saidOf('acces-token')).toMatch(/Did you mean access_token\?$/)
  })

  test('is not taken for any when it is far from all: "none" would open the endpoint', () => {
    expect(saidOf('jwt')).toMatch(/must be one of: access_token, id_token, iam, none\.$/)
  })
})

describe('what is left out', () => {
  const bare = editedAll(rest, {
    region: REMOVED,
    stage: REMOVED,
    'userPool.tier': REMOVED,
    'userPool.managedLogin': REMOVED,
    'clients.0': { name: 'worker', scopes: ['com.example.api/read'], callbackUrls: ['app://x'] },
    'endpoints.0.auth': REMOVED,
  })

  test('gets its default', () => {
    const parsed = parseSpec(bare)
    expect(parsed).toMatchObject({
      ok: true,
      spec: {
        region: 'us-east-1',
        stage: 'dev',
        userPool: { tier: 'ESSENTIALS', managedLogin: true },
        clients: [
          {
            grants: ['authorization_code'],
            generateSecret: false,
            logoutUrls: [],
            identityProviders: ['COGNITO'],
          },
        ],
        endpoints: [{ auth: 'access_token' }],
      },
    })
  })

  test('gets an empty list', () => {
    const parsed = parseSpec(
      edited(edited(machine, 'endpoints.0.scopes', REMOVED), 'endpoints.0.auth', 'none'),
    )
    expect(parsed).toMatchObject({
      ok: true,
      spec: { clients: [{ callbackUrls: [] }], endpoints: [{ scopes: [] }] },
    })
  })

  test('may be undefined, as a form leaves it', () => {
    expect(refusals(editedAll(rest, { stage: undefined, 'api.cors': undefined }))).toEqual([])
  })

  test.each([
    'version',
    'service',
    'userPool',
    'userPool.name',
    'userPool.domainPrefix',
    'resourceServers',
    'resourceServers.0.identifier',
    'resourceServers.0.name',
    'resourceServers.0.scopes',
    'resourceServers.0.scopes.0.name',
    'resourceServers.0.scopes.0.description',
    'clients',
    'clients.0.name',
    'clients.0.scopes',
    'api',
    'api.type',
    'api.name',
    'endpoints',
    'endpoints.0.method',
    'endpoints.0.path',
    'endpoints.0.handler',
  ])('is refused where it is required: %s', path => {
    expect(refusals(edited(rest, path, REMOVED))).toEqual([`${path} MISSING`])
  })
})

describe('the whole document', () => {
  const errors = (text: string) => {
    const parsed = parseSpecText(text)
    return parsed.ok ? [] : parsed.errors
  }

  test('the example is accepted as it is', () => {
    expect(parseSpec(example)).toEqual({ ok: true, spec: example })
  })

  test.each([['null'], ['[]'], ['3'], ['"x"'], ['true']])('%s is not an object', text => {
    expect(errors(text)).toMatchObject([{ path: '', code: 'NOT_AN_OBJECT' }])
  })

  test('a later version is named as such, without errors about its other fields', () => {
    expect(refusals({ ...rest, version: 2, service: 7 })).toEqual(['version VERSION_LATER'])
    expect(refusals({ ...rest, version: '1' })).toEqual(['version NOT_ONE_OF'])
  })

  test.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['{"a":1,}', 1, 8],
    ['{\n  "a": tru\n}', 2, 8],
    ['{\r\n\r\n "a" 1}', 3, 6],
    ['[1 2]', 1, 4],
    ['[1,]', 1, 4],
    ['{"a":"\n"}', 1, 6],
    ["{'a':1}", 1, 2],
    ['{"a":01}', 1, 6],
    ['{} x', 1, 4],
    ['// x\n{}', 1, 1],
  ])('%j is not JSON, and where', (text, line, column) => {
    expect(errors(text)).toMatchObject([{ path: '', code: 'NOT_JSON' }])
    expect(errors(text)[0]?.message).toMatch(new RegExp(`line ${line}, column ${column}\\.$`))
  })

  test('1 MiB is read, one byte more is not', () => {
    const pad = (bytes: number) => `{"x":"${'é'.repeat((bytes - 8) / 2)}"}`
    expect(new TextEncoder().encode(pad(1_048_576)).length).toBe(1_048_576)
    expect(errors(pad(1_048_576))).not.toMatchObject([{ code: 'DOCUMENT_TOO_LARGE' }])
    expect(errors(`${pad(1_048_576)} `)).toMatchObject([{ path: '', code: 'DOCUMENT_TOO_LARGE' }])
    expect(parseSpecBytes(new Uint8Array(1_048_577))).toMatchObject({
      errors: [{ code: 'DOCUMENT_TOO_LARGE' }],
    })
  })

  test('bytes are UTF-8, with or without a byte order mark', () => {
    const bytes = new TextEncoder().encode(`\uFEFF${JSON.stringify(rest)}`)
    expect(parseSpecBytes(bytes)).toEqual({ ok: true, value: rest })
    expect(parseSpecText(`\uFEFF${JSON.stringify(rest)}`).ok).toBe(true)
    expect(parseSpecBytes(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({ errors: [{ code: 'NOT_JSON' }] })
  })

  test('lists are counted to their end', () => {
    const parsed = parseSpec({ ...rest, endpoints: Array(20_000).fill({ path: 3 }) })
    expect(parsed.ok ? '' : parsed.errors.find(error => error.path === 'endpoints')?.message).toContain(
      '20000',
    )
  })

  test('a fault after ten thousand items is found', () => {
    const origins = Array.from({ length: 12_000 }, (_, i) => `https://h${i}`)
    const document = edited(rest, 'api.cors', { allowOrigins: [...origins, 'nope'] })
    expect(refusals(document)).toEqual(['api.cors.allowOrigins.12000 INVALID_FORMAT'])
    expect(refusals(edited(rest, 'api.cors', { allowOrigins: origins }))).toEqual([])
    // More of them than zod can pass on: the document as a whole is refused.
    const wrong = [...origins, ...Array<number>(400_000).fill(0)]
    expect(refusals(edited(rest, 'api.cors', { allowOrigins: wrong }))).toEqual([' TOO_MANY'])
  })
})

describe('any value', () => {
  const paths = (value: unknown, path: string[] = []): string[] =>
    typeof value === 'object' && value !== null
      ? [path.join('.'), ...Object.entries(value).flatMap(([key, member]) => paths(member, [...path, key]))]
      : [path.join('.')]
  const all = paths(example).filter(path => path !== '')

  const check = (document: unknown) => {
    const parsed = parseSpec(document)
    if (parsed.ok) return
    const found = parsed.errors.map(error => error.path)
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found).size).toBe(found.length)
    for (const error of parsed.errors) {
      expect(specErrorCodes).toHaveProperty(error.code)
      expect(error.message).toMatch(/^["A-Za-z$*\p{L}].*[.?]$/su)
      expect(error.message).not.toMatch(/\p{Cc}|\p{Cs}|undefined|NaN is|\[object/u)
    }
  }

  test('never throws', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), check), { numRuns: 300, seed: 1 })
  })

  test('in any field never throws, and another field keeps its error', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.anything({ maxDepth: 2 }), (path, value) => {
        const document = edited(example as unknown as Document, path, value)
        check(document)
        if (path === 'stage') return
        const found = refusals({ ...document, stage: '-' })
        // The fields of a later version may mean something else, so nothing is said of them.
        if (!found.includes('version VERSION_LATER')) expect(found).toContain('stage INVALID_FORMAT')
        else expect([path, found]).toEqual(['version', ['version VERSION_LATER']])
      }),
      { numRuns: 500, seed: 2 },
    )
  })

  test('a valid document parses to itself, again', () => {
    const parsed = parseSpec(machine)
    expect(parsed.ok && parseSpec(parsed.spec)).toEqual(parsed)
  })
})
