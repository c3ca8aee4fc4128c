import { describe, expect, test } from 'vitest'
import { compile } from '../../../lib/compile'
import { rules } from '../../../lib/findings/rules'
import { expectGolden } from '../../golden'
import {
  client,
  type Document,
  edited,
  editedAll,
  endpoint,
  existing,
  http,
  machine,
  REMOVED,
  rest,
  times,
} from '../document/edited'
import { compiled, found } from './found'

type Edits = Readonly<Record<string, unknown>>
interface Case {
  readonly code: string
  readonly has: readonly [Document, Edits]
  readonly at: readonly (readonly string[])[]
  readonly hasNot: readonly [Document, Edits]
}

const page = editedAll(rest, {
  'clients.0.callbackUrls': ['https://app.example.com/callback'],
  'clients.0.defaultRedirectUri': REMOVED,
})
const bothUsed = edited(rest, 'endpoints.0.scopes', ['com.example.api/read', 'com.example.api/write'])
const long = `https://api.example.com/${'v'.repeat(40)}`

const cases: readonly Case[] = [
  {
    code: 'SIGN_UP_WITHOUT_VERIFICATION',
    has: [rest, { 'userPool.selfSignUp': true, 'userPool.usernameAttributes': ['phone_number'] }],
    at: [['userPool.selfSignUp', 'userPool.usernameAttributes']],
    hasNot: [rest, { 'userPool.selfSignUp': true, 'userPool.usernameAttributes': ['email'] }],
  },
  {
    code: 'FLOW_NEEDS_TIER',
    has: [
      rest,
      {
        'userPool.tier': 'LITE',
        'userPool.managedLogin': false,
        'clients.0.explicitAuthFlows': ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      },
    ],
    at: [['clients.0.explicitAuthFlows', 'userPool.tier']],
    hasNot: [rest, { 'clients.0.explicitAuthFlows': ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] }],
  },
  {
    code: 'IMPLICIT_GRANT',
    has: [rest, { 'clients.0.grants': ['authorization_code', 'implicit'] }],
    at: [['clients.0.grants.1', 'clients.0.grants']],
    hasNot: [rest, {}],
  },
  {
    code: 'SCOPE_UNUSED',
    has: [rest, {}],
    at: [['resourceServers.0.scopes.1.name']],
    hasNot: [bothUsed, {}],
  },
  {
    code: 'ENDPOINT_UNREACHABLE',
    has: [rest, { 'endpoints.0.scopes': ['com.example.api/write'] }],
    at: [['endpoints.0.scopes']],
    hasNot: [rest, { 'endpoints.0.scopes': ['com.example.api/write', 'com.example.api/read'] }],
  },
  {
    code: 'CLIENT_WITHOUT_ENDPOINT',
    has: [rest, { 'clients.1': { ...client, name: 'other', scopes: ['openid', 'com.example.api/write'] } }],
    at: [['clients.1.scopes']],
    hasNot: [rest, {}],
  },
  {
    code: 'ID_TOKEN_ENDPOINT',
    has: [rest, { 'endpoints.1': { ...endpoint, path: '/me', auth: 'id_token', scopes: [] } }],
    at: [['endpoints.1.auth']],
    hasNot: [rest, {}],
  },
  {
    code: 'PUBLIC_ENDPOINT',
    has: [rest, { 'endpoints.1': { ...endpoint, path: '/health', auth: 'none', scopes: [] } }],
    at: [['endpoints.1.auth']],
    hasNot: [rest, {}],
  },
  {
    code: 'PUBLIC_CLIENT_WITH_SECRET',
    has: [rest, { 'clients.0.generateSecret': true }],
    at: [['clients.0.generateSecret', 'clients.0.callbackUrls.0']],
    hasNot: [page, { 'clients.0.generateSecret': true }],
  },
  {
    code: 'WEB_ORIGIN_WITHOUT_CORS',
    has: [page, {}],
    at: [['clients.0.callbackUrls.0', 'api.cors']],
    hasNot: [page, { 'api.cors': { allowOrigins: ['https://app.example.com'] } }],
  },
  {
    code: 'CORS_WILDCARD',
    has: [page, { 'api.cors': { allowOrigins: ['*'] } }],
    at: [['api.cors.allowOrigins']],
    hasNot: [page, { 'api.cors': { allowOrigins: ['https://app.example.com'] } }],
  },
  {
    code: 'URL_IDENTIFIER_LONG_FOR_HTTP',
    has: [
      rest,
      {
        'resourceServers.0.identifier': long,
        'clients.0.scopes': [`${long}/read`],
        'endpoints.0.scopes': [`${long}/read`],
      },
    ],
    at: [
      ['resourceServers.0.identifier', 'resourceServers.0.scopes.0.name', 'resourceServers.0.scopes.1.name'],
    ],
    // A route of an HTTP API takes 64 characters: 59, a slash and `read`, but not `write`.
    hasNot: [
      rest,
      {
        'resourceServers.0.identifier': 'i'.repeat(59),
        'resourceServers.0.scopes': [{ name: 'read', description: 'd' }],
        'clients.0.scopes': [`${'i'.repeat(59)}/read`],
        'endpoints.0.scopes': [`${'i'.repeat(59)}/read`],
      },
    ],
  },
  {
    code: 'LONG_ACCESS_TOKEN',
    has: [rest, { 'clients.0.tokenValidity.accessTokenMinutes': 61 }],
    at: [['clients.0.tokenValidity.accessTokenMinutes']],
    hasNot: [rest, {}],
  },
  {
    code: 'NOT_NFC',
    has: [rest, { 'resourceServers.0.scopes.0.description': 'Lire les re\u0301sultats' }],
    at: [['resourceServers.0.scopes.0.description']],
    hasNot: [rest, { 'resourceServers.0.scopes.0.description': 'Lire les r\u00e9sultats' }],
  },
  {
    code: 'PLUS_TIER_COST',
    has: [rest, { 'userPool.tier': 'PLUS' }],
    at: [['userPool.tier']],
    hasNot: [rest, {}],
  },
  {
    code: 'DOMAIN_MISSING',
    has: [existing, {}],
    at: [['userPool.domain']],
    hasNot: [existing, { 'userPool.domain': 'auth.example.com' }],
  },
  {
    code: 'RESOURCE_SERVER_IN_EXISTING_POOL',
    has: [existing, {}],
    at: [['resourceServers.0.identifier']],
    hasNot: [rest, {}],
  },
  {
    code: 'REGION_UNKNOWN',
    has: [rest, { region: 'zz-nowhere-1' }],
    at: [['region']],
    hasNot: [rest, { region: 'eu-central-1' }],
  },
  {
    code: 'RESOURCE_LIMIT',
    has: [
      rest,
      { endpoints: times(150, i => ({ ...endpoint, path: `/p${i}`, handler: `bin/p${i}.handler` })) },
    ],
    at: [['endpoints']],
    hasNot: [rest, { endpoints: times(150, i => ({ ...endpoint, path: `/p${i}` })) }],
  },
  {
    code: 'SHARED_CLIENT_PRIVILEGE',
    has: [
      rest,
      {
        'resourceServers.0.scopes.1.name': 'admin',
        'clients.0.scopes': ['com.example.api/read', 'com.example.api/admin'],
      },
    ],
    at: [['clients.0.scopes.1']],
    hasNot: [rest, { 'clients.0.scopes': ['com.example.api/read', 'com.example.api/write'] }],
  },
  {
    code: 'TWO_ENDPOINTS_ONE_FUNCTION',
    has: [
      rest,
      {
        endpoints: ['/orders', '/orders/{id}'].map(path => ({
          ...endpoint,
          path,
          handler: 'bin/orders/get.handler',
        })),
      },
    ],
    at: [['endpoints.1.handler', 'endpoints.0.handler']],
    hasNot: [rest, { endpoints: ['/orders', '/orders/{id}'].map(path => ({ ...endpoint, path })) }],
  },
  {
    code: 'TEMPLATE_NEEDS_S3',
    has: [rest, { endpoints: times(150, i => ({ ...endpoint, path: `/p${i}` })) }],
    at: [['endpoints']],
    hasNot: [rest, {}],
  },
]

