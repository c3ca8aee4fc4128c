import { parseSpec } from '../../../lib/document/parse'

/** Any JSON-like document that a test takes apart. */
export type Document = Record<string, unknown>

export const REMOVED = Symbol('removed')

/** A deep copy with the value at a dot path replaced, or taken out. */
export function edited(document: Document, path: string, value: unknown): Document {
  const copy = structuredClone(document)
  const keys = path.split('.')
  const last = keys.pop()!
  let at = copy as Record<string, unknown>
  for (const key of keys) at = at[key] as Record<string, unknown>
  if (value === REMOVED) delete at[last]
  else at[last] = value
  return copy
}

export const editedAll = (document: Document, edits: Readonly<Record<string, unknown>>): Document =>
  Object.entries(edits).reduce((so, [path, value]) => edited(so, path, value), document)

/** `path CODE` of every error; empty for an accepted document. */
export function refusals(document: unknown): string[] {
  const parsed = parseSpec(document)
  return parsed.ok ? [] : parsed.errors.map(({ path, code }) => `${path} ${code}`)
}

/** New pool, REST API, one client that signs users in. */
export const rest: Document = {
  version: 1,
  service: 'example-api',
  region: 'us-east-1',
  stage: 'dev',
  userPool: {
    source: 'new',
    name: 'example-users',
    tier: 'ESSENTIALS',
    domainPrefix: 'demo',
    managedLogin: true,
  },
  resourceServers: [
    {
      identifier: 'com.example.api',
      name: 'Example API',
      scopes: [
        { name: 'read', description: 'Read access' },
        { name: 'write', description: 'Write access' },
      ],
    },
  ],
  clients: [
    {
      name: 'app',
      grants: ['authorization_code'],
      generateSecret: false,
      scopes: ['openid', 'com.example.api/read'],
      callbackUrls: ['exampleapp://auth/login'],
      defaultRedirectUri: 'exampleapp://auth/login',
      logoutUrls: ['exampleapp://auth/logout'],
      identityProviders: ['COGNITO'],
      tokenValidity: { accessTokenMinutes: 60, idTokenMinutes: 60, refreshTokenDays: 30 },
    },
  ],
  api: { type: 'rest', name: 'example-api' },
  endpoints: [
    {
      method: 'GET',
      path: '/orders',
      auth: 'access_token',
      scopes: ['com.example.api/read'],
      handler: 'bin/orders.list',
    },
  ],
}

export const http = edited(rest, 'api.type', 'http')

export const existing = edited(rest, 'userPool', { source: 'existing', userPoolId: 'us-east-1_AbCdEf123' })

/** Its one client is a machine. */
export const machine = edited(rest, 'clients', [
  {
    name: 'worker',
    grants: ['client_credentials'],
    generateSecret: true,
    scopes: ['com.example.api/read'],
  },
])

export const client = (rest.clients as Document[])[0]!
export const endpoint = (rest.endpoints as Document[])[0]!
export const server = (rest.resourceServers as Document[])[0]!
export const times = <Member>(count: number, make: (i: number) => Member): Member[] =>
  Array.from({ length: count }, (_, i) => make(i))
