import { describe, expect, it } from 'vitest'
import { compile } from '../../lib/compile'
import { formats } from '../../lib/formats'
import { cases } from './cases'

type Leaves = ReadonlyMap<string, string>

/** Every string of a spec by its path. */
function leavesOf(value: unknown, path: readonly string[] = []): Leaves {
  if (typeof value === 'string') return new Map([[path.join('.'), value]])
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(Object.entries(value).flatMap(([key, item]) => [...leavesOf(item, [...path, key])]))
}

const valueAt = (value: unknown, path: string): unknown =>
  path.split('.').reduce((node, key) => (node as Readonly<Record<string, unknown>> | undefined)?.[key], value)

/** `clients.1.scopes.0` → `clients.*.scopes.*` */
const kindOf = (path: string) => path.replace(/(?<=^|\.)\d+(?=\.|$)/g, '*')

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** A line shows a value as a whole, with a quote or a space on both sides. */
const shows = (line: string, value: string) =>
  new RegExp(`(?<=["'\\s])${escaped(value)}(?=["'\\s]|$)`).test(line)

/** A click on a line leads to the field it was printed from, and not to that field's neighbour in the list. */
describe.each(cases)('$name', ({ spec }) => {
  it.each(formats.map(({ id }) => id))('in %s marks no item with the place of another', format => {
    const compiled = compile(spec)
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
    const leaves = leavesOf(compiled.spec)
    const { text, fields } = compiled.output(format)
    const wrong = text.split('\n').filter((line, i) => {
      const field = fields[i]
      const own = field === undefined ? undefined : leaves.get(field)
      if (field === undefined || own === undefined || line.includes(own)) return false
      return [...leaves].some(
        ([other, value]) => other !== field && kindOf(other) === kindOf(field) && shows(line, value),
      )
    })
    expect(wrong).toEqual([])
  })

  it.each(formats.map(({ id }) => id))('in %s marks lines with fields that the document has', format => {
    const compiled = compile(spec)
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
    const { spec: document, output } = compiled
    const strange = output(format).fields.filter(
      field => field !== undefined && valueAt(document, field) === undefined,
    )
    expect([...new Set(strange)]).toEqual([])
  })
})
