/**
 * A copy of a text in which some lines are indented further, and the way back to the offsets of the original. Many
 * public templates, some of AWS's own among them, close a bracket at a column that YAML 1.2 does not allow (section
 * 7.4: flow collections must be indented deeper than their parent); CloudFormation's own reader accepts them.
 */
export interface Healed {
  readonly text: string
  /** Offset in the copy → offset in the original. */
  readonly original: (offset: number) => number
}

const INDENT = 60

/** A copy that indents nothing. */
export const unhealed = (text: string): Healed => ({ text, original: offset => offset })

/**
 * The copy with the line at `offset` and the lines up to the bracket that closes its collection indented. White space
 * at the start of a line means nothing inside brackets, not even in a quoted text that spans lines.
 */
export function healAt(before: Healed, offset: number): Healed {
  const { text } = before
  const end = closingBracket(text, offset)
  const starts = [text.lastIndexOf('\n', offset - 1) + 1]
  for (let at = text.indexOf('\n', offset); at !== -1 && at < end; at = text.indexOf('\n', at + 1))
    starts.push(at + 1)
  const pieces: string[] = []
  let last = 0
  for (const start of starts) {
    pieces.push(text.slice(last, start), ' '.repeat(INDENT))
    last = start
  }
  pieces.push(text.slice(last))
  return { text: pieces.join(''), original: at => before.original(offsetBefore(starts, at)) }
}

/** The offset in the text of one in the copy, where nothing begins or ends in the columns that were added. */
function offsetBefore(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! + middle * INDENT <= offset) low = middle + 1
    else high = middle
  }
  return offset - low * INDENT
}

/** Brackets, and what may have some in it: comments, and quoted text where a scalar begins. */
const PARTS = /(?<=\s)#[^\n]*|(?<=[\s[{,:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|[[\]{}]/gs

/** The offset of the bracket that closes the innermost open collection; the offset itself if there is none. */
function closingBracket(text: string, from: number): number {
  let depth = 0
  PARTS.lastIndex = from
  for (const { 0: part, index } of text.matchAll(PARTS))
    if (part === '[' || part === '{') depth++
    else if ((part === ']' || part === '}') && --depth < 0) return index
  return from
}
