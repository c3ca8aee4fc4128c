import { memoizeByObject } from './memoize-by-object'
import type { Source, Span } from './node'

/** Line and column of an offset, both from 1; the column counts UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

const lineStarts = memoizeByObject(({ text }: Source): readonly number[] => {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  return starts
})

/** The position of an offset. */
export function positionOf(source: Source, offset: number): Position {
  const starts = lineStarts(source)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - starts[low]! + 1 }
}

/** The text of one line, counted from 1, without its line break. */
export function lineText(source: Source, line: number): string {
  const starts = lineStarts(source)
  const start = starts[line - 1]
  if (start === undefined) return ''
  return source.text.slice(start, starts[line] ?? source.text.length).replace(/[\r\n]+$/, '')
}

/** The offset where the line of `offset` starts. */
export const lineStart = ({ source, start }: Pick<Span, 'source' | 'start'>): number =>
  lineStarts(source)[positionOf(source, start).line - 1]!

/** The end of the line of `offset`, past a comment and before the line break. */
export function lineEnd({ text }: Source, offset: number): number {
  let end = offset
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}

/** The line break that a file uses. */
export const breakOf = memoizeByObject(({ text }: Source): string => (text.includes('\r\n') ? '\r\n' : '\n'))

/** The white space in front of a node, spaces for whatever else is there. */
export const indentOf = (node: Pick<Span, 'source' | 'start'>): string =>
  node.source.text.slice(lineStart(node), node.start).replace(/[^\t]/g, ' ')
