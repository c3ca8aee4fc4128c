const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const VALUES = new Int8Array(128).fill(-1)
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i

/** The bytes of base64url text (RFC 4648 §5, no padding) up to its first invalid character. */
export interface DecodedBytes {
  readonly bytes: Uint8Array
  /** Index of the first character that is not base64url. */
  readonly wrongAt?: number
  /** One character is left over: no number of bytes encodes to this length. */
  readonly incomplete: boolean
  /** The last character has bits set that belong to no byte; encoders never produce that. */
  readonly looseBits: boolean
}

/** Decodes base64url text; after an invalid character it keeps what came before. */
export function decodeBase64url(text: string): DecodedBytes {
  let end = 0
  while (end < text.length && (VALUES[text.charCodeAt(end)] ?? -1) >= 0) end++
  const bytes = new Uint8Array(Math.floor((end * 3) / 4))
  let bits = 0
  let pending = 0
  let out = 0
  for (let i = 0; i < end; i++) {
    pending = (pending << 6) | VALUES[text.charCodeAt(i)]!
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[out++] = (pending >> bits) & 0xff
    pending &= (1 << bits) - 1
  }
  const broken = end < text.length
  return {
    bytes,
    ...(broken && { wrongAt: end }),
    incomplete: !broken && end % 4 === 1,
    looseBits: !broken && end % 4 !== 1 && pending !== 0,
  }
}

/** Encodes bytes as base64url text without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const length = Math.min(3, bytes.length - i) + 1
    for (let part = 0; part < length; part++) text += ALPHABET[(three >> (18 - 6 * part)) & 63]
  }
  return text
}
