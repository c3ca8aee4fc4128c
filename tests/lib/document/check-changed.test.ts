import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LastValid } from '@/lib/document/check-changed'
import { example } from '@/lib/document/example'
import { readSpec } from '@/lib/document/parse'

const [endpoint] = example.endpoints
const [client] = example.clients

const first = {
  ...example,
  endpoints: ['/a', '/b', '/c', '/d'].map((path, i) => ({ ...endpoint, path, handler: `src/h${i}.handler` })),
  clients: ['web', 'ios', 'job'].map(name => ({ ...client, name })),
}
type Document = { readonly [Key in keyof typeof first]: unknown }

/** Values that are right for some field, and wrong for others. */
const value = fc.constantFrom<unknown>(
  '/x',
  'web',
  'GET',
  'src/h1.handler',
  '',
  'no path',
  5,
  null,
  undefined,
  ['com.example.api/read'],
  'http',
  'existing',
  'LITE',
  { allowOrigins: ['https://example.com'] },
  { version: 'V2_0', handler: 'src/H1.handler' },
)
const list = fc.constantFrom('endpoints' as const, 'clients' as const, 'resourceServers' as const)

const edit: fc.Arbitrary<(document: Document) => Document> = fc.oneof(
  fc
    .tuple(list, fc.nat(4), fc.constantFrom('path', 'handler', 'name', 'scopes', 'method', 'typo'), value)
    .map(
      ([key, at, field, one]) =>
        (document: Document) =>
          withList(document, key, items =>
            items.map((item, i) => (i === at ? { ...Object(item), [field]: one } : item)),
          ),
    ),
  fc.tuple(list, fc.nat(4)).map(
    ([key, at]) =>
      (document: Document) =>
        withList(document, key, items => items.toSpliced(at, 1)),
  ),
  fc.tuple(list, fc.nat(4)).map(
    ([key, at]) =>
      (document: Document) =>
        withList(document, key, items => [...items.slice(at), ...items.slice(0, at)]),
  ),
  fc.tuple(list, value).map(([key, one]) => (document: Document) => ({ ...document, [key]: one })),
  fc
    .tuple(
      fc.constantFrom('api' as const, 'userPool' as const),
      fc.constantFrom('type', 'cors', 'source', 'tier', 'preTokenGeneration', 'userPoolId'),
      value,
    )
    .map(([part, field, one]) => (document: Document) => ({
      ...document,
      [part]: { ...Object(document[part]), [field]: one },
    })),
  fc
    .tuple(fc.constantFrom('service', 'stage', 'region', 'acknowledged', 'typo'), value)
    .map(([key, one]) => (document: Document) => ({
      ...document,
      [key]: one,
    })),
)

const withList = (
  document: Document,
  key: keyof Document,
  change: (items: readonly unknown[]) => readonly unknown[],
): Document => {
  const items = document[key]
  return Array.isArray(items) ? { ...document, [key]: change(items) } : document
}

test('after any edit, a document that shares objects with a valid one is read as if it shared none', () => {
  let valid = 0
  let faulty = 0
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), edits => {
      let last: LastValid | undefined
      let document: Document = first
      for (const change of [(one: Document) => one, ...edits]) {
        const next = change(document)
        const read = readSpec(next, last)
        expect(read).toEqual(readSpec(structuredClone(next)))
        if (read.ok) {
          valid++
          last = { document: next, spec: read.spec }
          document = next
        } else faulty++
      }
    }),
    { seed: 13, numRuns: 400 },
  )
  expect(valid).toBeGreaterThan(500)
  expect(faulty).toBeGreaterThan(300)
})

test('items that are shared with the valid document are not read again', () => {
  const before = readSpec(first)
  if (!before.ok) throw new Error('the first document is valid')
  const endpoints = first.endpoints.map((one, i) => (i === 2 ? { ...one, path: '/other' } : one))
  const after = readSpec({ ...first, endpoints }, { document: first, spec: before.spec })
  if (!after.ok) throw new Error('the second document is valid')
  expect(after.spec.endpoints.map((one, i) => one === before.spec.endpoints[i])).toEqual([
    true,
    true,
    false,
    true,
  ])
  expect(after.spec.clients).toBe(before.spec.clients)
})
