/** Bytes decoded as text, with U+FFFD for invalid ones. */
export interface ReadText {
  readonly text: string
  /** Index of the first byte that is not UTF-8. */
  readonly invalidAt?: number
  /** Index of the byte at which the character at an index of `text` starts. */
  readonly byteOf: (index: number) => number
}

const encoder = new TextEncoder()

/** Decodes UTF-8, which RFC 8259 §8.1 requires of JSON, and keeps what is readable. */
export function readText(bytes: Uint8Array): ReadText {
  // `ignoreBOM` keeps a byte order mark as a character: JSON must not start with one, and positions must match.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  return {
    text,
    ...invalidByte(bytes, text),
    byteOf: index => encoder.encode(text.slice(0, index)).length,
  }
}

function invalidByte(bytes: Uint8Array, text: string): { invalidAt?: number } {
  if (!text.includes('\uFFFD')) return {}
  const back = encoder.encode(text)
  for (let i = 0; i < back.length; i++) if (back[i] !== bytes[i]) return { invalidAt: i }
  return {}
}

/** Returns the index in a token's text of the character that encodes `byte` of a segment that starts at `start`. */
export const positionInToken = (start: number, byte: number): number => start + Math.floor((byte * 4) / 3)
