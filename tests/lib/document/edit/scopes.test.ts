import { describe, expect, test } from 'vitest'
import { removeScope, removeServer } from '../../../../lib/document/edit/remove'
import { renameScope, renameServer } from '../../../../lib/document/edit/rename'
import { scopesOf, usesOf } from '../../../../lib/document/edit/scope-uses'
import { parseSpec } from '../../../../lib/document/parse'
import { sharedUserPool } from '../../../../lib/document/presets/shared-user-pool'
import type { Spec } from '../../../../lib/document/spec'

const spec = sharedUserPool.values
const scopes = ({ clients, endpoints }: Spec) => ({
  clients: clients.map(client => client.scopes),
  endpoints: endpoints.map(endpoint => endpoint.scopes),
})

describe('removing one of two of the same name', () => {
  test('leaves the uses to the other', () => {
    const twice = renameScope(spec, 1, 1, 'read')
    expect(scopes(removeScope(twice, 1, 1))).toEqual(scopes(spec))
  })
})

describe('renaming', () => {
  test('an identifier renames its full scopes everywhere, and no other', () => {
    const after = renameServer(spec, 1, 'com.example.orders')
    expect(after.resourceServers[1]?.identifier).toBe('com.example.orders')
    expect(scopes(after)).toEqual({
      clients: [
        ['openid', 'catalog/read', 'com.example.orders/read', 'com.example.orders/write'],
        ['catalog/write'],
      ],
      endpoints: [
        ['catalog/read', 'catalog/write'],
        ['catalog/write'],
        ['com.example.orders/read'],
        ['com.example.orders/write'],
      ],
    })
    expect(parseSpec(after).ok).toBe(true)
  })

  test('a scope renames it everywhere, and not the scope of that name of another server', () => {
    const after = renameScope(spec, 0, 0, 'view')
    expect(after.resourceServers[0]?.scopes[0]?.name).toBe('view')
    expect(scopes(after).clients[0]).toEqual(['openid', 'catalog/view', 'orders/read', 'orders/write'])
    expect(scopes(after).endpoints[0]).toEqual(['catalog/view', 'catalog/write'])
    expect(parseSpec(after).ok).toBe(true)
  })

  test('leaves scopes alone that the server does not declare', () => {
    const before = { ...spec, endpoints: [{ ...spec.endpoints[0]!, scopes: ['orders/delete'] }] }
    expect(renameServer(before, 1, 'x').endpoints[0]?.scopes).toEqual(['orders/delete'])
  })

  test('takes acknowledged findings and audiences along', () => {
    const before: Spec = {
      ...spec,
      api: { ...spec.api, type: 'http', additionalAudiences: ['orders', 'https://other.example.com'] },
      acknowledged: [
        { code: 'SCOPE_UNUSED', at: 'orders/write' },
        { code: 'RESOURCE_SERVER_IN_EXISTING_POOL', at: 'orders' },
        { code: 'IMPLICIT_GRANT', at: 'web' },
      ],
    }
    const after = renameServer(before, 1, 'com.example.orders')
    expect(after.api.additionalAudiences).toEqual(['com.example.orders', 'https://other.example.com'])
    expect(after.acknowledged?.map(({ at }) => at)).toEqual([
      'com.example.orders/write',
      'com.example.orders',
      'web',
    ])
    expect(renameScope(before, 1, 1, 'change').acknowledged?.[0]?.at).toBe('orders/change')
    expect(renameServer(after, 1, 'orders')).toEqual(before)
  })

  test('there and back changes nothing', () => {
    expect(renameServer(renameServer(spec, 0, 'x'), 0, 'catalog')).toEqual(spec)
    expect(renameScope(renameScope(spec, 1, 1, 'x'), 1, 1, 'write')).toEqual(spec)
  })

  test('a name that another has already takes over none of its uses, nor gives any away', () => {
    const scope = renameScope(spec, 1, 1, 'read')
    expect(scopes(scope)).toEqual(scopes(spec))
    expect(renameScope(scope, 1, 1, 'write')).toEqual(spec)
    const server = renameServer(spec, 1, 'catalog')
    expect(scopes(server)).toEqual(scopes(spec))
    expect(renameServer(server, 1, 'orders')).toEqual(spec)
  })

  test('what is not there changes nothing', () => {
    expect(renameServer(spec, 9, 'x')).toBe(spec)
    expect(renameScope(spec, 0, 9, 'x')).toBe(spec)
  })

  test('takes an unfinished form, and leaves it as it was', () => {
    const draft = structuredClone(spec) as { endpoints: { scopes?: string[] }[] }
    delete draft.endpoints[0]!.scopes
    const before = structuredClone(draft)
    expect(renameServer(draft as Spec, 0, 'x').endpoints[0]?.scopes).toEqual([])
    expect(draft).toEqual(before)
  })
})

describe('removing', () => {
  test('lists first which clients and endpoints would lose which scopes', () => {
    expect(usesOf(spec, scopesOf(spec, 0, 1))).toEqual({
      clients: ['catalog-import'],
      endpoints: [
        { name: 'GET /products', keepsAny: true },
        { name: 'PUT /products/{id}', keepsAny: false },
      ],
    })
    expect([...scopesOf(spec, 1)]).toEqual(['orders/read', 'orders/write'])
    expect(usesOf(spec, scopesOf(spec, 9))).toEqual({ clients: [], endpoints: [] })
  })

  test('a scope takes it from everything that uses it', () => {
    const after = removeScope(spec, 0, 1)
    expect(after.resourceServers[0]?.scopes.map(({ name }) => name)).toEqual(['read'])
    expect(scopes(after).clients[1]).toEqual([])
    expect(scopes(after).endpoints.slice(0, 2)).toEqual([['catalog/read'], []])
  })

  test('a resource server takes all its scopes along', () => {
    const after = removeServer(spec, 1)
    expect(after.resourceServers.map(({ identifier }) => identifier)).toEqual(['catalog'])
    expect(JSON.stringify(scopes(after))).not.toContain('orders/')
  })
})