test('what is said of each', () => {
  const lines = cases.flatMap(({ code, has }) =>
    compiled(...has)
      .findings()
      .filter(finding => finding.code === code)
      .map(finding => JSON.stringify(finding, null, 1)),
  )
  expectGolden(`${lines.join('\n')}\n`, import.meta.dirname, 'words', 'findings.txt')
})

describe.each(cases.map(one => [one.code, one] as const))('%s', (code, { has, at, hasNot }) => {
  test('is found', () => expect(found(code, ...has)).toEqual(at))
  test('is not found without cause', () => expect(found(code, ...hasNot)).toEqual([]))

  test('says what, why and what to do, with a source', () => {
    const own = compiled(...has)
      .findings()
      .filter(finding => finding.code === code)
    for (const finding of own) {
      expect(Object.keys(finding).sort()).toEqual([
        'code',
        'fix',
        'message',
        'paths',
        'severity',
        'source',
        'why',
      ])
      for (const sentence of [finding.message, finding.why, finding.fix])
        expect(sentence).toMatch(/^[A-Z].*\.$/)
      expect(finding.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/(?:[\w-]+\/)+\w[\w-]+\.html$/)
    }
  })

  test('is gone after its repair, and the spec is valid', () => {
    const result = compiled(...has)
    for (const { repair, ...finding } of result.repairableFindings().filter(one => one.code === code)) {
      if (!repair) continue
      expect(repair.label).toMatch(/^[A-Z]/)
      const before = structuredClone(result.spec)
      const repaired = compile(repair.apply(result.spec))
      expect(result.spec).toEqual(before)
      expect(repaired.ok && repaired.findings()).not.toContainEqual(finding)
      expect(repaired.ok && repaired.findings().filter(one => one.code === code)).toEqual([])
    }
  })
})

