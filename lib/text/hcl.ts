import type { FieldPath } from '../document/field-path'
import { comment as commentLines, indent, type Line, withField } from './line'

/** What a block contains. An expression of several lines starts on the line of its name. */
export type HclEntry =
  | {
      readonly kind: 'attribute'
      readonly name: string
      readonly value: string | readonly Line[]
      readonly field?: FieldPath
    }
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'block'; readonly lines: readonly Line[] }

/** `name = value`, produced by `field`. */
export const attribute = (name: string, value: string | readonly Line[], field?: FieldPath): HclEntry => ({
  kind: 'attribute',
  name,
  value,
  ...(field !== undefined && { field }),
})

/** A comment, which ends a run of aligned attributes. */
export const note = (text: string, field?: FieldPath): HclEntry => ({
  kind: 'lines',
  lines: withField(field, commentLines('#', text)),
})

/** An empty line. */
export const gap: HclEntry = { kind: 'lines', lines: [{ text: '' }] }

/** A block within a block, with an empty line before it. */
export const nested = (
  head: string,
  entries: readonly (HclEntry | undefined)[],
  field?: FieldPath,
): HclEntry => ({
  kind: 'block',
  lines: withField(field, hclBlock(head, entries)),
})

/**
 * A block as `terraform fmt` writes it: attributes on neighbouring lines have their equals signs in one column. A value
 * of several lines, a comment, an empty line or a block ends such a run.
 */
export function hclBlock(head: string, entries: readonly (HclEntry | undefined)[]): Line[] {
  const body = hclBody(entries)
  return body.length === 0
    ? [{ text: `${head} {}` }]
    : [{ text: `${head} {` }, ...indent(body), { text: '}' }]
}

/** What is between the braces of a block or of an object. */
export function hclBody(entries: readonly (HclEntry | undefined)[]): Line[] {
  const lines: Line[] = []
  let run: { readonly name: string; readonly value: string; readonly field: FieldPath | undefined }[] = []
  const flush = () => {
    const width = Math.max(0, ...run.map(({ name }) => name.length))
    for (const { name, value, field } of run)
      lines.push({
        text: `${name.padEnd(width)} = ${value}`,
        ...(field !== undefined && { field }),
      })
    run = []
  }
  let afterBlock = false
  for (const entry of entries) {
    if (!entry) continue
    if (entry.kind === 'attribute' && typeof entry.value === 'string') {
      if (afterBlock) lines.push({ text: '' })
      run.push({ name: entry.name, value: entry.value, field: entry.field })
      afterBlock = false
      continue
    }
    flush()
    if (entry.kind === 'block') {
      if (lines.length > 0 && !endsInComment(lines)) lines.push({ text: '' })
      lines.push(...entry.lines)
      afterBlock = true
    } else {
      if (afterBlock) lines.push({ text: '' })
      lines.push(...(entry.kind === 'lines' ? entry.lines : spread(entry.name, entry.value, entry.field)))
      afterBlock = false
    }
  }
  flush()
  return lines
}

const endsInComment = (lines: readonly Line[]): boolean => lines.at(-1)?.text.startsWith('#') ?? false

function spread(name: string, value: string | readonly Line[], field: FieldPath | undefined): Line[] {
  const [first, ...rest] = typeof value === 'string' ? [{ text: value }] : value
  return withField(field, [{ ...first, text: `${name} = ${first!.text}` }, ...rest])
}

/** A list: on one line when it is short enough to be read there, otherwise a line for each item. */
export function hclList(items: readonly Line[], inline = items.length === 1): string | readonly Line[] {
  if (inline) return `[${items.map(({ text }) => text).join(', ')}]`
  return [{ text: '[' }, ...items.map(item => ({ ...item, text: `  ${item.text},` })), { text: ']' }]
}

/** Line breaks to other readers, the byte order mark, and characters that change the order in which a line is shown. */
const UNSAFE = /[\u0085\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** Text that is the same in quotes. */
const PLAIN = /^[\w .,:;/+=@{}()*&#!?<>-]*$/

/** Text within the quotes of a template, whatever comes after it: `${` and `%{` would start an expression. */
export const inTemplate = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .replace(/[\\"]/g, '\\$&')
        .replace(/[$%](?=\{)/g, '$&$&')
        .replace(UNSAFE, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A string literal. */
export const quote = (text: string): string => `"${inTemplate(text)}"`

/** A heredoc, for text of several lines that ends in a line break. */
export const heredoc = (word: string, text: string): Line[] => [
  { text: `<<-${word}` },
  ...text
    .slice(0, -1)
    .split('\n')
    .map(line => ({ text: `  ${line.replace(/[$%](?=\{)/g, '$&$&')}` })),
  { text: word },
]
