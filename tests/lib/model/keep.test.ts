import { describe, expect, it } from 'vitest'
import { example } from '@/lib/document/example'
import { parseSpec } from '@/lib/document/parse'
import type { Model } from '@/lib/model/model'
import { toModel } from '@/lib/model/to-model'

function modelOf(document: unknown, before?: Model): Model {
  const parsed = parseSpec(document)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return toModel(parsed.spec, before)
}

const document = {
  ...example,
  endpoints: ['/a/one', '/a/two', '/b'].map((path, i) => ({
    ...example.endpoints[0],
    path,
    handler: `bin/handler${i}.run`,
  })),
}
const before = modelOf(document)

/** Places of the nodes that are not those of the model before. */
const fresh = (was: readonly object[], now: readonly object[]) =>
  now.flatMap((node, i) => (node === was[i] ? [] : [i]))

describe('a model made after another', () => {
  it('has the same nodes for the same document', () => {
    const after = modelOf(structuredClone(document), before)
    expect(after.resourceServers).toBe(before.resourceServers)
    expect(fresh(before.clients, after.clients)).toEqual([])
    expect(fresh(before.api.paths, after.api.paths)).toEqual([])
    expect(fresh(before.functions, after.functions)).toEqual([])
    expect(fresh(before.endpoints, after.endpoints)).toEqual([])
  })

  it('has other nodes only where the document has other values', () => {
    const [first, second, third] = document.endpoints
    const after = modelOf({ ...document, endpoints: [first, { ...second, path: '/a/other' }, third] }, before)
    expect(after.endpoints.map(({ path }) => path)).toEqual(['/a/one', '/a/other', '/b'])
    expect(fresh(before.endpoints, after.endpoints)).toEqual([1])
    expect(fresh(before.api.paths, after.api.paths)).toEqual([2])
    expect(fresh(before.functions, after.functions)).toEqual([])
  })

  it('has no node that refers to one of the model before', () => {
    const [server] = document.resourceServers
    const scopes = server?.scopes.map(scope => ({ ...scope, description: 'Another' }))
    const after = modelOf({ ...document, resourceServers: [{ ...server, scopes }] }, before)
    const custom = after.endpoints.flatMap(endpoint => endpoint.scopes).flatMap(({ scope }) => scope ?? [])
    expect(custom.length).toBeGreaterThan(0)
    for (const scope of custom) {
      expect(scope.description).toBe('Another')
      expect(scope.resourceServer).toBe(after.resourceServers[0])
      expect(scope.resourceServer.scopes).toContain(scope)
    }
  })
})
