import type { FieldPath } from '../../document/field-path'
import { keyOf } from '../../template/key'
import { indent, type Line } from '../../text/line'

/** A part of the file that is printed again only when something of its key has changed. */
export interface Chunk {
  readonly key: string
  readonly lines: () => readonly Line[]
}

type KeyPart = string | boolean | undefined | readonly string[]

/** A paragraph of the constructor. */
export const paragraph = (key: readonly KeyPart[], lines: () => readonly Line[]): Chunk => ({
  key: keyOf(...key),
  lines: () => [{ text: '' }, ...indent(lines(), '    ')],
})

/** Paragraphs as one, with no empty line between. */
export const together = (chunks: readonly Chunk[]): Chunk => ({
  key: chunks.map(({ key }) => key).join('\n'),
  lines: () => chunks.flatMap(({ lines }, i) => (i === 0 ? lines() : lines().slice(1))),
})

/** One property, or any other line, that one field is behind. */
export const at = (field: FieldPath, text: string): Line[] => [{ text, field }]

const SHORT = 90

/** An array property, with a line for each item that has a field of its own; nothing when it is empty. */
export function list(name: string, field: FieldPath, items: readonly Line[]): Line[] {
  const inline = `${name}: [${items.map(({ text }) => text).join(', ')}],`
  if (items.length === 0) return []
  if (items.length === 1) return at(items[0]?.field ?? field, inline)
  if (inline.length < SHORT && items.every(item => item.field === undefined)) return at(field, inline)
  return [
    { text: `${name}: [`, field },
    ...items.map(item => ({ text: `  ${item.text},`, field: item.field ?? field })),
    { text: '],', field },
  ]
}
