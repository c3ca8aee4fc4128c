import { type Intrinsic, isIntrinsic, isMapping, isNoted, type Mapping, type Value } from '../template/value'
import { comment, indent, type Line, traced } from './line'
import { scalar } from './scalar'

/** How one format writes an intrinsic behind `Key: `, on one line: `!Ref UserPool`. */
export type Spelling = (intrinsic: Intrinsic) => string

/**
 * A mapping as block-style YAML, with its comments and field marks. js-yaml prints no comments and gives no
 * positions, so it only spells the scalars. No anchors: CloudFormation refuses them.
 */
export const yaml = (mapping: Mapping, spelling: Spelling): Line[] =>
  Object.entries(mapping).flatMap(([key, value]) =>
    value === undefined ? [] : entry(`${scalar(key)}:`, value, spelling, false),
  )

/** `head` is what stands before the value on its line: `Key:` or `-`. */
function entry(head: string, value: Value, spelling: Spelling, quoted: boolean): Line[] {
  if (isNoted(value)) {
    const { field, comment: why, quoted: inQuotes = quoted } = value.note
    return traced(field, [...comment('#', why), ...entry(head, value.value, spelling, inQuotes)])
  }
  const children = Array.isArray(value)
    ? value.flatMap(item => entry('-', item, spelling, quoted))
    : isMapping(value)
      ? yaml(value, spelling)
      : []
  if (children.length > 0) return head === '-' ? bullet(children) : [{ text: head }, ...indent(children)]
  if (typeof value === 'string' && !quoted && LITERAL.test(value)) return literal(head, value)
  return [{ text: `${head} ${leaf(value, spelling, quoted)}` }]
}

/** Printable ASCII lines, the first neither indented nor empty, none with a space at its end, and one line break last. */
const LITERAL = /^(?![ \n])(?:(?:[\x20-\x7e]*[\x21-\x7e])?\n)+(?<!\n\n)$/

/** Source code reads best as it is. The spec refuses line breaks, so only texts of our own come here. */
const literal = (head: string, value: string): Line[] => [
  { text: `${head} |` },
  ...indent(
    value
      .slice(0, -1)
      .split('\n')
      .map(text => ({ text })),
  ),
]

/** Puts the dash on the first line that is not a comment. */
function bullet(lines: readonly Line[]): Line[] {
  const first = lines.findIndex(line => !line.text.startsWith('#'))
  return [
    ...lines.slice(0, first),
    ...indent(lines.slice(first, first + 1), '- '),
    ...indent(lines.slice(first + 1)),
  ]
}

function leaf(value: Value, spelling: Spelling, quoted: boolean): string {
  if (typeof value === 'string') return scalar(value, quoted)
  if (typeof value !== 'object') return String(value)
  if (isIntrinsic(value)) return spelling(value)
  return Array.isArray(value) ? '[]' : '{}'
}
