import { decodeBase64url } from './base64url'

/** A token joined from the lines it was wrapped over. */
export interface UnwrappedToken {
  readonly token: string
  readonly end: number
  /** End of its first line. */
  readonly firstEnd: number
}

interface Word {
  readonly text: string
  readonly end: number
  /** It follows a line break and is alone on its line. */
  readonly ownLine: boolean
}

/** Limit of the search for the rest: more than any token that fits into a request's headers. */
const MAX_LENGTH = 20_000
/** Lines shorter than this are not treated as wrapped token text. */
const MIN_WRAPPED = 32

/**
 * Reads the token that starts at `start`. A wrapped token continues until its last part has the length that its algorithm
 * gives it; if there is no such end, until a line that wrapping would not produce.
 */
export function unwrapToken(paste: string, start: number): UnwrappedToken {
  const first = tokenCharacters(paste, start)
  const firstEnd = start + first.length
  let partial = append({ token: '', dots: 0, last: 0, line: 0, end: start }, first, firstEnd)
  while (partial.dots < (partial.shape?.dots ?? 2)) {
    const word = nextWord(paste, partial.end)
    if (!word || !continues(partial.token, word) || partial.token.length > MAX_LENGTH) break
    partial = append(partial, word.text, word.end)
  }
  if (partial.dots >= (partial.shape?.dots ?? 2) && !isComplete(partial))
    partial =
      lookAhead(paste, partial) ?? (partial.end > firstEnd ? followWrappedLines(paste, partial) : partial)
  // Drop the full stop of a sentence; a third part may be empty (`alg: none`).
  const stop = (partial.dots === 3 || partial.dots > 4) && partial.last === 0 ? 1 : 0
  const { token, end } = partial
  return { token: token.slice(0, token.length - stop), end: end - stop, firstEnd }
}

/** The part of a token that was joined so far. */
interface PartialToken {
  readonly token: string
  readonly end: number
  readonly dots: number
  /** Length of the last part. */
  readonly last: number
  /** Length of the last line. */
  readonly line: number
  /** Known once the header is complete. */
  readonly shape?: Shape
}

function append({ token, dots, last, shape }: PartialToken, text: string, end: number): PartialToken {
  const whole = token + text
  const dot = text.lastIndexOf('.')
  const header = shape ?? (dot >= 0 ? shapeOf(whole.slice(0, Math.min(whole.indexOf('.'), 2000))) : undefined)
  return {
    token: whole,
    end,
    dots: dot >= 0 ? dots + text.split('.', 12).length - 1 : dots,
    last: dot >= 0 ? text.length - dot - 1 : last + text.length,
    line: text.length,
    ...(header && { shape: header }),
  }
}

function lookAhead(paste: string, from: PartialToken): PartialToken | undefined {
  const longest = from.shape?.lengths.at(-1)
  let partial = from
  while (longest !== undefined && partial.last < longest) {
    const word = nextWord(paste, partial.end)
    if (!word || beginsAnother(word)) return undefined
    partial = append(partial, word.text, word.end)
    if (isComplete(partial)) return partial
  }
  return undefined
}

function followWrappedLines(paste: string, from: PartialToken): PartialToken {
  let partial = from
  for (let word = nextWord(paste, partial.end); word?.ownLine; word = nextWord(paste, partial.end)) {
    if (partial.line < MIN_WRAPPED || word.text.length > partial.line || beginsAnother(word)) break
    if (partial.token.length > MAX_LENGTH) break
    partial = append(partial, word.text, word.end)
  }
  return partial
}

const beginsAnother = ({ text }: Word): boolean => /^e[yw]|\./.test(text)

/** An unfinished token continues in words with a dot or too long for prose; a new header starts a new token. */
const continues = (token: string, { text }: Word): boolean =>
  token.endsWith('.') ||
  text.startsWith('.') ||
  (!/^e[yw]/.test(text) && (text.length >= 16 || text.includes('.')))

/** Also accepts the characters of standard base64, so that `decode` can name them. */
function tokenCharacters(paste: string, start: number): string {
  const found = /[A-Za-z0-9_.+/=-]*/y
  found.lastIndex = start
  return found.exec(paste)![0]
}

function nextWord(paste: string, from: number): Word | undefined {
  let at = skipCharacters(paste, from, ' \t"\'+\\')
  const beforeBreak = at
  at = skipCharacters(paste, at, '\r\n')
  const broken = at > beforeBreak
  at = broken ? skipCharacters(paste, at, ' \t>|"\'') : at
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

function skipCharacters(paste: string, from: number, characters: string): number {
  let at = from
  while (at < paste.length && characters.includes(paste[at]!)) at++
  return at
}

/** What the header says about the parts. */
interface Shape {
  readonly dots: 2 | 4
  /** Possible lengths of the last part, the longest last. */
  readonly lengths: readonly number[]
}

function shapeOf(segment: string): Shape {
  const header = String.fromCharCode(...decodeBase64url(segment).bytes)
  if (/"enc"\s*:/.test(header)) return { dots: 4, lengths: [22] }
  const alg = /"alg"\s*:\s*"(\w+)"/.exec(header)?.[1]
  const [, lengths = []] = [...LENGTHS].find(([name]) => alg?.startsWith(name)) ?? []
  return { dots: 2, lengths }
}

const isComplete = ({ dots, last, shape }: PartialToken): boolean =>
  shape !== undefined && dots === shape.dots && shape.lengths.includes(last)

/** Characters of the last part: RSA keys of 2048, 3072 and 4096 bits; HMAC and ECDSA by RFC 7518 §3. */
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
