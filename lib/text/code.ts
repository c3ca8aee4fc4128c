import { indent, type Line } from './line'

type Hole = string | number | readonly Line[] | undefined

/** One line of a template: text and the numbers of its holes. */
interface Row {
  readonly margin: string
  readonly parts: readonly (string | number)[]
  /** The hole, if it is alone on this line. */
  readonly alone?: number
}

const parsed = new WeakMap<TemplateStringsArray, readonly Row[]>()

/**
 * Builds lines of code from a template literal. The common indentation is removed. A hole that is alone on its line can
 * be lines, which get its indentation; an empty list or `undefined` yields no line. Any other hole is text.
 */
export function code(strings: TemplateStringsArray, ...holes: readonly Hole[]): Line[] {
  let rows = parsed.get(strings)
  if (!rows) {
    rows = parse(strings)
    parsed.set(strings, rows)
  }
  const lines: Line[] = []
  for (const { margin, parts, alone } of rows) {
    const hole = alone === undefined ? '' : holes[alone]
    if (hole === undefined) continue
    if (typeof hole === 'object') {
      lines.push(...(margin ? indent(hole, margin) : hole))
      continue
    }
    let text = ''
    for (const part of parts) text += typeof part === 'string' ? part : inline(holes[part])
    lines.push({ text: text && margin + text })
  }
  return lines
}

function inline(hole: Hole): string {
  if (typeof hole === 'string' || typeof hole === 'number') return String(hole)
  throw new TypeError('lines in a hole that is not alone on its line')
}

function parse(strings: TemplateStringsArray): readonly Row[] {
  let row: (string | number)[] = []
  const rows = [row]
  for (const [hole, text] of strings.entries()) {
    const [first = '', ...rest] = text.split('\n')
    row.push(first)
    for (const part of rest) {
      row = [part]
      rows.push(row)
    }
    if (hole < strings.length - 1) row.push(hole)
  }
  const printed = rows.filter(row => !isBlank(row))
  const common = Math.min(...printed.map(row => leadingSpaces(row).length))
  return rows
    .slice(
      rows.findIndex(row => !isBlank(row)),
      rows.findLastIndex(row => !isBlank(row)) + 1,
    )
    .map(row => toRow(row, common))
}

function toRow(row: readonly (string | number)[], common: number): Row {
  if (isBlank(row)) return { margin: '', parts: [] }
  const spaces = leadingSpaces(row)
  const margin = spaces.slice(common)
  const parts = [String(row[0]).slice(spaces.length), ...row.slice(1)].filter(part => part !== '')
  return parts.length === 1 && typeof parts[0] === 'number'
    ? { margin, parts, alone: parts[0] }
    : { margin, parts }
}

function leadingSpaces([first]: readonly (string | number)[]): string {
  const text = String(first)
  return text.slice(0, text.search(/[^ ]|$/))
}

const isBlank = (row: readonly (string | number)[]) =>
  row.every(part => typeof part === 'string' && part.trim() === '')

/**
 * Escapes the content of an ECMAScript literal. JSON escapes quotes, backslashes, control characters and unpaired
 * surrogates. U+2028 and U+2029 end a line for many tools, some drop U+FEFF, and bidirectional controls show a reader
 * another order than the compiler sees (CVE-2021-42574), so these are escaped as well.
 */
const escaped = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(/[\u0085\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, unicodeEscape)

const unicodeEscape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

const PLAIN = /^[\w .,:;/+=@{}()*&%#!?<>-]*$/

/** Writes a string literal: in single quotes, or in double quotes where that avoids escaping. */
export function quote(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'"
  return mark + escaped(text).replaceAll(mark, `\\${mark}`) + mark
}

/** Escapes text for a template literal, whatever follows it. */
export const inTemplate = (text: string): string =>
  PLAIN.test(text)
    ? text
    : escaped(text)
        .replaceAll('`', '\\`')
        .replace(/\$(?=\{|$)/g, '\\$')
