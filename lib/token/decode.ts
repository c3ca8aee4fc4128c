import { decodeBase64url } from './base64url'
import { isObject, type JsonMember, type JsonObject, type JsonValue } from './json'
import { type ReadPart, readSegment, readSignature, titleOf } from './read-segment'
import { wrongTypes } from './registered-claims'
import type { Segment, SegmentName, TokenIssue } from './segment'

/**
 * The type of a token: `access` and `id` by its `token_use` claim, `refresh` for an encrypted token (JWE, five parts),
 * `unknown` for any other JWT, `malformed` for text that is not a JWT.
 */
export type TokenKind = 'access' | 'id' | 'refresh' | 'unknown' | 'malformed'

export interface DecodedToken {
  readonly kind: TokenKind
  readonly text: string
  /** Header parameters; of a broken header those before the fault, absent if none could be read. */
  readonly header?: JsonObject
  /** Claims, under the same rule; always absent from a refresh token, which only Cognito can read. */
  readonly claims?: JsonObject
  /** The members of header and claims as written and in order; of a duplicate name only the last. */
  readonly headerMembers: readonly JsonMember[]
  readonly claimMembers: readonly JsonMember[]
  readonly segments: readonly Segment[]
  readonly problems: readonly TokenIssue[]
  /** Made from decoded claims: `text` is their JSON, and there are no header, segments and signature. */
  readonly claimsOnly?: true
}

const JWS: readonly SegmentName[] = ['header', 'claims', 'signature']
const JWE: readonly SegmentName[] = [
  'header',
  'encryptedKey',
  'initializationVector',
  'ciphertext',
  'authenticationTag',
]
/** Decodes a compact token (RFC 7515 §7.1) as far as possible, and reports what is wrong with the rest. Never throws. */
export function decode(text: string): DecodedToken {
  const problems: TokenIssue[] = []
  const dots = dotsOf(text)
  const segments = segmentsOf(text, dots)
  const encrypted = dots.length === 4
  if (dots.length !== 2 && !encrypted) problems.push(wrongCount(text, dots))

  const header = readSegment(text, segments[0], problems)
  if (encrypted) {
    if (isObject(header.value)) return { kind: 'refresh', text, ...parts(header), segments, problems }
    problems.push({
      segment: 'token',
      message: 'Token: five parts make an encrypted token, but the header does not decode.',
      fatal: true,
    })
    return { kind: 'malformed', text, ...parts(header), segments, problems }
  }

  const claims = readSegment(text, segments[1], problems)
  readSignature(text, segments[2], header.value, problems)
  for (const fault of wrongTypes(header.value, claims.value))
    problems.push({ ...fault, message: `${titleOf(fault.segment)}: ${fault.message}.`, fatal: true })
  const kind = problems.some(problem => problem.fatal) ? 'malformed' : kindOf(claims.value)
  return { kind, text, ...parts(header, claims), segments, problems }
}

function kindOf(claims: JsonValue | undefined): TokenKind {
  const use = isObject(claims) ? claims.token_use : undefined
  return use === 'access' || use === 'id' ? use : 'unknown'
}

const parts = (header: ReadPart, claims?: ReadPart) => ({
  ...(isObject(header.value) && { header: header.value }),
  ...(isObject(claims?.value) && { claims: claims.value }),
  headerMembers: lastOfEachName(header.members),
  claimMembers: lastOfEachName(claims?.members ?? []),
})

function lastOfEachName(members: readonly JsonMember[]): readonly JsonMember[] {
  const byName = new Map(members.map(member => [member.name, member]))
  return byName.size === members.length ? members : [...byName.values()]
}

/** Positions of the first dots; more than six make no difference to the error. */
function dotsOf(text: string): readonly number[] {
  const dots: number[] = []
  for (let at = text.indexOf('.'); at >= 0 && dots.length < 6; at = text.indexOf('.', at + 1)) dots.push(at)
  return dots
}

function segmentsOf(text: string, dots: readonly number[]): readonly Segment[] {
  const names = dots.length === 4 ? JWE : JWS
  return names.slice(0, dots.length + 1).map((name, i) => ({
    name,
    start: i === 0 ? 0 : dots[i - 1]! + 1,
    end: dots[i] ?? text.length,
  }))
}

/** Parts by the dots between them. */
const COUNTS: Readonly<Record<number, string>> = { 0: 'one', 1: 'two', 3: 'four', 5: 'six' }

function wrongCount(text: string, dots: readonly number[]): TokenIssue {
  const count = COUNTS[dots.length] ?? 'more than six'
  const missing = ['its claims and signature are missing', 'its signature is missing'][dots.length]
  return {
    segment: 'token',
    position: missing ? text.length : dots[2],
    message: `Token: ${count} part${dots.length ? 's' : ''} where a JWT has three, separated by dots${
      missing ? `: ${missing}` : ''
    }.`,
    fatal: true,
  }
}

/** Returns the number of bytes of a token's signature, which is its last part. */
export const signatureBytes = ({ text }: DecodedToken): number =>
  decodeBase64url(text.slice(text.lastIndexOf('.') + 1)).bytes.length
