import type { DecodedToken } from './decode'
import type { FoundToken } from './extract-tokens'
import { visibleText } from './visible-text'

/** Something about the paste that the verdicts do not show: what was removed to read the token, or what it is instead. */
export interface PasteNote {
  readonly code:
    | 'BEARER_TWICE'
    | 'QUOTED'
    | 'EXTRA_SPACE'
    | 'NO_BREAK_SPACE'
    | 'PADDED_BASE64'
    | 'PLACEHOLDER'
    | 'CLAIMS_ONLY'
    | 'ALB_TOKEN'
  readonly message: string
}

/** Characters before a token that its notes are about. */
const MAX_CONTEXT = 160
const TWICE = /bearer[\s"'\\]+bearer[\s"'\\]*$/i
const SEPARATOR = /[\s\u200b-\u200d\u2060\ufeff"'`\\]*$/
const NO_BREAK = /[\u00a0\u2007\u202f\u200b-\u200d\u2060\ufeff]/
const WIDE = /bearer[ \t\r\n]{2,}[^a-z]*$/i
const QUOTE = /bearer\s+\\?["'`]$/i

/** Returns what was removed around and inside a token to read it; API Gateway removes none of it. */
export function notesOnToken(
  paste: string,
  { token, start, end }: FoundToken,
  wasPadded: boolean,
): readonly PasteNote[] {
  const before = paste.slice(Math.max(0, start - MAX_CONTEXT), start)
  const raw = paste.slice(start, end)
  const notes: PasteNote[] = []
  if (TWICE.test(before)) notes.push(BEARER_TWICE)
  if (QUOTE.test(before) || isWholePasteQuoted(paste, start, end)) notes.push(QUOTED)
  const wrapped = raw.length !== token.length && /\s/.test(raw)
  if (WIDE.test(before) || wrapped) notes.push(wrapped ? WRAPPED : EXTRA_SPACE)
  const parts = [SEPARATOR.exec(before)?.[0], raw, paste[end]]
  if (parts.some(part => part !== undefined && NO_BREAK.test(part))) notes.push(NO_BREAK_SPACE)
  if (wasPadded) notes.push(PADDED_BASE64)
  return notes
}

/** The paste is nothing but a token in quotes, with or without Bearer. */
function isWholePasteQuoted(paste: string, start: number, end: number): boolean {
  const quote = paste[end]
  if (quote === undefined || !`"'\``.includes(quote)) return false
  const before = paste.slice(Math.max(0, start - MAX_CONTEXT), start).trim()
  const bare = before === quote || before.replace(/\s*bearer$/i, '') === quote
  return bare && paste.slice(end + 1, end + MAX_CONTEXT).trim() === ''
}

const BEARER_TWICE: PasteNote = {
  code: 'BEARER_TWICE',
  message:
    'The header contains Bearer twice. API Gateway removes only the first, so it would have received "Bearer eyJ…" as the token and rejected it. The verdicts are for the token alone.',
}
const QUOTED: PasteNote = {
  code: 'QUOTED',
  message:
    'The token is in quotes. API Gateway would have received the quotes as part of the token and rejected it. The verdicts are for the token without them.',
}
const EXTRA_SPACE: PasteNote = {
  code: 'EXTRA_SPACE',
  message:
    'There is more than one space between Bearer and the token. API Gateway expects exactly one and would have received the others as part of the token. The verdicts are for the token without them.',
}
const WRAPPED: PasteNote = {
  code: 'EXTRA_SPACE',
  message:
    'The token contains line breaks or spaces. API Gateway would not have received it as one token. The verdicts are for the token without them.',
}
const NO_BREAK_SPACE: PasteNote = {
  code: 'NO_BREAK_SPACE',
  message:
    'There is a no-break or zero-width space next to the token. It looks like a space or like nothing, but API Gateway would have received it as part of the token. The verdicts are for the token without it.',
}
const PADDED_BASE64: PasteNote = {
  code: 'PADDED_BASE64',
  message:
    'The token is written in padded base64 instead of base64url. API Gateway would have received "=", "+" or "/" and rejected it. The verdicts are for the token in base64url.',
}
/** A paste of decoded claims. */
export const CLAIMS_ONLY: PasteNote = {
  code: 'CLAIMS_ONLY',
  message:
    'These are decoded claims, not a token: there is no signature to check. The verdicts assume that a token with these claims was sent.',
}

/** A placeholder that was sent or pasted in place of a token. */
export function placeholderNote(placeholder: string): PasteNote {
  const shown = visibleText(placeholder)
  return {
    code: 'PLACEHOLDER',
    message: /^(?:undefined|null|nan|none|nil|true|false|\[object .*\])$/i.test(placeholder)
      ? `Your code sent the word ${shown} instead of a token: the variable had no token when the header was built. API Gateway would have received "${shown}".`
      : `${shown} is a placeholder, not a token: replace it with the token. API Gateway would have received "${shown}".`,
  }
}

/** Returns the note for a token of an Application Load Balancer; undefined for any other. */
export function loadBalancerNote({ header }: DecodedToken, { label }: FoundToken): PasteNote | undefined {
  const signer = header?.signer
  const isSigned = typeof signer === 'string' && signer.includes(':elasticloadbalancing:')
  if (!isSigned && label !== 'x-amzn-oidc-data') return undefined
  return {
    code: 'ALB_TOKEN',
    message:
      'This is the x-amzn-oidc-data header of an Application Load Balancer: the load balancer signed it with ES256, so API Gateway rejects it. Send the access token of the user pool, which is in x-amzn-oidc-accesstoken.',
  }
}
