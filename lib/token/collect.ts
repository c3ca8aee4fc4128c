import { decodeBase64url } from './base64url'

/** A token put together from the lines it was wrapped over. */
export interface Collected {
  readonly token: string
  readonly end: number
  /** Where its first line ended. */
  readonly firstEnd: number
}

interface Word {
  readonly text: string
  readonly end: number
  /** After a line break, and alone on its line. */
  readonly ownLine: boolean
}

/** How far to look for the rest: longer than any token that fits into a request's headers. */
const MAX_WORDS = 400
const MAX_LENGTH = 20_000
/** Shorter lines are not what wrapping leaves. */
const MIN_WRAPPED = 32

/**
 * Reads the token that begins at `start`. A wrapped one goes on until its last part is as long as its algorithm makes
 * it; where no such end is found, until a line that wrapping would not leave.
 */
export function collect(paste: string, start: number): Collected {
  const first = run(paste, start)
  const firstEnd = start + first.length
  let grown = grow({ token: '', dots: 0, last: 0, end: start }, first, firstEnd)
  while (grown.dots < (grown.shape?.dots ?? 2)) {
    const word = nextWord(paste, grown.end)
    if (!word || !continues(grown.token, word) || grown.token.length > MAX_LENGTH) break
    grown = grow(grown, word.text, word.end)
  }
  if (grown.dots >= (grown.shape?.dots ?? 2) && !isComplete(grown))
    grown = lookAhead(paste, grown) ?? (grown.end > firstEnd ? wrapped(paste, grown) : grown)
  // The full stop of a sentence; a third part may be empty (`alg: none`).
  const stop = (grown.dots === 3 || grown.dots > 4) && grown.last === 0 ? 1 : 0
  const { token, end } = grown
  return { token: token.slice(0, token.length - stop), end: end - stop, firstEnd }
}

/** A token as far as it was put together. */
interface Grown {
  readonly token: string
  readonly end: number
  readonly dots: number
  /** Length of the last part. */
  readonly last: number
  /** Known once the header is whole. */
  readonly shape?: Shape
}

function grow({ token, dots, last, shape }: Grown, text: string, end: number): Grown {
  const whole = token + text
  const dot = text.lastIndexOf('.')
  const header = shape ?? (dot >= 0 ? shapeOf(whole.slice(0, Math.min(whole.indexOf('.'), 2000))) : undefined)
  return {
    token: whole,
    end,
    dots: dot >= 0 ? dots + text.split('.', 12).length - 1 : dots,
    last: dot >= 0 ? text.length - dot - 1 : last + text.length,
    ...(header && { shape: header }),
  }
}

function lookAhead(paste: string, from: Grown): Grown | undefined {
  let grown = from
  for (let i = 0; i < MAX_WORDS && grown.token.length < MAX_LENGTH; i++) {
    const word = nextWord(paste, grown.end)
    if (!word || beginsAnother(word)) return undefined
    grown = grow(grown, word.text, word.end)
    if (isComplete(grown)) return grown
  }
  return undefined
}

function wrapped(paste: string, from: Grown): Grown {
  let grown = from
  let line = grown.last
  for (let word = nextWord(paste, grown.end); word?.ownLine; word = nextWord(paste, grown.end)) {
    if (line < MIN_WRAPPED || word.text.length > line || beginsAnother(word)) break
    if (grown.token.length > MAX_LENGTH) break
    line = word.text.length
    grown = grow(grown, word.text, word.end)
  }
  return grown
}

const beginsAnother = ({ text }: Word): boolean => /^e[yw]|\./.test(text)

/** An unfinished token goes on in words that hold a dot or are too long for prose; a new header begins a new one. */
const continues = (token: string, { text }: Word): boolean =>
  token.endsWith('.') ||
  text.startsWith('.') ||
  (!/^e[yw]/.test(text) && (text.length >= 16 || text.includes('.')))

/** Also takes what plain base64 has beside base64url: `decode` names the character then. */
function run(paste: string, start: number): string {
  const found = /[A-Za-z0-9_.+/=-]*/y
  found.lastIndex = start
  return found.exec(paste)![0]
}

function nextWord(paste: string, from: number): Word | undefined {
  let at = skip(paste, from, ' \t"\'+\\')
  const beforeBreak = at
  at = skip(paste, at, '\r\n')
  const broken = at > beforeBreak
  at = broken ? skip(paste, at, ' \t>|"\'') : at
  if (at === from) return undefined
  const found = /[A-Za-z0-9_.-]+/y
  found.lastIndex = at
  const text = found.exec(paste)?.[0]
  if (text === undefined) return undefined
  const end = at + text.length
  const after = paste[end]
  if (after !== undefined && !/[\s"'\\+]/.test(after)) return undefined
  return { text, end, ownLine: broken && (after === undefined || after !== ' ') }
}

function skip(paste: string, from: number, characters: string): number {
  let at = from
  while (at < paste.length && characters.includes(paste[at]!)) at++
  return at
}

/** What the header says of the parts. */
interface Shape {
  readonly dots: 2 | 4
  /** How long the last part may be. */
  readonly lengths: readonly number[]
}

function shapeOf(segment: string): Shape {
  const header = String.fromCharCode(...decodeBase64url(segment).bytes)
  if (/"enc"\s*:/.test(header)) return { dots: 4, lengths: [22] }
  const alg = /"alg"\s*:\s*"(\w+)"/.exec(header)?.[1] ?? ''
  const lengths = LENGTHS.get(alg) ?? LENGTHS.get(alg.slice(0, 2)) ?? []
  return { dots: 2, lengths: alg.toLowerCase() === 'none' ? [0] : lengths }
}

const isComplete = ({ dots, last, shape }: Grown): boolean =>
  shape !== undefined && dots === shape.dots && shape.lengths.includes(last)

/** Characters of the last part: RSA keys of 2048, 3072 and 4096 bits; HMAC and ECDSA of RFC 7518 §3. */
const LENGTHS: ReadonlyMap<string, readonly number[]> = new Map([
  ['RS', [342, 512, 683]],
  ['PS', [342, 512, 683]],
  ['HS256', [43]],
  ['HS384', [64]],
  ['HS512', [86]],
  ['ES256', [86]],
  ['ES384', [128]],
  ['ES512', [176]],
])
