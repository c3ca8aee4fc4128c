import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Compilation, compile, type FormatId, type Output } from '@/lib/compile'
import { example } from '@/lib/document/example'
import { presets } from '@/lib/document/presets'
import type { Spec } from '@/lib/document/spec'
import { formats } from '@/lib/formats'
import { createPrintCache } from '@/lib/text/print-cache'
import { allEditNames, editsOf, knownValues, someEdit } from './schema-edits'

const CASES = new URL('../../cases/', import.meta.url)

const bases: readonly (readonly [name: string, spec: Spec])[] = [
  ...presets.map(({ id, values }): [string, unknown] => [id, values]),
  ...readdirSync(CASES).map((name): [string, unknown] => [
    name,
    JSON.parse(readFileSync(new URL(`${name}/spec.json`, CASES), 'utf8')),
  ]),
].map(([name, document]) => [name, compiled(document).spec])

function compiled(document: unknown): Compilation {
  const result = compile(document)
  if (!result.ok) throw new Error(result.errors.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  return result
}

const known = knownValues(bases.map(([, spec]) => spec))
const ids: readonly FormatId[] = formats.map(({ id }) => id)

const edited = new Set<string>()

it.each(bases)('%s: after every edit of a field, cached output is the same as new output', (_, spec) => {
  const base = compiled(spec)
  const views = ids.map(id => ({ show: liveView(id), id, first: base.output(id) }))
  for (const { show, first } of views) expect(show(base, first)).toBe('same')
  for (const { name, compiled: after } of editsOf(spec, known)) {
    edited.add(name)
    for (const { show, id, first } of views) {
      expect(show(after, after.output(id)), name).toBe('same')
      // The edit back must not bring out-of-date text either.
      expect(show(base, first), `back from ${name}`).toBe('same')
    }
  }
})

it('has edited every field of the schema in every way', () => {
  expect([...edited].sort()).toEqual(allEditNames())
})

it('cached output is the same as new output after any sequence of edits', () => {
  let compared = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...bases.map(([, spec]) => spec)),
      fc.array(fc.nat({ max: 10_000 }), { minLength: 5, maxLength: 15 }),
      (base, choices) => {
        const views = ids.map(id => ({ show: liveView(id), id }))
        let spec = base
        for (const choice of choices) {
          const edit = someEdit(spec, known, choice)
          if (!edit) continue
          const { name, compiled: after } = edit
          for (const { show, id } of views) expect(show(after, after.output(id)), name).toBe('same')
          spec = after.spec
          compared++
        }
      },
    ),
    { seed: 4, numRuns: 25 },
  )
  expect(compared).toBeGreaterThan(100)
})

/** Shows one spec after the other with one cache, and compares text and fields with those printed without a cache. */
function liveView(id: FormatId): (shown: Compilation, fresh: Output) => string {
  const cache = createPrintCache()
  return (shown, fresh) => {
    cache.nextFrame()
    return difference(shown.output(id, cache), fresh)
  }
}

function difference(cached: Output, fresh: Output): string {
  const line = (output: Output) => output.text.split('\n').map((text, i) => `${text} (${output.fields[i]})`)
  if (cached.text === fresh.text && cached.fields.join() === fresh.fields.join()) return 'same'
  const [old, now] = [line(cached), line(fresh)]
  const place = now.findIndex((text, i) => text !== old[i])
  return `line ${place + 1} is ${old[place]}, not ${now[place]}`
}

const large = (type: 'rest' | 'http', change: object = {}) => {
  const { endpoints, ...spec } = example
  const [first] = endpoints
  return {
    ...spec,
    api: { ...spec.api, type, cors: { allowOrigins: ['https://a.example', 'https://b.example'] } },
    endpoints: Array.from({ length: 50 }, (_, i) => ({
      ...first,
      path: `/area${i % 5}/things${i}`,
      handler: `bin/things${i}.handler`,
      ...(i === 20 && change),
    })),
  }
}

const changes = [
  { path: '/other' },
  { method: 'ANY' },
  { handler: 'bin/other.handler' },
  { auth: 'id_token', scopes: [] },
  { scopes: ['openid'] },
]

describe.each(ids)('%s with 50 endpoints', id => {
  it.each((['rest', 'http'] as const).flatMap(type => changes.map(change => [type, change] as const)))(
    'prints at most 8 blocks of a %s API after the edit %j of one endpoint',
    (type, change) => {
      const cache = createPrintCache()
      const count = (document: unknown): number => {
        let printed = 0
        cache.nextFrame()
        compiled(document).output(id, {
          print: block =>
            cache.print({
              ...block,
              lines() {
                printed++
                return block.lines()
              },
            }),
        })
        return printed
      }
      expect(count(large(type))).toBeGreaterThan(50)
      const again = count(large(type, change))
      expect(again).toBeGreaterThan(0)
      expect(again).toBeLessThanOrEqual(8)
    },
  )
})
