import { Inflate } from 'fflate'

/** Compressed bytes taken at a time: DEFLATE grows at most 1,032-fold, so one step makes about a mebibyte. */
const STEP = 1024

/** Raw DEFLATE (RFC 1951) undone; undefined when the data is broken or would be longer than `most` bytes. */
export function inflate(data: Uint8Array, most: number): Uint8Array | undefined {
  const chunks: Uint8Array[] = []
  let length = 0
  const stream = new Inflate(chunk => {
    chunks.push(chunk)
    length += chunk.length
  })
  try {
    for (let at = 0; at < data.length; at += STEP) {
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length)
      if (length > most) return undefined
    }
  } catch {
    return undefined
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
