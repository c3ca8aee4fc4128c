import { monaco } from '@/components/monaco/setup'
import type { ReportPlace } from '@/lib/doctor/report'

export type Place = Pick<ReportPlace, 'file' | 'line' | 'column'> & Partial<ReportPlace>

const BOM = '\uFEFF'

/** The text as Monaco has it: it removes a byte order mark. */
export const withoutMark = (text: string): string => (text.startsWith(BOM) ? text.slice(1) : text)

export const withMarkOf = (original: string, text: string): string =>
  original.startsWith(BOM) ? BOM + text : text

/** The range of a place. Columns of the first line count the byte order mark, which the editor does not have. */
export function rangeOf(place: Place, text: string): monaco.Range {
  const shift = (line: number) => (line === 1 && text.startsWith(BOM) ? 1 : 0)
  const { line, column, endLine = line, endColumn = column } = place
  return new monaco.Range(line, column - shift(line), endLine, endColumn - shift(endLine))
}

/** The smallest replacement that makes `after` of a model's text; undefined when they are equal. */
export function smallestEdit(model: monaco.editor.ITextModel, after: string) {
  const before = model.getValue()
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  // A line break of two characters is one place in the model.
  if (before[start] === '\n' && before[start - 1] === '\r') start--
  if (end > 0 && before[before.length - end] === '\n' && before[before.length - end - 1] === '\r') end--
  return {
    range: monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(before.length - end)),
    text: after.slice(start, after.length - end),
  }
}
