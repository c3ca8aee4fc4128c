import { expect, test } from 'vitest'
import { boundResourcesOf, resourcesOf } from '../../../lib/document/resources'

const servers = [
  { identifier: 'orders', scopes: ['read'] },
  { identifier: 'https://mcp.example', scopes: [] },
]

test('a token can be bound to every resource server and every additional audience, each named once', () => {
  const api = { additionalAudiences: ['https://mcp.example', 'https://other.example'] }
  const all = ['orders', 'https://mcp.example', 'https://other.example']
  expect(resourcesOf({ resourceServers: servers, api })).toEqual(all)
  expect(resourcesOf({ resourceServers: servers, api: {} })).toEqual(all.slice(0, 2))
  expect(boundResourcesOf({ resourceServers: servers, api })).toEqual(all.slice(1))
})
