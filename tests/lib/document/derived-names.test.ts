import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derivedFields, derivedNames } from '../../../lib/document/derived-names'
import { renameService } from '../../../lib/document/edit/rename-service'
import { example } from '../../../lib/document/example'
import { parseSpec } from '../../../lib/document/parse'
import { blank } from '../../../lib/document/presets/blank'
import { newApi } from '../../../lib/document/presets/new-api'
import type { Spec } from '../../../lib/document/spec'

const start = newApi.values

test.each([
  ['orders', 'orders-users', 'orders', 'orders', 'Orders API', 'orders'],
  ['orders-api', 'orders-users', 'orders-api', 'orders-api', 'Orders API', 'orders-api'],
  [
    'billing-service',
    'billing-users',
    'billing-service',
    'billing-service',
    'Billing Service API',
    'billing-service',
  ],
  ['Order Desk_2', 'order-desk-2-users', 'order-desk-2', 'order-desk-2', 'Order Desk 2 API', 'order-desk-2'],
  ['orders-', 'orders-users', 'orders', 'orders', 'Orders API', 'orders'],
  ['my-aws-shop', 'my-aws-shop-users', 'my-shop', 'my-aws-shop', 'My Aws Shop API', 'my-aws-shop'],
  ['', '', '', '', '', ''],
])('%j gives the names that go with it', (service, pool, prefix, identifier, server, api) => {
  expect(Object.values(derivedNames(service))).toEqual([pool, prefix, identifier, server, api])
})

describe('a new service name', () => {
  test('reaches every name and scope of a new API, and stays valid', () => {
    const renamed = renameService(start, 'orders')
    expect(JSON.stringify(renamed)).not.toMatch(/my-api|My API|my-users/)
    expect(renamed.clients[0]?.scopes).toEqual(['openid', 'email', 'orders/read', 'orders/write'])
    expect(renamed.endpoints[0]?.scopes).toEqual(['orders/read'])
    expect(parseSpec(renamed)).toEqual({ ok: true, spec: renamed })
  })

  test('leads back to the same document when it is typed back, letter by letter', () => {
    const letters = ['my-ap', 'my-a', 'my-', 'm', '', 'o', 'or', 'orders', 'my-api']
    const back = letters.reduce((spec, name) => renameService(spec, name, start), start)
    expect(back).toEqual(start)
  })

  test.each<[string, (spec: Spec) => Spec]>([
    [
      'user pool name',
      spec => ({ ...spec, userPool: { ...spec.userPool, name: 'people' } as Spec['userPool'] }),
    ],
    [
      'domain prefix',
      spec => ({ ...spec, userPool: { ...spec.userPool, domainPrefix: 'login' } as Spec['userPool'] }),
    ],
    ['API name', spec => ({ ...spec, api: { ...spec.api, name: 'gateway' } })],
    [
      'identifier',
      spec => ({ ...spec, resourceServers: [{ ...spec.resourceServers[0]!, identifier: 'https://api' }] }),
    ],
    ['server name', spec => ({ ...spec, resourceServers: [{ ...spec.resourceServers[0]!, name: 'Mine' }] })],
  ])('leaves an edited %s alone, and changes the others', (_, edit) => {
    const edited = edit(start)
    const kept = derivedFields(start).filter(field => !derivedFields(edited).includes(field))
    expect(kept).toHaveLength(1)
    const renamed = renameService(edited, 'orders')
    expect(derivedFields(renamed)).toEqual(derivedFields(edited))
    expect(renameService(renamed, 'my-api')).toEqual(edited)
  })

  test('does not catch an edited name that it equals on the way', () => {
    const edited = { ...start, service: 'orders-x', api: { ...start.api, name: 'orders' } }
    const onTheWay = renameService(edited, 'orders', edited)
    const done = renameService(onTheWay, 'shop', edited)
    expect(done.api.name).toBe('orders')
  })

  test('fills an empty form', () => {
    const named = renameService(blank.values, 'orders')
    expect(derivedFields(named)).toHaveLength(5)
    expect(named.userPool).toMatchObject({ name: 'orders-users', domainPrefix: 'orders' })
  })

  test('changes nothing else of the example, whose own names are not derived', () => {
    const { service, resourceServers, userPool, api, ...rest } = renameService(example, 'orders')
    const { service: _, resourceServers: servers, userPool: pool, api: __, ...before } = example
    expect(rest).toEqual(before)
    expect(service).toBe('orders')
    expect(api.name).toBe('orders')
    expect(resourceServers[0]).toMatchObject({ identifier: servers[0]!.identifier, name: 'Orders API' })
    expect(userPool).toEqual({ ...pool, name: 'orders-users' })
  })

  test('keeps an existing user pool as it is', () => {
    const existing: Spec = {
      ...start,
      userPool: { source: 'existing', userPoolId: 'us-east-1_AbCdEf123', managedLogin: false },
    }
    expect(renameService(existing, 'orders').userPool).toEqual(existing.userPool)
  })

  test('of any text gives derived names again', () => {
    fc.assert(
      fc.property(fc.string(), name => {
        expect(derivedFields(renameService(start, name))).toHaveLength(5)
      }),
      { numRuns: 300, seed: 13 },
    )
  })
})
