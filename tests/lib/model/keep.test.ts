import { describe, expect, it } from 'vitest'
import type { LastValid } from '@/lib/document/check-changed'
import { example } from '@/lib/document/example'
import { readSpec } from '@/lib/document/parse'
import type { LastModel } from '@/lib/model/nodes'
import { toModel } from '@/lib/model/to-model'

/** A document with its spec and its model, made with those of `last`. */
function read(document: unknown, last?: LastValid & LastModel) {
  const parsed = readSpec(document, last)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  const { spec } = parsed
  return { document, spec, model: toModel(spec, last) }
}

const document = {
  ...example,
  endpoints: ['/a/one', '/a/two', '/b'].map((path, i) => ({
    ...example.endpoints[0],
    path,
    handler: `bin/handler${i}.run`,
  })),
}
const first = read(document)
const before = first.model

const modelOf = (document: unknown) => read(document, first).model

/** Places of the nodes that are not those of the model before. */
const fresh = (was: readonly object[], now: readonly object[]) =>
  now.flatMap((node, i) => (node === was[i] ? [] : [i]))

describe('a model made after another', () => {
  it('has the same nodes for the same document', () => {
    const after = modelOf(structuredClone(document))
    expect(after.resourceServers).toBe(before.resourceServers)
    expect(fresh(before.clients, after.clients)).toEqual([])
    expect(fresh(before.api.paths, after.api.paths)).toEqual([])
    expect(fresh(before.functions, after.functions)).toEqual([])
    expect(fresh(before.endpoints, after.endpoints)).toEqual([])
  })

  it('has other nodes only where the document has other values', () => {
    const [first, second, third] = document.endpoints
    const after = modelOf({ ...document, endpoints: [first, { ...second, path: '/a/other' }, third] })
    expect(after.endpoints.map(({ path }) => path)).toEqual(['/a/one', '/a/other', '/b'])
    expect(fresh(before.endpoints, after.endpoints)).toEqual([1])
    expect(fresh(before.api.paths, after.api.paths)).toEqual([2])
    expect(fresh(before.functions, after.functions)).toEqual([])
  })

  it('has no node that refers to one of the model before', () => {
    const [server] = document.resourceServers
    const scopes = server?.scopes.map(scope => ({ ...scope, description: 'Another' }))
    const after = modelOf({ ...document, resourceServers: [{ ...server, scopes }] })
    const custom = after.endpoints.flatMap(endpoint => endpoint.scopes).flatMap(({ scope }) => scope ?? [])
    expect(custom.length).toBeGreaterThan(0)
    for (const scope of custom) {
      expect(scope.description).toBe('Another')
      expect(after.resourceServers[0]?.scopes).toContain(scope)
      expect(scope.serverId).toBe(after.resourceServers[0]?.id)
    }
  })

  const { userPool, api } = document
  const [server] = document.resourceServers
  const renamedServer = { resourceServers: [{ ...server, name: 'Another' }] }
  const [client] = document.clients
  const calledBackElsewhere = {
    ...client,
    callbackUrls: [...client!.callbackUrls, 'https://other.example.com/'],
  }
  const withoutCustomScopes = {
    ...document,
    clients: [{ ...client, scopes: ['openid'] }],
    endpoints: [{ method: 'GET', path: '/open', auth: 'none', handler: 'src/open.handler' }],
  }
  const trigger = { version: 'V2_0', handler: 'src/token.handler' }
  const withTrigger = { ...document, userPool: { ...userPool, preTokenGeneration: trigger } }
  it.each<readonly [name: string, from: object, to: object]>([
    ['a service', document, { service: 'another' }],
    ['a Region', document, { region: 'eu-west-1' }],
    ['a stage', document, { stage: 'prod' }],
    ['an API name', document, { api: { ...api, name: 'another' } }],
    ['the type of the API', document, { api: { ...api, type: 'http' } }],
    ['a new trigger', document, { userPool: withTrigger.userPool }],
    ['no trigger any more', withTrigger, { userPool }],
    [
      'a handler of the trigger',
      withTrigger,
      { userPool: { ...userPool, preTokenGeneration: { ...trigger, handler: 'src/other.run' } } },
    ],
    [
      'a version of the trigger',
      withTrigger,
      { userPool: { ...userPool, preTokenGeneration: { ...trigger, version: 'V3_0' } } },
    ],
    [
      'an existing pool',
      withTrigger,
      { userPool: { source: 'existing', userPoolId: `${document.region}_abcdefghi` } },
    ],
    ['a display name of a server', document, renamedServer],
    [
      'an identifier of a server',
      withoutCustomScopes,
      { resourceServers: [{ ...server, identifier: 'new' }] },
    ],
    [
      'an identifier of a server that gives the same id',
      { ...withoutCustomScopes, resourceServers: [{ ...server, identifier: 'orders-v2' }] },
      { resourceServers: [{ ...server, identifier: 'orders.v2' }] },
    ],
    ['a callback of a client', document, { clients: [calledBackElsewhere] }],
    ['a client', document, { clients: [{ ...document.clients[0], name: 'another' }] }],
    [
      'one of two scopes of a client',
      { ...document, clients: [{ ...client, scopes: ['openid', 'email'] }] },
      { clients: [{ ...client, scopes: ['openid', 'phone'] }] },
    ],
    ['fewer endpoints', document, { endpoints: document.endpoints.slice(1) }],
  ])('with %s is the model that the document has by itself', (_, from, to) => {
    const last = read(from)
    const changed = { ...from, ...to }
    expect(read(changed, last).model).toEqual(read(structuredClone(changed)).model)
    expect(read(changed, last).model).not.toEqual(last.model)
  })

  it('has the nodes of the model before when only other parts of the document change', () => {
    const after = modelOf({ ...document, service: 'another' })
    expect(after.endpoints).toBe(before.endpoints)
    expect(after.clients).toBe(before.clients)
    expect(after.functions).toBe(before.functions)
    expect(after.api.paths).toBe(before.api.paths)
  })

  it.each([
    ['the display name of a server', renamedServer],
    ['a callback of a client', { clients: [calledBackElsewhere] }],
  ])('has the endpoints of the model before when only %s changes', (_, change) => {
    const after = modelOf({ ...document, ...change })
    expect(after.endpoints).toBe(before.endpoints)
    expect(after.functions).toBe(before.functions)
    expect(after.api.paths).toBe(before.api.paths)
    expect(after.resourceServers.flatMap(({ scopes }) => scopes)).toEqual(
      before.resourceServers.flatMap(({ scopes }) => scopes),
    )
  })
})
