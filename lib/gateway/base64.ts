/** Bytes as base64 (RFC 4648 §4), with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  // In pieces, because every argument of a call uses stack space.
  for (let i = 0; i < bytes.length; i += 0x6000)
    text += btoa(String.fromCharCode(...bytes.subarray(i, i + 0x6000)))
  return text
}

/** The bytes of base64 text; undefined when it is not base64. */
export function decodeBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), character => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
