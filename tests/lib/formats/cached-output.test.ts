import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compile } from '@/lib/compile'
import { example } from '@/lib/document/example'
import type { Spec } from '@/lib/document/spec'
import { formats } from '@/lib/formats'
import { createPrintCache } from '@/lib/text/print-cache'

/** Edits that change one thing each, so that a block's key that leaves it out shows a stale text. */
const edits: readonly ((spec: Spec, n: number) => Spec)[] = [
  (spec, n) => ({ ...spec, service: `service-${n}` }),
  (spec, n) => ({ ...spec, stage: `stage${n}` }),
  (spec, n) => ({ ...spec, region: ['us-east-1', 'us-gov-west-1', 'eu-west-1'][n % 3]! }),
  (spec, n) => ({ ...spec, userPool: pools[n % pools.length]! }),
  (spec, n) => server(spec, { identifier: `com.example.${n}` }),
  (spec, n) => server(spec, { name: `Server ${n}` }),
  (spec, n) => server(spec, { scopes: [...spec.resourceServers[0]!.scopes].reverse().slice(n % 2) }),
  (spec, n) =>
    server(spec, {
      scopes: spec.resourceServers[0]!.scopes.map(scope => ({ ...scope, description: `d${n}` })),
    }),
  (spec, n) => client(spec, { name: `client ${n}` }),
  (spec, n) => client(spec, { grants: n % 2 ? ['implicit'] : ['authorization_code'] }),
  (spec, n) => client(spec, { generateSecret: n % 2 === 0 }),
  (spec, n) => client(spec, { scopes: ['openid', 'com.example.api/read', 'email'].slice(0, 1 + (n % 3)) }),
  (spec, n) => client(spec, { callbackUrls: [`https://${n}.example`], defaultRedirectUri: undefined }),
  (spec, n) => client(spec, { logoutUrls: [`https://${n}.example`] }),
  (spec, n) => client(spec, { defaultRedirectUri: n % 2 ? spec.clients[0]!.callbackUrls[0] : undefined }),
  (spec, n) =>
    client(spec, { tokenValidity: { accessTokenMinutes: 5 + n, idTokenMinutes: 60, refreshTokenDays: 9 } }),
  (spec, n) =>
    client(spec, { tokenValidity: { accessTokenMinutes: 60, idTokenMinutes: 5 + n, refreshTokenDays: 9 } }),
  (spec, n) =>
    client(spec, { tokenValidity: { accessTokenMinutes: 60, idTokenMinutes: 60, refreshTokenDays: 1 + n } }),
  spec => ({ ...spec, clients: [...spec.clients].reverse() }),
  (spec, n) => ({ ...spec, api: { ...spec.api, name: `api ${n}` } }),
  (spec, n) => ({ ...spec, api: { ...spec.api, type: n % 2 ? 'rest' : 'http' } }),
  (spec, n) => ({
    ...spec,
    api: { ...spec.api, cors: n % 3 ? { allowOrigins: origins.slice(0, n % 3) } : undefined },
  }),
  (spec, n) => ({ ...spec, api: { ...spec.api, cors: { allowOrigins: [`https://o${n}.example`] } } }),
  (spec, n) => endpoint(spec, n, { method: (['GET', 'ANY', 'PUT'] as const)[n % 3]! }),
  (spec, n) => endpoint(spec, n, { path: `/p${n}` }),
  (spec, n) => endpoint(spec, n, { auth: 'none', scopes: [] }),
  (spec, n) => endpoint(spec, n, { auth: 'id_token', scopes: [] }),
  (spec, n) =>
    endpoint(spec, n, { auth: 'access_token', scopes: ['email', 'profile', 'phone'].slice(n % 3) }),
  (spec, n) => endpoint(spec, n, { handler: `bin/h${n % 4}.handler` }),
  spec => ({ ...spec, endpoints: [...spec.endpoints].reverse() }),
  spec => ({ ...spec, endpoints: spec.endpoints.length > 2 ? spec.endpoints.slice(1) : spec.endpoints }),
]

const origins = ['https://a.example', 'https://b.example']
const pools: readonly Spec['userPool'][] = [
  example.userPool,
  { source: 'new', name: 'other', tier: 'PLUS', domainPrefix: 'other', managedLogin: false },
  { source: 'existing', userPoolId: 'us-east-1_A', managedLogin: false },
  { source: 'existing', userPoolId: 'us-east-1_B', domain: 'auth.example.com', managedLogin: true },
]

const server = (spec: Spec, changes: Partial<Spec['resourceServers'][number]>): Spec => ({
  ...spec,
  resourceServers: spec.resourceServers.map((old, i) => (i === 0 ? { ...old, ...changes } : old)),
})
const client = (spec: Spec, changes: Partial<Spec['clients'][number]>): Spec => ({
  ...spec,
  clients: spec.clients.map((old, i) => (i === 0 ? { ...old, ...changes } : old)),
})
const endpoint = (spec: Spec, n: number, changes: Partial<Spec['endpoints'][number]>): Spec => ({
  ...spec,
  endpoints: spec.endpoints.map((old, i) => (i === n % spec.endpoints.length ? { ...old, ...changes } : old)),
})

const start: Spec = {
  ...example,
  clients: [
    ...example.clients,
    {
      name: 'batch',
      grants: ['client_credentials'],
      generateSecret: true,
      scopes: ['com.example.api/read'],
      callbackUrls: [],
      logoutUrls: [],
      identityProviders: ['COGNITO'],
    },
  ],
  endpoints: ['/a', '/b', '/c/{id}'].map(path => ({ ...example.endpoints[0]!, path })),
}

it.each(formats.map(({ id }) => id))('%s prints the same from memory as from nothing', format => {
  const step = fc.tuple(fc.nat({ max: edits.length - 1 }), fc.nat({ max: 20 }))
  let compared = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), steps => {
      const blocks = createPrintCache()
      let spec = start
      for (const [edit, n] of steps) {
        const edited = edits[edit]!(spec, n)
        const compiled = compile(edited)
        // An edit that the spec refuses is not taken over.
        if (!compiled.ok) continue
        spec = edited
        blocks.nextFrame()
        const remembered = compiled.output(format, blocks)
        const fresh = compiled.output(format)
        expect(remembered.text).toBe(fresh.text)
        expect(remembered.fields.join('\n')).toBe(fresh.fields.join('\n'))
        compared += 1
      }
    }),
    { seed: 4, numRuns: 60 },
  )
  expect(compared).toBeGreaterThan(300)
})
