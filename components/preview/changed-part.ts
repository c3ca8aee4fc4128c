/** The characters of a line from `start` to `end` that became `text`; offsets in UTF-16 code units. */
export interface ChangedPart {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The part of a line that differs. It never begins or ends inside a surrogate pair, where an editor cannot edit. */
export function changedPart(before: string, after: string): ChangedPart {
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
