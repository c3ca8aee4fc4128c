import { decodeBase64url } from './base64url'
import { type JsonMember, type JsonObject, type JsonValue, readJson } from './json'
import { wrongTypes } from './registered-claims'
import { positionInToken, readText } from './utf8'

/**
 * What Cognito says a token is: `access` and `id` by its `token_use` claim, `refresh` for an encrypted one (JWE, five
 * parts); `unknown` for a JWT of someone else, `malformed` for what is no JWT.
 */
export type TokenKind = 'access' | 'id' | 'refresh' | 'unknown' | 'malformed'

export type SegmentName =
  | 'header'
  | 'claims'
  | 'signature'
  | 'encryptedKey'
  | 'initializationVector'
  | 'ciphertext'
  | 'authenticationTag'

/** One of the parts between the dots, as a range of the token's text. */
export interface Segment {
  readonly name: SegmentName
  readonly start: number
  readonly end: number
}

/** Something wrong with a token, or at least odd. */
export interface TokenProblem {
  readonly segment: 'token' | SegmentName
  /** Index in the token's text. */
  readonly position?: number
  /** Which character of which part, and what was expected there. */
  readonly message: string
  /** The token is not a JWT because of it; otherwise it is a remark. */
  readonly fatal: boolean
}

export interface DecodedToken {
  readonly kind: TokenKind
  readonly text: string
  /** Header parameters; what was read before the fault when the header is broken, absent when nothing was. */
  readonly header?: JsonObject
  /** Claims, under the same rule; never there in a refresh token, which only Cognito can read. */
  readonly claims?: JsonObject
  /** The members of header and claims as written, in order, a name that comes twice only once (its last value). */
  readonly headerMembers: readonly JsonMember[]
  readonly claimMembers: readonly JsonMember[]
  readonly segments: readonly Segment[]
  readonly problems: readonly TokenProblem[]
}

const JWS: readonly SegmentName[] = ['header', 'claims', 'signature']
const JWE: readonly SegmentName[] = [
  'header',
  'encryptedKey',
  'initializationVector',
  'ciphertext',
  'authenticationTag',
]
const TITLES: Readonly<Record<'token' | SegmentName, string>> = {
  token: 'Token',
  header: 'Header',
  claims: 'Claims',
  signature: 'Signature',
  encryptedKey: 'Encrypted key',
  initializationVector: 'Initialization vector',
  ciphertext: 'Ciphertext',
  authenticationTag: 'Authentication tag',
}

/** Reads a compact token (RFC 7515 §7.1): all that decodes, and exactly what is wrong with the rest. Never throws. */
export function decode(text: string): DecodedToken {
  const problems: TokenProblem[] = []
  const dots = dotsOf(text)
  const segments = segmentsOf(text, dots)
  const encrypted = dots.length === 4
  if (dots.length !== 2 && !encrypted) problems.push(wrongCount(text, dots))

  const header = readSegment(text, segments[0], problems)
  if (encrypted) {
    if (isObject(header.value)) return { kind: 'refresh', text, ...parts(header), segments, problems }
    problems.push({
      segment: 'token',
      message: 'Token: five parts are an encrypted token, but its header does not decode.',
      fatal: true,
    })
    return { kind: 'malformed', text, ...parts(header), segments, problems }
  }

  const claims = readSegment(text, segments[1], problems)
  checkSignature(text, segments[2], header.value, problems)
  for (const fault of wrongTypes(header.value, claims.value))
    problems.push({ ...fault, message: `${TITLES[fault.segment]}: ${fault.message}.`, fatal: true })
  const kind = problems.some(problem => problem.fatal) ? 'malformed' : kindOf(claims.value)
  return { kind, text, ...parts(header, claims), segments, problems }
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function kindOf(claims: JsonValue | undefined): TokenKind {
  const use = isObject(claims) ? claims.token_use : undefined
  return use === 'access' || use === 'id' ? use : 'unknown'
}

interface ReadPart {
  readonly value?: JsonValue
  readonly members: readonly JsonMember[]
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

/** Positions of the dots, the first few: garbage may have a million. */
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

function wrongCount(text: string, dots: readonly number[]): TokenProblem {
  const count = dots.length > 5 ? 'more than six' : ['one', 'two', '', 'four', '', 'six'][dots.length]
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

/** Bytes → text → JSON object, every step reported and none of them the end of what can still be shown. */
function readSegment(text: string, segment: Segment | undefined, problems: TokenProblem[]): ReadPart {
  if (!segment) return { members: [] }
  const title = TITLES[segment.name]
  const report = (position: number, message: string, fatal = true) =>
    problems.push({ segment: segment.name, position, message: `${title}: ${message}.`, fatal })
  if (segment.start === segment.end) {
    report(segment.start, 'empty where base64url text was expected')
    return { members: [] }
  }
  const decoded = decodeBase64url(text.slice(segment.start, segment.end))
  reportBase64(text, segment, decoded, report)
  const json = readText(decoded.bytes)
  const read = readJson(json.text)
  const place = (index: number) => positionInToken(segment.start, json.byteOf(index))
  if (json.invalidAt !== undefined) {
    const noText = read.value === undefined ? 'decodes to bytes that are no JSON: ' : ''
    report(positionInToken(segment.start, json.invalidAt), `${noText}byte ${json.invalidAt + 1} is not UTF-8`)
  }
  if (
    read.error &&
    decoded.wrongAt === undefined &&
    (read.value !== undefined || json.invalidAt === undefined)
  )
    report(place(read.error.index), `the decoded JSON ${read.error.message}`)
  for (const note of read.notes) report(place(note.index), note.message, false)
  if (!read.error && !isObject(read.value)) report(segment.start, 'decodes to JSON that is not an object')
  return read
}

type Report = (position: number, message: string, fatal?: boolean) => void

function reportBase64(
  text: string,
  segment: Segment,
  { wrongAt, incomplete, looseBits }: ReturnType<typeof decodeBase64url>,
  report: Report,
): void {
  if (wrongAt !== undefined) {
    const at = segment.start + wrongAt
    const found = JSON.stringify(String.fromCodePoint(text.codePointAt(at)!))
    const hint = {
      '+': ' (plain base64 has "+" where base64url has "-")',
      '/': ' (plain base64 has "/" where base64url has "_")',
      '=': ' (a token carries no padding)',
    }[text[at]!]
    report(
      at,
      `character ${wrongAt + 1} is ${found}, and base64url is A–Z, a–z, 0–9, "-" and "_"${hint ?? ''}`,
    )
  }
  if (incomplete)
    report(
      segment.end,
      `${segment.end - segment.start} characters of base64url are never a whole number of bytes: one is missing or too many`,
    )
  if (looseBits)
    report(
      segment.end - 1,
      'the last character has bits set that belong to no byte: it was changed or cut',
      false,
    )
}

function checkSignature(
  text: string,
  segment: Segment | undefined,
  header: JsonValue | undefined,
  problems: TokenProblem[],
): void {
  if (segment?.name !== 'signature') return
  const report: Report = (position, message, fatal = true) =>
    problems.push({ segment: 'signature', position, message: `Signature: ${message}.`, fatal })
  if (segment.start < segment.end) {
    reportBase64(text, segment, decodeBase64url(text.slice(segment.start, segment.end)), report)
    return
  }
  const unsigned = isObject(header) && typeof header.alg === 'string' && header.alg.toLowerCase() === 'none'
  report(
    segment.start,
    unsigned ? 'none, as its "alg": "none" says: anyone can write such a token' : 'empty',
    !unsigned,
  )
}
