import { child, type FieldPath } from '../../document/field-path'
import { quote } from '../../text/code'
import { indent, type Line } from '../../text/line'

/** Statements of the constructor, after an empty line unless `spaced` is false. */
export const paragraph = (lines: readonly Line[], spaced = true): Line[] => [
  ...(spaced ? [{ text: '' }] : []),
  ...indent(lines, '    '),
]

/** One line that one field produced, as lines for a hole of `code`. */
export const at = (field: FieldPath, text: string): Line[] => [{ text, field }]

const MAX_INLINE = 90

/** An array property, with a line for each item if the items have fields of their own; nothing if it is empty. */
export function list(name: string, field: FieldPath, items: readonly Line[]): Line[] {
  const inline = `${name}: [${items.map(({ text }) => text).join(', ')}],`
  if (items.length === 0) return []
  if (items.length === 1) return at(items[0]?.field ?? field, inline)
  if (inline.length < MAX_INLINE && items.every(item => item.field === undefined)) return at(field, inline)
  return [
    { text: `${name}: [`, field },
    ...items.map(item => ({ text: `  ${item.text},`, field: item.field ?? field })),
    { text: '],', field },
  ]
}

/** An array property of strings, whose items have the fields `field.0`, `field.1`, …; nothing if it is empty. */
export const stringList = (name: string, field: FieldPath, values: readonly string[]): Line[] =>
  expressionList(name, field, values.map(quote))

/** The same with an expression for each item. */
export const expressionList = (name: string, field: FieldPath, expressions: readonly string[]): Line[] =>
  list(
    name,
    field,
    expressions.map((text, i) => ({ text, field: child(field, i) })),
  )
