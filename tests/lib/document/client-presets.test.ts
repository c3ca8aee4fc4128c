import { expect, test } from 'vitest'
import { parseSpec } from '../../../lib/document/parse'
import { clientKinds, newClient } from '../../../lib/document/presets/client-presets'
import { newApi } from '../../../lib/document/presets/new-api'

const start = newApi.values

test('a new API is valid', () => {
  expect(parseSpec(start)).toEqual({ ok: true, spec: start })
})

test.each(clientKinds.map(({ kind }) => kind))(
  'a new %s client is valid once it has a scope, twice',
  kind => {
    const withScope = (spec: typeof start) => {
      const client = newClient(kind, spec)
      return { ...spec, clients: [...spec.clients, { ...client, scopes: [...client.scopes, 'my-api/read'] }] }
    }
    const twice = withScope(withScope(start))
    expect(parseSpec(twice)).toEqual({ ok: true, spec: twice })
    expect(new Set(twice.clients.map(({ name }) => name)).size).toBe(3)
  },
)

test.each([
  ['orders-api', 'ordersapi://auth/callback'],
  ['2nd shop', 'ndshop://auth/callback'],
  ['', 'app://auth/callback'],
  ['42', 'app://auth/callback'],
])('the app of %j is called back at %s', (service, url) => {
  expect(newClient('mobile', { service, clients: [] })).toMatchObject({
    callbackUrls: [url],
    defaultRedirectUri: url,
    generateSecret: false,
  })
})

test('a web app has an address of its own and one on localhost', () => {
  const { callbackUrls, logoutUrls, grants } = newClient('web', { service: 'a', clients: [] })
  expect(grants).toEqual(['authorization_code'])
  for (const urls of [callbackUrls, logoutUrls])
    expect(urls.map(url => new URL(url).protocol)).toEqual(['https:', 'http:'])
})

test('a machine has a secret and nothing that a sign-in needs', () => {
  expect(newClient('machine', { service: 'a', clients: [] })).toMatchObject({
    name: 'machine',
    grants: ['client_credentials'],
    generateSecret: true,
    callbackUrls: [],
    logoutUrls: [],
  })
})
