import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Compilation, compile, createCompiler, type FormatId, type Output } from '@/lib/compile'
import { example } from '@/lib/document/example'
import { presets } from '@/lib/document/presets'
import type { Spec } from '@/lib/document/spec'
import { formats } from '@/lib/formats'
import { expectSame } from '../../expect-same'
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

/**
 * Documents whose fields are edited, each edit in the first three that it fits of each kind of API and pool. In this order it
 * meets nearly all texts that the formats print for it: of 1,449 pairs of an edit and a function that prints other lines after it,
 * 1,445. Every edit of all 13 documents, half as many again, meets the other four. Random edits start from all documents.
 */
const WALKED = [
  'iam-rest-cors',
  'iam-http-audiences',
  'lite-classic-login',
  'existing-pool-http',
  'hostile-strings',
  'sign-in-fields',
  'existing-pool',
  'rest-cors-several-origins',
  'several-servers',
  'sign-in-fields-http',
  'http-cors',
  'example',
  'machine-to-machine',
]
const walked = WALKED.map(name => [name, bases.find(base => base[0] === name)![1]] as const)
const OF_A_KIND = 3

const walkedBy = new Map<string, Set<Spec>>()

/** The documents of the kind of `spec` in which an edit was made. */
function documentsOf(edit: string, { api, userPool }: Spec): Set<Spec> {
  const key = `${api.type} ${userPool.source} ${edit}`
  const documents = walkedBy.get(key) ?? new Set()
  walkedBy.set(key, documents)
  return documents
}

function isWanted(edit: string, spec: Spec): boolean {
  const documents = documentsOf(edit, spec)
  return documents.has(spec) || documents.size < OF_A_KIND
}

const known = knownValues(bases.map(([, spec]) => spec))
const ids: readonly FormatId[] = formats.map(({ id }) => id)

const edited = new Set<string>()

it.each(walked)('%s: after an edit of a field, cached output is the same as new output', (_, spec) => {
  const base = compiled(spec)
  const differenceTo = liveView()
  expect(differenceTo(base)).toBe('same')
  const documents = new Set<string>()
  for (const { name, compiled: after } of editsOf(spec, known, isWanted)) {
    documentsOf(name, spec).add(spec)
    edited.add(name)
    // Some edits lead to the same document: a scope is set as its example says, or as another document has it.
    const document = JSON.stringify(after.spec)
    if (documents.has(document)) continue
    documents.add(document)
    expectSame(differenceTo(after), 'same', name)
    // The edit back must not bring out-of-date text either.
    expectSame(differenceTo(base), 'same', `back from ${name}`)
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
        const differenceTo = liveView()
        let spec = base
        for (const choice of choices) {
          const edit = someEdit(spec, known, choice)
          if (!edit) continue
          const { name, compiled: after } = edit
          expect(differenceTo(after), name).toBe('same')
          spec = after.spec
          compared++
        }
      },
    ),
    { seed: 4, numRuns: 25 },
  )
  expect(compared).toBeGreaterThan(100)
})

/** Compiles one spec after the other as the page does, and compares all texts and fields with those of a fresh compilation. */
function liveView(): (fresh: Compilation) => string {
  const compileNext = createCompiler()
  return fresh => {
    const live = compileNext(fresh.spec)
    if (!live.ok) throw new Error(JSON.stringify(live.errors))
    const found = ids.map(id => difference(live.output(id), fresh.output(id)))
    return found.find(one => one !== 'same') ?? 'same'
  }
}

function difference(cached: Output, fresh: Output): string {
  const line = (output: Output) => output.text.split('\n').map((text, i) => `${text} (${output.fields[i]})`)
  const { lineCount, byteLength } = cached
  expectSame(lineCount, fresh.fields.length, 'the number of lines')
  expectSame(byteLength, Buffer.byteLength(fresh.text), 'the number of bytes')
  const sameFields =
    cached.fields.length === fresh.fields.length &&
    cached.fields.every((field, i) => field === fresh.fields[i])
  if (cached.text === fresh.text && sameFields) return 'same'
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
      const compileNext = createCompiler()
      let before: ReadonlySet<unknown> = new Set()
      /** The number of blocks that the text before did not have: an unchanged block is the same object. */
      const count = (document: unknown): number => {
        const live = compileNext(document)
        if (!live.ok) throw new Error(JSON.stringify(live.errors))
        const { blocks } = live.output(id)
        const printed = blocks.filter(block => !before.has(block)).length
        before = new Set(blocks)
        return printed
      }
      expect(count(large(type))).toBeGreaterThan(50)
      const again = count(large(type, change))
      expect(again).toBeGreaterThan(0)
      expect(again).toBeLessThanOrEqual(8)
    },
  )
})
