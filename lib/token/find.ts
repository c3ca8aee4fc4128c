import { collect } from './collect'

/** A token in a paste, cleaned of line breaks; `start` and `end` say where it stood. */
export interface FoundToken {
  /** What the paste calls it: `access_token`, `Bearer token`, `Token 2`. */
  readonly label: string
  readonly token: string
  readonly start: number
  readonly end: number
}

/** Nobody chooses among more. */
const MAX_FOUND = 20
/** Beginnings to look at: garbage may have hundreds of thousands. */
const MAX_BEGINNINGS = 4000
/** `{"` and `{` with a space or line break, in base64url: how every JOSE header begins. */
const HEADER_START = /e[yw][A-Za-z0-9_-]/g
const ONE_WORD = /^e[yw][^\s"'\\%&?#:;,{}]+$/
const WORD = /[A-Za-z0-9_.-]/
const NAMED = /(access|id|refresh)_?token["'\\]*\s*(?::|=|%3D)\s*["'\\]*(?:Bearer\s+)?$/i
const OPAQUE = /(access|id|refresh)_?token["']?\s*[:=]\s*["']?([^\s"'&,;}]+)/gi

/**
 * Finds the tokens in whatever was pasted: bare, quoted, wrapped over lines, after `Bearer`, in a header, a curl
 * command, a token response or a redirect URL. A paste in which nothing looks like a token is taken whole, so that
 * `decode` can say what is wrong with it; an empty one has none. Linear in the length of the paste.
 */
export function findTokens(paste: string): readonly FoundToken[] {
  const [all] = whole(paste)
  // One unbroken word is one token, whatever stands in it: `decode` then names the character that should not.
  if (all && ONE_WORD.test(all.token)) return [{ ...all, label: labelOf(paste, all.start) }]
  const found = new Map<string, FoundToken>()
  let beginnings = 0
  HEADER_START.lastIndex = 0
  for (let match = HEADER_START.exec(paste); match; match = HEADER_START.exec(paste)) {
    const start = match.index
    if (!beginsWord(paste, start)) continue
    if (found.size === MAX_FOUND || ++beginnings > MAX_BEGINNINGS) break
    const { token, end, firstEnd } = collect(paste, start)
    const isToken = token.includes('.')
    HEADER_START.lastIndex = isToken ? end : firstEnd
    if (isToken && !found.has(token)) found.set(token, { label: labelOf(paste, start), token, start, end })
  }
  if (found.size) return numbered([...found.values()])
  const opaque = opaqueTokens(paste)
  return opaque.length ? opaque : whole(paste)
}

/** Not in the middle of something else; `%3D` and `\n` before it are escapes, not letters. */
function beginsWord(paste: string, start: number): boolean {
  const before = paste[start - 1]
  if (before === undefined || !WORD.test(before)) return true
  return paste[start - 3] === '%' || (paste[start - 2] === '\\' && 'nrt'.includes(before))
}

function labelOf(paste: string, start: number): string {
  const before = paste.slice(Math.max(0, start - 64), start)
  const name = NAMED.exec(before)?.[1]
  if (name) return `${name.toLowerCase()}_token`
  return /Bearer\s+["']?$/i.test(before) ? 'Bearer token' : 'Token'
}

function numbered(found: readonly FoundToken[]): readonly FoundToken[] {
  const seen = new Map<string, number>()
  return found.map(token => {
    const count = (seen.get(token.label) ?? 0) + 1
    seen.set(token.label, count)
    return count > 1 ? { ...token, label: `${token.label} ${count}` } : token
  })
}

/** Named as tokens, but no JWTs: shown, so that `decode` can say so. */
function opaqueTokens(paste: string): readonly FoundToken[] {
  const found: FoundToken[] = []
  for (const match of paste.matchAll(OPAQUE)) {
    const token = match[2]!
    const end = match.index + match[0].length
    found.push({ label: `${match[1]!.toLowerCase()}_token`, token, start: end - token.length, end })
    if (found.length === MAX_FOUND) break
  }
  return numbered(found)
}

function whole(paste: string): readonly FoundToken[] {
  const before = /^\s*["']?(?:Authorization\s*:)?\s*(?:Bearer(?![^\s"']))?\s*["']?\s*/i.exec(paste)![0].length
  const token = paste.slice(before).replace(/["']?\s*$/, '')
  return token ? [{ label: 'Token', token, start: before, end: before + token.length }] : []
}
