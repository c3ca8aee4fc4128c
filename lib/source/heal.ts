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
  return { text: pieces.join(''), original: at => before.original(at - removed(starts, at)) }
}

/** Number of added columns before `offset` in the copy. */
function removed(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! + middle * INDENT <= offset) low = middle + 1
    else high = middle
  }
  if (low === 0) return 0
  const start = starts[low - 1]! + (low - 1) * INDENT
  return (low - 1) * INDENT + Math.min(INDENT, offset - start)
}

/** The offset of the bracket that closes the innermost open collection; the offset itself if there is none. */
function closingBracket(text: string, from: number): number {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    const char = text[i]
    if (char === '"' || char === "'") i = quoteEnd(text, i)
    else if (char === '#' && /\s/.test(text[i - 1] ?? ' ')) i = lineEnd(text, i)
    else if (char === '[' || char === '{') depth++
    else if ((char === ']' || char === '}') && --depth < 0) return i
  }
  return from
}

const lineEnd = (text: string, from: number): number => {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

/** The offset of the quote that ends the one at `from`; only where a quote begins a scalar. */
function quoteEnd(text: string, from: number): number {
  if (!/[\s[{,:]/.test(text[from - 1] ?? ' ')) return from
  const quote = text[from]
  for (let i = from + 1; i < text.length; i++) {
    if (quote === '"' && text[i] === '\\') i++
    else if (text[i] === quote) {
      if (quote === "'" && text[i + 1] === "'") i++
      else return i
    }
  }
  return text.length
}
