import { type DecodedToken, decode } from './decode'
import { extractTokens, type FoundToken, findJwts, wholePaste } from './extract-tokens'
import { CLAIMS_ONLY, loadBalancerNote, notesOnToken, type PasteNote, placeholderNote } from './paste-notes'
import { authorizationValues, isEmptyValue, isPlaceholder } from './placeholder'
import { readClaims } from './read-claims'
import { type PastedRequest, requestIn } from './request-in-paste'

/** A token of a paste, decoded as cleaned, with notes about what was removed. */
export interface PastedToken extends FoundToken {
  readonly decoded: DecodedToken
  readonly notes: readonly PasteNote[]
}

/** Everything that is read from a paste. */
export interface Paste {
  readonly tokens: readonly PastedToken[]
  /** The token to inspect first; absent if there is none. */
  readonly preferred?: PastedToken
  /** The request that the paste shows, which names an endpoint. */
  readonly request?: PastedRequest
}

/**
 * Reads a paste. Preferred is the token in a request's Authorization header, then an access token, then an ID token; the
 * page and the command line use this one choice. Decoded claims count only if there is no token.
 */
export function readPaste(paste: string): Paste {
  const request = requestIn(paste)
  const tokens = tokensIn(paste, request !== undefined)
  const preferred = prefer(tokens, request?.token)
  return { tokens, ...(preferred && { preferred }), ...(request && { request }) }
}

function tokensIn(paste: string, isRequest: boolean): readonly PastedToken[] {
  const headers = authorizationValues(paste)
  const jwts = findJwts(paste)
  if (jwts.length) {
    const tokens = jwts.map(found => readToken(paste, found))
    // What a request sent counts more than a token elsewhere in the paste; a shell variable stands for such a token.
    const sent = jwts.some(found => found.inAuthorization)
      ? undefined
      : headers.find(({ value }) => isEmptyValue(value))
    return sent ? [readPlaceholder({ ...sent, token: sent.value, ...IN_HEADER }), ...tokens] : tokens
  }
  const claims = readClaims(paste)
  if (claims) {
    const start = paste.indexOf('{')
    const place = { label: 'Decoded claims', token: claims.text, start, end: paste.length }
    return [{ ...place, decoded: claims, notes: [CLAIMS_ONLY] }]
  }
  const [header] = headers
  if (header) return [readPlaceholder({ ...header, token: header.value, ...IN_HEADER })]
  // A request without a value in its Authorization header has no token.
  if (isRequest) return []
  const [whole] = wholePaste(paste)
  if (whole && isPlaceholder(whole.token)) return [readPlaceholder(whole)]
  return extractTokens(paste).map(found => readToken(paste, found))
}

const IN_HEADER = { label: 'Authorization header', inAuthorization: true } as const

function readPlaceholder({ label, token, start, end, ...rest }: FoundToken): PastedToken {
  const notes = isPlaceholder(token) ? [placeholderNote(token)] : []
  return { label, token, start, end, ...rest, decoded: decode(token), notes }
}

function readToken(paste: string, found: FoundToken): PastedToken {
  const cleaned = fromPaddedBase64(found.token)
  const decoded = decode(cleaned ?? found.token)
  const balancer = loadBalancerNote(decoded, found)
  const notes = notesOnToken(paste, found, cleaned !== undefined)
  return { ...found, decoded, notes: balancer ? [...notes, balancer] : notes }
}

const PART = /^[A-Za-z0-9+/_-]*={0,2}$/

/** The token in base64url, if every part is base64 and at least one is padded. */
function fromPaddedBase64(token: string): string | undefined {
  if (!token.includes('=')) return undefined
  const parts = token.split('.')
  if (parts.length > 5 || !parts.every(part => PART.test(part))) return undefined
  return parts.map(part => part.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_')).join('.')
}

function prefer(tokens: readonly PastedToken[], sent: string | undefined): PastedToken | undefined {
  return (
    tokens.find(({ token }) => token === sent) ??
    tokens.find(({ inAuthorization }) => inAuthorization) ??
    tokens.find(({ decoded }) => decoded.kind === 'access') ??
    tokens.find(({ decoded }) => decoded.kind === 'id') ??
    tokens[0]
  )
}
