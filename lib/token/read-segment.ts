import { decodeBase64url } from './base64url'
import { isObject, type JsonMember, type JsonValue, readJson } from './json'
import type { Segment, SegmentName, TokenIssue } from './segment'
import { positionInToken, readText } from './utf8'

/** Everything that could be read of one part of a token. */
export interface ReadPart {
  readonly value?: JsonValue
  readonly members: readonly JsonMember[]
}

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

/** The name of a part at the start of a message. */
export const titleOf = (segment: 'token' | SegmentName): string => TITLES[segment]

/** Decodes one part to a JSON object; reports every fault, and returns whatever could be read in spite of it. */
export function readSegment(text: string, segment: Segment | undefined, problems: TokenIssue[]): ReadPart {
  if (!segment) return { members: [] }
  const title = titleOf(segment.name)
  const report = (position: number, message: string, fatal = true) =>
    problems.push({ segment: segment.name, position, message: `${title}: ${message}.`, fatal })
  if (segment.start === segment.end) {
    report(segment.start, 'empty; expected base64url text')
    return { members: [] }
  }
  const decoded = decodeBase64url(text.slice(segment.start, segment.end))
  reportBase64(text, segment, decoded, report)
  const json = readText(decoded.bytes)
  const read = readJson(json.text)
  const position = (index: number) => positionInToken(segment.start, json.byteOf(index))
  if (json.invalidAt !== undefined) {
    const noText = read.value === undefined ? 'decodes to bytes that are not JSON: ' : ''
    report(positionInToken(segment.start, json.invalidAt), `${noText}byte ${json.invalidAt + 1} is not UTF-8`)
  }
  if (
    read.error &&
    decoded.wrongAt === undefined &&
    (read.value !== undefined || json.invalidAt === undefined)
  )
    report(position(read.error.index), `the decoded JSON ${read.error.message}`)
  for (const note of read.notes) report(position(note.index), note.message, false)
  if (!read.error && !isObject(read.value)) report(segment.start, 'decodes to JSON that is not an object')
  return read
}

type Report = (position: number, message: string, fatal?: boolean) => void

function reportBase64(
  text: string,
  segment: Segment,
  { wrongAt, incomplete, looseBits }: ReturnType<typeof decodeBase64url>,
  report: Report,
  lengthIsFatal = true,
): void {
  if (wrongAt !== undefined) {
    const at = segment.start + wrongAt
    const found = JSON.stringify(String.fromCodePoint(text.codePointAt(at)!))
    const hint = {
      '+': ' (plain base64 has "+" where base64url has "-")',
      '/': ' (plain base64 has "/" where base64url has "_")',
      '=': ' (tokens have no padding)',
    }[text[at]!]
    report(at, `character ${wrongAt + 1} is ${found}; base64url is A–Z, a–z, 0–9, "-" and "_"${hint ?? ''}`)
  }
  if (incomplete)
    report(
      segment.end,
      `${segment.end - segment.start} characters of base64url are not a whole number of bytes: one is missing, or one too many`,
      lengthIsFatal,
    )
  if (looseBits)
    report(
      segment.end - 1,
      'the last character has bits set that encode nothing: the token was cut off when it was copied, or changed',
      false,
    )
}

/** Reports faults of the signature. One that was cut off is a remark: its verdict is about the signature. */
export function readSignature(
  text: string,
  segment: Segment | undefined,
  header: JsonValue | undefined,
  problems: TokenIssue[],
): void {
  if (segment?.name !== 'signature') return
  const report: Report = (position, message, fatal = true) =>
    problems.push({ segment: 'signature', position, message: `Signature: ${message}.`, fatal })
  if (segment.start < segment.end) {
    reportBase64(text, segment, decodeBase64url(text.slice(segment.start, segment.end)), report, false)
    return
  }
  const unsigned = isObject(header) && typeof header.alg === 'string' && header.alg.toLowerCase() === 'none'
  report(
    segment.start,
    unsigned ? 'none, as "alg": "none" says: anyone can forge such a token' : 'empty',
    !unsigned,
  )
}
