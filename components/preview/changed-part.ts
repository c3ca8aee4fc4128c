/** The characters of a line from `start` to `end` that became `text`; offsets in UTF-16 code units. */
export interface ChangedPart {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The parts of a line that differ. A name that stands in it twice gives two parts, and what is between them keeps its
 * colours: a part is one colour until the editor has coloured it again, in a frame of its own.
 */
export function changedParts(before: string, after: string): readonly ChangedPart[] {
  const whole = changedPart(before, after)
  // From the start of a word to the end of one, so that both lines have the same words around the parts.
  let at = whole.start
  while (isInWord(before[at - 1])) at--
  let { end } = whole
  while (isInWord(before[end])) end++
  const old = toWords(before.slice(at, end))
  const young = toWords(after.slice(at, after.length - (before.length - end)))
  if (old.length !== young.length) return [whole]
  const parts: ChangedPart[] = []
  for (const [i, word] of old.entries()) {
    const { start, end, text } = changedPart(word, young[i]!)
    if (start < end || text !== '') parts.push({ start: at + start, end: at + end, text })
    at += word.length
  }
  return parts
}

const isInWord = (character: string | undefined): boolean => character !== undefined && /\w/.test(character)

/** Words and what is between them. */
const toWords = (text: string): readonly string[] => text.split(/\b/)

/** The part of a text that differs. It never begins or ends inside a surrogate pair, where an editor cannot edit. */
function changedPart(before: string, after: string): ChangedPart {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  if (isHigh(before.charCodeAt(start - 1))) start--
  let tail = 0
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  if (isLow(before.charCodeAt(before.length - tail))) tail--
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) }
}

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000
