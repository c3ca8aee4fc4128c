import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockChanges } from '@/components/preview/block-changes'
import { createEngine, type Output } from '@/components/session/engine'
import { compile, type FormatId } from '@/lib/compile'
import { presets } from '@/lib/document/presets'
import type { Spec } from '@/lib/document/spec'
import { formats } from '@/lib/formats'

const names = ['read', 'write', 'admin']
const documents: readonly Spec[] = presets.map(({ values }) => {
  const compiled = compile(values)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  return compiled.spec
})

/** What a person does to a document: some edits are valid, some are not, and some go back to a state before. */
const edit = fc.oneof(
  fc.record({
    kind: fc.constant('service' as const),
    text: fc.constantFrom('orders', 'users', 'Not A Name', ''),
  }),
  fc.record({
    kind: fc.constant('handler' as const),
    at: fc.nat(5),
    text: fc.constantFrom('bin/a.handler', 'bin/b.c', '/'),
  }),
  fc.record({
    kind: fc.constant('path' as const),
    at: fc.nat(5),
    text: fc.constantFrom('/a', '/a/{id}', '/b', 'no'),
  }),
  fc.record({ kind: fc.constant('scope' as const), at: fc.nat(5), text: fc.constantFrom(...names) }),
  fc.record({
    kind: fc.constant('add' as const),
    at: fc.nat(5),
    text: fc.constantFrom('/new', '/new/er', '/a'),
  }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(5) }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(5) }),
  fc.record({ kind: fc.constant('replace' as const), at: fc.nat(documents.length - 1) }),
  fc.record({ kind: fc.constant('back' as const), at: fc.nat(9) }),
)
type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never

function edited(spec: Spec, one: Edit, earlier: readonly Spec[]): Spec {
  const { endpoints } = spec
  const at = 'at' in one ? one.at % Math.max(endpoints.length, 1) : 0
  const changed = (change: Partial<Spec['endpoints'][number]>): Spec => ({
    ...spec,
    endpoints: endpoints.map((endpoint, i) => (i === at ? { ...endpoint, ...change } : endpoint)),
  })
  switch (one.kind) {
    case 'service':
      return { ...spec, service: one.text }
    case 'handler':
      return changed({ handler: one.text })
    case 'path':
      return changed({ path: one.text })
    case 'scope': {
      const [server] = spec.resourceServers
      return server ? changed({ auth: 'access_token', scopes: [`${server.identifier}/${one.text}`] }) : spec
    }
    case 'add': {
      const [first] = endpoints
      return first ? { ...spec, endpoints: endpoints.toSpliced(at, 0, { ...first, path: one.text }) } : spec
    }
    case 'remove':
      return { ...spec, endpoints: endpoints.toSpliced(at, 1) }
    case 'move':
      return { ...spec, endpoints: [...endpoints.slice(at), ...endpoints.slice(0, at)] }
    case 'replace':
      return documents[one.at] ?? spec
    case 'back':
      return earlier[one.at % earlier.length] ?? spec
  }
}

test('after any edits, each format shows what the last valid document compiles to, and the editor has the same text', async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(
      fc.nat(documents.length - 1),
      fc.array(fc.tuple(edit, fc.subarray(formats.map(({ id }) => id))), { minLength: 4, maxLength: 12 }),
      async (first, edits) => {
        const engine = createEngine(() => [])
        let spec = documents[first]!
        engine.update(spec, 'document')
        await engine.load()
        let lastValid = compile(spec)
        const earlier = [spec]
        /** What an editor has: the lines of each format, edited as the code pane edits them. */
        const editors = new Map<FormatId, { blocks: Output['blocks']; readonly lines: string[] }>(
          formats.map(({ id }) => {
            const output = engine.output(id)!
            return [id, { blocks: output.blocks, lines: output.text.split('\n') }]
          }),
        )
        for (const [one, shown] of edits) {
          spec = edited(spec, one, earlier)
          earlier.push(spec)
          engine.update(spec, 'document')
          const compiled = compile(spec)
          if (compiled.ok) lastValid = compiled
          if (!lastValid.ok) throw new Error('the first document is valid')
          // Not every format is shown after every edit: a cache may be several states behind.
          for (const id of shown) {
            const fresh = lastValid.output(id)
            const output = engine.output(id)!
            const editor = editors.get(id)!
            for (const { oldLine, removed, inserted } of [
              ...blockChanges(editor.blocks, output.blocks),
            ].reverse())
              editor.lines.splice(oldLine - 1, removed, ...inserted)
            editor.blocks = output.blocks
            expect(editor.lines.join('\n'), id).toBe(fresh.text)
            expect(output.text, id).toBe(fresh.text)
            expect(output.fields, id).toEqual(fresh.fields)
            compared++
          }
          expect(engine.get().valid?.findings()).toEqual(lastValid.findings())
        }
      },
    ),
    { seed: 20, numRuns: 60 },
  )
  expect(compared).toBeGreaterThan(1000)
})
