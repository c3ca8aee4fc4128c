import { unwrapToken } from './unwrap-token'

/** A token in a paste, without line breaks; `start` and `end` are its place in the paste. */
export interface FoundToken {
  /** The name it has in the paste: `access_token`, `Authorization header`, `Token 2`. */
  readonly label: string
  readonly token: string
  readonly start: number
  readonly end: number
  /** It was sent in the Authorization header of a request. */
  readonly inAuthorization?: true
}

/** Maximum number of tokens offered. */
const MAX_FOUND = 20
/** Maximum number of possible beginnings to check: garbage may have hundreds of thousands. */
const MAX_BEGINNINGS = 4000
/** Characters before a token in which its name is looked for. */
const MAX_CONTEXT = 160
/** `{"` and `{` with a space or line break, in base64url: the first characters of every JOSE header. */
const HEADER_START = /e[yw][A-Za-z0-9_-]/g
const ONE_WORD = /^e[yw][^\s"'\\%&?#:;,{}]+$/
const WORD = /[A-Za-z0-9_.-]/
const NAMED = /(access|id|refresh)[_-]?token["'\\]*\s*(?:[:=\t]|%3D|\s\s)\s*["'\\]*(?:Bearer\s+)?["'\\]*$/i
const LOAD_BALANCER = /x-amzn-oidc-data["'\\]*\s*[:=]\s*["'\\]*$/i
const AUTHORIZATION =
  /authorization["'\\]*\s*[:=,\t\n]\s*(?:["'\\]*value["'\\]*\s*:\s*)?\[?\s*["'`\\]*(?:bearer[\s"'\\]+)*$/i
const OPAQUE = /(access|id|refresh)_?token["']?\s*[:=]\s*["']?([^\s"'&,;}]+)/gi

/**
 * Finds the tokens in a paste of any kind: bare, quoted, wrapped over lines, after `Bearer`, in a header, a curl command,
 * a token response, a table, a HAR file or a redirect URL. If nothing looks like a token, the whole paste is returned as
 * one, so that `decode` can say what is wrong with it; an empty paste has none. Linear in the length of the paste.
 */
export function extractTokens(paste: string): readonly FoundToken[] {
  const found = findJwts(paste)
  if (found.length) return found
  const opaque = findNamedTokens(paste)
  return opaque.length ? opaque : wholePaste(paste)
}

/** Finds what looks like a JWT; empty if nothing does. */
export function findJwts(paste: string): readonly FoundToken[] {
  const [all] = wholePaste(paste)
  // One unbroken word is one token, whatever characters it has: `decode` then names the one that is invalid.
  if (all && ONE_WORD.test(all.token)) return [{ ...all, ...describe(paste, all.start) }]
  const found = new Map<string, FoundToken>()
  let beginnings = 0
  HEADER_START.lastIndex = 0
  for (let match = HEADER_START.exec(paste); match; match = HEADER_START.exec(paste)) {
    const start = match.index
    if (!beginsWord(paste, start)) continue
    if (found.size === MAX_FOUND || ++beginnings > MAX_BEGINNINGS) break
    const { token, end, firstEnd } = unwrapToken(paste, start)
    const isToken = token.includes('.')
    HEADER_START.lastIndex = isToken ? end : firstEnd
    if (!isToken) continue
    const next: FoundToken = { ...describe(paste, start), token, start, end }
    // Of a token that appears twice, the place where it was sent counts.
    if (!found.has(token) || next.inAuthorization) found.set(token, next)
  }
  return numbered([...found.values()])
}

/** Not in the middle of a word; `%3D` and `\n` before it are escapes, not letters. */
function beginsWord(paste: string, start: number): boolean {
  const before = paste[start - 1]
  if (before === undefined || !WORD.test(before)) return true
  return paste[start - 3] === '%' || (paste[start - 2] === '\\' && 'nrt'.includes(before))
}

function describe(paste: string, start: number): Pick<FoundToken, 'label' | 'inAuthorization'> {
  const before = paste.slice(Math.max(0, start - MAX_CONTEXT), start)
  if (AUTHORIZATION.test(before)) return { label: 'Authorization header', inAuthorization: true }
  const name = NAMED.exec(before)?.[1]
  if (name) return { label: `${name.toLowerCase()}_token` }
  if (LOAD_BALANCER.test(before)) return { label: 'x-amzn-oidc-data' }
  return { label: /Bearer\s+["']?$/i.test(before) ? 'Bearer token' : 'Token' }
}

function numbered(found: readonly FoundToken[]): readonly FoundToken[] {
  const seen = new Map<string, number>()
  return found.map(token => {
    const count = (seen.get(token.label) ?? 0) + 1
    seen.set(token.label, count)
    return count > 1 ? { ...token, label: `${token.label} ${count}` } : token
  })
}

/** Finds values that are named as tokens but are not JWTs, so that `decode` can say so. */
export function findNamedTokens(paste: string): readonly FoundToken[] {
  const found: FoundToken[] = []
  for (const match of paste.matchAll(OPAQUE)) {
    const token = match[2]!
    const end = match.index + match[0].length
    found.push({ label: `${match[1]!.toLowerCase()}_token`, token, start: end - token.length, end })
    if (found.length === MAX_FOUND) break
  }
  return numbered(found)
}

/** Returns the whole paste as one token, without a header name, `Bearer`, quotes and surrounding space. */
export function wholePaste(paste: string): readonly FoundToken[] {
  const start = /^\s*["']?(?:Authorization\s*:)?\s*(?:Bearer(?![^\s"']))?\s*["']?\s*/i.exec(paste)![0].length
  // By hand: a pattern that ends in \s*$ takes quadratic time on a long run of spaces.
  let end = trimmedEnd(paste, paste.length)
  if (end > start && /["']/.test(paste[end - 1]!)) end--
  return end > start ? [{ label: 'Token', token: paste.slice(start, end), start, end }] : []
}

function trimmedEnd(text: string, from: number): number {
  let end = from
  while (end > 0 && /[\s\u200b-\u200d\u2060]/.test(text[end - 1]!)) end--
  return end
}
