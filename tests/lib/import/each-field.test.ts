import { describe, expect, it } from 'vitest'
import { compile, importTemplate } from '@/lib/index'

type Fields = Readonly<Record<string, unknown>>

const base = (type: 'rest' | 'http', pool: Fields, client: Fields, more: Fields): Fields => ({
  version: 1,
  service: 'notes',
  userPool: { source: 'new', name: 'notes-users', domainPrefix: 'notes-demo', ...pool },
  resourceServers: [
    { identifier: 'notes', name: 'Notes', scopes: [{ name: 'read', description: 'Read' }] },
    ...((more.servers as object[] | undefined) ?? []),
  ],
  clients: [
    {
      name: 'web',
      scopes: ['openid', 'notes/read'],
      callbackUrls: ['https://notes.example.com/in'],
      ...client,
    },
  ],
  api: { type, name: 'notes', ...(more.api as object | undefined) },
  endpoints: [
    { method: 'GET', path: '/notes', scopes: ['notes/read'], handler: 'bin/notes.list' },
    ...((more.endpoints as object[] | undefined) ?? []),
  ],
})

const pool = (fields: Fields) => ({ pool: fields, client: {}, more: {} })
const client = (fields: Fields) => ({ pool: {}, client: fields, more: {} })
const more = (fields: Fields) => ({ pool: {}, client: {}, more: fields })
const FLOWS = [
  'ALLOW_USER_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
]
const rotation = (seconds: number) => ({
  explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
  refreshTokenRotation: { retryGracePeriodSeconds: seconds },
})

/** Every value that a new field can have, as far as there are few; the ends of the others. */
const values: readonly (readonly [string, ReturnType<typeof pool>])[] = [
  ['no new field', pool({})],
  ['self sign-up', pool({ selfSignUp: true })],
  ['email as user name', pool({ usernameAttributes: ['email'] })],
  ['phone number as user name', pool({ usernameAttributes: ['phone_number'] })],
  ['either as user name', pool({ usernameAttributes: ['email', 'phone_number'] })],
  ['MFA optional', pool({ mfa: 'optional' })],
  ['MFA required', pool({ mfa: 'required' })],
  ['a trigger for users', pool({ preTokenGeneration: { handler: 'src/claims.handler', version: 'V2_0' } })],
  [
    'a trigger for machines',
    pool({ preTokenGeneration: { handler: 'src/claims.handler', version: 'V3_0' } }),
  ],
  ...FLOWS.map((flow): [string, ReturnType<typeof pool>] => [flow, client({ explicitAuthFlows: [flow] })]),
  ['every flow', client({ explicitAuthFlows: FLOWS })],
  ['rotation without grace', client(rotation(0))],
  ['rotation with a minute of grace', client(rotation(60))],
  [
    'a signed endpoint',
    more({ endpoints: [{ method: 'GET', path: '/signed', auth: 'iam', handler: 'bin/a.b' }] }),
  ],
  [
    'a server without scopes',
    more({ servers: [{ identifier: 'https://mcp.example.com', name: 'MCP', scopes: [] }] }),
  ],
]

/** The new fields of a document, with their defaults, in an order of their own. */
function newFields(spec: unknown) {
  const { userPool, clients, resourceServers, api, endpoints } = spec as {
    readonly userPool: Fields
    readonly clients: readonly Fields[]
    readonly resourceServers: readonly Fields[]
    readonly api: Fields
    readonly endpoints: readonly Fields[]
  }
  const { selfSignUp, usernameAttributes, mfa, preTokenGeneration: trigger } = userPool
  return {
    selfSignUp,
    usernameAttributes: [...((usernameAttributes as string[] | undefined) ?? [])].sort(),
    mfa,
    trigger: (trigger as Fields | undefined)?.version,
    flows: clients.map(({ explicitAuthFlows = [] }) => [...(explicitAuthFlows as string[])].sort()),
    rotation: clients.map(({ refreshTokenRotation }) => refreshTokenRotation),
    servers: resourceServers.map(({ identifier, scopes }) => [identifier, (scopes as object[]).length]),
    audiences: api.additionalAudiences ?? [],
    auth: endpoints.map(({ method, path, auth }) => `${method} ${path} ${auth}`).sort(),
  }
}

describe.each(['rest', 'http'] as const)('a %s API comes back from its own templates', type => {
  const audiences: (readonly [string, ReturnType<typeof pool>])[] =
    type === 'http'
      ? [['audiences', more({ api: { additionalAudiences: ['https://mcp.example.com'] } })]]
      : []

  it.each([...values, ...audiences])('with %s', (_name, fields) => {
    const compiled = compile(base(type, fields.pool, fields.client, fields.more))
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
    for (const format of ['cloudformation', 'cloudformation-json', 'sam', 'serverless'] as const) {
      const { text, fileName } = compiled.output(format)
      const imported = importTemplate([{ path: fileName, text }])
      expect(imported.ok && newFields(imported.spec), format).toEqual(newFields(compiled.spec))
    }
  })
})
