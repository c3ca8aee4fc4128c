import { indent, type Line } from './line'

type Hole = string | number | readonly Line[] | undefined

/** One line of a template: text and the numbers of its holes. */
interface Row {
  readonly margin: string
  readonly parts: readonly (string | number)[]
  /** The hole that stands alone on this line. */
  readonly alone?: number
}

const parsed = new WeakMap<TemplateStringsArray, readonly Row[]>()

/**
 * Lines of code from a template literal that reads like them. The indentation common to all lines is dropped. A hole
 * alone on its line may hold lines, which take its indentation; without any, or `undefined`, there is no line. Any
 * other hole is text of its line.
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
  throw new TypeError('only text may stand among other text')
}

function parse(strings: TemplateStringsArray): readonly Row[] {
  const rows: (string | number)[][] = [[]]
  for (const [hole, text] of strings.entries()) {
    const [first = '', ...rest] = text.split('\n')
    rows.at(-1)!.push(first)
    for (const part of rest) rows.push([part])
    if (hole < strings.length - 1) rows.at(-1)!.push(hole)
  }
  while (rows[0] && isBlank(rows[0])) rows.shift()
  while (rows.length > 0 && isBlank(rows.at(-1)!)) rows.pop()
  const margins = rows.filter(row => !isBlank(row)).map(row => leadingSpaces(row).length)
  const common = Math.min(...margins)
  return rows.map(row => toRow(row, common))
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

const leadingSpaces = (row: readonly (string | number)[]) => /^ */.exec(String(row[0]))![0]
const isBlank = (row: readonly (string | number)[]) =>
  row.every(part => typeof part === 'string' && part.trim() === '')

/**
 * What may stand between the quotes of an ECMAScript literal. JSON escapes quotes, backslashes, control characters and
 * lone surrogates. U+2028 and U+2029 end a line for many tools, U+FEFF is dropped by some, and bidirectional controls
 * let a reader see another order than the compiler does (CVE-2021-42574): they are escaped as well.
 */
const escaped = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(/[\u0085\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, unicodeEscape)

const unicodeEscape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

const PLAIN = /^[\w .,:;/+=@{}()*&%#!?<>-]*$/

/** A string literal: single quotes, or double ones where that saves escaping. */
export function quote(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'"
  return mark + escaped(text).replaceAll(mark, `\\${mark}`) + mark
}

/** `text` as it must be written inside a template literal, whatever comes after it. */
export const inTemplate = (text: string): string =>
  PLAIN.test(text)
    ? text
    : escaped(text)
        .replaceAll('`', '\\`')
        .replace(/\$(?=\{|$)/g, '\\$')
