import { expect, test } from 'vitest'
import { addEndpoints, starterOf } from '../../../../lib/document/edit/add-endpoints'
import { renameService } from '../../../../lib/document/edit/rename-service'
import { parseSpec } from '../../../../lib/document/parse'
import { newApi } from '../../../../lib/document/presets/new-api'
import type { Spec } from '../../../../lib/document/spec'

const start = renameService(newApi.values, 'orders')
const endpoint: Spec['endpoints'][number] = {
  method: 'GET',
  path: '/orders',
  auth: 'access_token',
  scopes: ['orders/admin'],
  handler: 'bin/orders.list',
}
const admin = { identifier: 'orders', name: 'admin', description: 'Everything' }

test('the endpoint of a new API is replaced, and new scopes are declared', () => {
  const added = addEndpoints(start, [endpoint], [admin])
  expect(added.endpoints).toEqual([endpoint])
  expect(added.resourceServers[0]?.scopes.map(({ name }) => name)).toEqual(['read', 'write', 'admin'])
  expect(parseSpec(added)).toEqual({ ok: true, spec: added })
})

test('new scopes come with the resource servers that they need', () => {
  const charge = { identifier: 'https://pay.example.com', name: 'charge', description: 'Charge a card' }
  const scopes = ['orders/admin', 'https://pay.example.com/charge']
  const added = addEndpoints(start, [{ ...endpoint, scopes }], [charge, admin])
  expect(added.resourceServers.map(({ identifier, name }) => [identifier, name])).toEqual([
    ['orders', 'Orders API'],
    ['https://pay.example.com', 'Pay Example Com API'],
  ])
  expect(added.resourceServers[1]?.scopes).toEqual([{ name: 'charge', description: 'Charge a card' }])
  expect(parseSpec(added)).toEqual({ ok: true, spec: added })
})

test.each<[string, Spec]>([
  ['edited', { ...start, endpoints: [{ ...start.endpoints[0]!, path: '/hi' }] }],
  ['not alone', { ...start, endpoints: [start.endpoints[0]!, { ...endpoint, path: '/b' }] }],
])('it stays when it is %s', (_, spec) => {
  expect(starterOf(spec)).toBeUndefined()
  expect(addEndpoints(spec, [endpoint]).endpoints).toEqual([...spec.endpoints, endpoint])
})

test('nothing is replaced by nothing', () => {
  expect(addEndpoints(start, [])).toEqual(start)
})