test('every rule has a case', () => {
  expect(rules.map(rule => rule.code).sort()).toEqual(cases.map(({ code }) => code).sort())
})

test('repairs exist where there is one right thing to do', () => {
  const repaired = cases.filter(({ code, has }) =>
    compiled(...has)
      .repairableFindings()
      .some(finding => finding.code === code && finding.repair),
  )
  expect(repaired.map(({ code }) => code)).toEqual([
    'IMPLICIT_GRANT',
    'ENDPOINT_UNREACHABLE',
    'PUBLIC_CLIENT_WITH_SECRET',
    'WEB_ORIGIN_WITHOUT_CORS',
    'CORS_WILDCARD',
    'LONG_ACCESS_TOKEN',
  ])
})

test('warnings come before suggestions', () => {
  const severities = compiled(existing, { 'clients.0.grants': ['implicit'] })
    .findings()
    .map(({ severity }) => severity)
  expect(severities).toEqual([...severities].sort().reverse())
})

describe('details', () => {
  const message = (code: string, base: Document, set: Edits) =>
    compiled(base, set)
      .findings()
      .find(finding => finding.code === code)

  test('an ID token endpoint is told apart by the kind of API', () => {
    const set = { 'endpoints.1': { ...endpoint, path: '/me', auth: 'id_token', scopes: [] } }
    expect(message('ID_TOKEN_ENDPOINT', rest, set)?.why).toContain('401')
    expect(message('ID_TOKEN_ENDPOINT', http, set)?.why).toContain('every access token')
  })

  test('a client with openid can call what accepts ID tokens', () => {
    const set = {
      'clients.0.scopes': ['openid'],
      endpoints: [{ ...endpoint, auth: 'id_token', scopes: [] }],
    }
    expect(found('CLIENT_WITHOUT_ENDPOINT', rest, set)).toEqual([])
    expect(found('CLIENT_WITHOUT_ENDPOINT', machine, { endpoints: set.endpoints })).toEqual([
      ['clients.0.scopes'],
    ])
  })

  test.each([
    [undefined, 0],
    [['ALLOW_USER_PASSWORD_AUTH'], 0],
    [['ALLOW_REFRESH_TOKEN_AUTH'], 1],
  ])('SDK sign-in with the flows %j gives its own scope unasked', (explicitAuthFlows, count) => {
    const set = {
      'clients.0.scopes': ['openid'],
      endpoints: [{ ...endpoint, scopes: ['aws.cognito.signin.user.admin'] }],
      ...(explicitAuthFlows && { 'clients.0.explicitAuthFlows': explicitAuthFlows }),
    }
    expect(found('ENDPOINT_UNREACHABLE', rest, set)).toHaveLength(count)
    expect(found('CLIENT_WITHOUT_ENDPOINT', rest, set)).toHaveLength(count)
  })

  // The guide has a chapter for each kind of API, and what it says of one is not true of the other.
  test.each([
    ['ID_TOKEN_ENDPOINT', { 'endpoints.1': { ...endpoint, path: '/me', auth: 'id_token', scopes: [] } }],
    ['PUBLIC_ENDPOINT', { 'endpoints.1': { ...endpoint, path: '/health', auth: 'none', scopes: [] } }],
    ['CORS_WILDCARD', { 'api.cors': { allowOrigins: ['*'] } }],
    [
      'WEB_ORIGIN_WITHOUT_CORS',
      {
        'clients.0.callbackUrls': ['https://app.example.com/callback'],
        'clients.0.defaultRedirectUri': REMOVED,
      },
    ],
  ])('%s cites the chapter of its kind of API', (code, set) => {
    expect(message(code, rest, set)?.source).not.toMatch(/\/http-api/)
    expect(message(code, http, set)?.source).toMatch(/\/http-api/)
  })

  test('one thing and several are counted as such', () => {
    const scopes = (count: number) =>
      message('URL_IDENTIFIER_LONG_FOR_HTTP', rest, {
        'resourceServers.0.identifier': long,
        'resourceServers.0.scopes': Array.from({ length: count }, (_, i) => ({
          name: `s${i}`,
          description: 'd',
        })),
        'clients.0.scopes': [`${long}/s0`],
        'endpoints.0.scopes': [`${long}/s0`],
      })?.message
    expect(scopes(1)).toContain(' is longer than')
    expect(scopes(3)).toContain(' and 2 more of its resource server are longer than')
    const origins = (...urls: string[]) =>
      message('WEB_ORIGIN_WITHOUT_CORS', rest, {
        'clients.0.callbackUrls': urls,
        'clients.0.defaultRedirectUri': REMOVED,
      })?.fix
    expect(origins('https://a.example.com/')).toContain('Add the origin to')
    expect(origins('https://a.example.com/', 'https://b.example.com/')).toContain('Add the origins to')
  })

  test('an unreachable endpoint answers 401 or 403', () => {
    const set = { 'endpoints.0.scopes': ['com.example.api/write'] }
    expect(message('ENDPOINT_UNREACHABLE', rest, set)?.why).toContain('401')
    expect(message('ENDPOINT_UNREACHABLE', http, set)?.why).toContain('403')
  })

  test('a trigger may add the scope that is missing, if Cognito calls it for the client', () => {
    const set = { 'endpoints.0.scopes': ['com.example.api/write'] }
    const trigger = (version: string) => ({
      ...set,
      'userPool.preTokenGeneration': { handler: 'src/claims.handler', version },
    })
    const unless = /, unless the trigger adds it\.$/
    expect(message('ENDPOINT_UNREACHABLE', rest, set)?.message).not.toMatch(unless)
    expect(message('ENDPOINT_UNREACHABLE', rest, trigger('V2_0'))?.message).toMatch(unless)
    expect(message('ENDPOINT_UNREACHABLE', rest, trigger('V2_0'))?.why).toMatch(unless)
    // Without a list of flows, users can sign in through the SDK with any client.
    expect(message('ENDPOINT_UNREACHABLE', machine, trigger('V2_0'))?.message).toMatch(unless)
    const closed = { ...trigger('V2_0'), 'clients.0.explicitAuthFlows': ['ALLOW_REFRESH_TOKEN_AUTH'] }
    expect(message('ENDPOINT_UNREACHABLE', machine, closed)?.message).not.toMatch(unless)
    expect(message('ENDPOINT_UNREACHABLE', machine, trigger('V3_0'))?.message).toMatch(unless)
    const client = /, unless the trigger adds one that does\.$/
    expect(message('CLIENT_WITHOUT_ENDPOINT', rest, set)?.message).not.toMatch(client)
    expect(message('CLIENT_WITHOUT_ENDPOINT', rest, trigger('V2_0'))?.message).toMatch(client)
    expect(message('CLIENT_WITHOUT_ENDPOINT', machine, trigger('V2_0'))?.message).toMatch(client)
    expect(message('CLIENT_WITHOUT_ENDPOINT', machine, closed)?.message).not.toMatch(client)
    expect(message('CLIENT_WITHOUT_ENDPOINT', machine, trigger('V3_0'))?.message).toMatch(client)
  })

  test('sign-up without verification is no finding where nobody can register', () => {
    expect(found('SIGN_UP_WITHOUT_VERIFICATION', rest, {})).toEqual([])
    expect(found('SIGN_UP_WITHOUT_VERIFICATION', rest, { 'userPool.selfSignUp': true })).toHaveLength(1)
  })

  test('an unreachable endpoint has no repair when there is a choice', () => {
    const repairs = (set: Edits) =>
      compiled(rest, set)
        .repairableFindings()
        .filter(({ code, repair }) => code === 'ENDPOINT_UNREACHABLE' && repair)
    expect(repairs({ 'endpoints.0.scopes': ['com.example.api/write'] })).toHaveLength(1)
    expect(repairs({ 'endpoints.0.scopes': ['phone'] })).toHaveLength(0)
    expect(
      repairs({ 'endpoints.0.scopes': ['com.example.api/write'], 'clients.1': { ...client, name: 'b' } }),
    ).toHaveLength(0)
  })

  test('a page under development counts, a native app and a server do not', () => {
    const urls = (uri: string, more: Edits = {}) =>
      found('WEB_ORIGIN_WITHOUT_CORS', rest, {
        'clients.0.callbackUrls': [uri],
        'clients.0.defaultRedirectUri': REMOVED,
        ...more,
      }).length
    expect(urls('http://localhost:5173/callback')).toBe(1)
    expect(urls('http://127.0.0.1:5173/callback')).toBe(0)
    expect(urls('http://[::1]:5173/callback')).toBe(0)
    expect(urls('myapp://callback')).toBe(0)
    expect(urls('https://app.example.com', { 'clients.0.generateSecret': true })).toBe(0)
    expect(
      urls('https://APP.example.com:443/x', { 'api.cors': { allowOrigins: ['https://app.example.com'] } }),
    ).toBe(0)
    expect(urls('https://app.example.com', { 'api.cors': { allowOrigins: ['*'] } })).toBe(0)
  })

  test.each([
    ['by its name, in words', { name: 'orders:adminAll', description: 'x' }, 1],
    ['by its description', { name: 'all', description: 'For administrators only' }, 1],
    ['not by a part of a word', { name: 'badminton', description: 'Adminer' }, 0],
  ])('a scope is administrative %s', (_, scope, count) => {
    const set = {
      'resourceServers.0.scopes.1': scope,
      'clients.0.scopes': ['com.example.api/read', `com.example.api/${scope.name}`],
    }
    expect(found('SHARED_CLIENT_PRIVILEGE', rest, set)).toHaveLength(count)
  })

  test('a client of administrators alone, and a machine, share nothing with other users', () => {
    const admin = { 'resourceServers.0.scopes.1.name': 'admin' }
    const only = { ...admin, 'clients.0.scopes': ['openid', 'com.example.api/admin'] }
    expect(found('SHARED_CLIENT_PRIVILEGE', rest, only)).toEqual([])
    const both = { ...admin, 'clients.0.scopes': ['com.example.api/read', 'com.example.api/admin'] }
    expect(found('SHARED_CLIENT_PRIVILEGE', machine, both)).toEqual([])
  })

  test('a handler that two endpoints have by choice is no accident', () => {
    const shared = ['/a/{id}', '/b'].map(path => ({ ...endpoint, path, handler: 'bin/a/get.handler' }))
    expect(found('TWO_ENDPOINTS_ONE_FUNCTION', rest, { endpoints: shared })).toEqual([])
  })

  test('CORS is not added where an endpoint answers OPTIONS itself', () => {
    const finding = compiled(page, { 'endpoints.1': { ...endpoint, method: 'OPTIONS' } })
      .repairableFindings()
      .find(({ code }) => code === 'WEB_ORIGIN_WITHOUT_CORS')
    expect(finding).toBeDefined()
    expect(finding?.repair).toBeUndefined()
  })

  test('the limit names formats and counts', () => {
    const many = (count: number) =>
      times(count, i => ({ ...endpoint, path: `/p${i}`, handler: `bin/p${i}.handler` }))
    expect(message('RESOURCE_LIMIT', rest, { endpoints: many(110) })?.message).toMatch(/: Serverless \d+\.$/)
    const all = message('RESOURCE_LIMIT', rest, { endpoints: many(150) })
    expect(all?.message).toMatch(/: CloudFormation \d+, Serverless \d+, CDK \d+\.$/)
  })

  test('more than 300 path resources, or routes, are too many for the API', () => {
    const deep = times(151, i => ({ ...endpoint, path: `/p${i}/q` }))
    expect(message('RESOURCE_LIMIT', rest, { endpoints: deep })?.message).toContain('302 path resources')
    expect(found('RESOURCE_LIMIT', rest, { endpoints: deep.slice(0, 150) })).toEqual([])
    const any = times(151, i => ({ ...endpoint, method: 'ANY', path: `/p${i}` }))
    const cors = { 'api.cors': { allowOrigins: ['*'] } }
    expect(message('RESOURCE_LIMIT', http, { endpoints: any, ...cors })?.message).toContain('302 routes')
    expect(found('RESOURCE_LIMIT', http, { endpoints: any })).toEqual([])
    const full = times(300, i => ({ ...endpoint, path: `/p${i}` }))
    expect(found('RESOURCE_LIMIT', http, { endpoints: full })).toEqual([])
  })
})
