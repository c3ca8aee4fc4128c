import { createHash, randomBytes } from 'node:crypto'

/** Where new ids come from. */
export interface Ids {
  bytes(length: number): Buffer
  /** A random UUID (RFC 9562, version 4). */
  uuid(): string
}

/** Random ids; with a seed the same ones in the same order on every start. */
export function makeIds(seed: string | undefined): Ids {
  let count = 0
  const bytes = (length: number): Buffer => {
    if (seed === undefined) return randomBytes(length)
    const blocks: Buffer[] = []
    for (let have = 0; have < length; have += 32) blocks.push(digest(`${seed}\n${count++}`))
    return Buffer.concat(blocks).subarray(0, length)
  }
  return { bytes, uuid: () => uuidOf(bytes(16)) }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Reads the first 16 bytes. */
function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  const variant = '89ab'[(bytes[8] ?? 0) & 3]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A UUID that always follows from the same text. */
export const derivedUuid = (text: string): string => uuidOf(digest(text))

/** Lower-case letters and digits that always follow from the same text, as Cognito's client ids (26) and secrets (51) have. */
export function derivedText(text: string, length: number): string {
  let found = ''
  for (let i = 0; found.length < length; i++)
    found += BigInt(`0x${digest(`${text}\n${i}`).toString('hex')}`)
      .toString(36)
      .slice(1)
  return found.slice(0, length)
}
