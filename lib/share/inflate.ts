import { Inflate } from 'fflate'

/** Compressed bytes per step. DEFLATE expands at most 1,032-fold, so one step yields about 1 MiB. */
const STEP = 1024

/**
 * Inflates raw DEFLATE data (RFC 1951); undefined when it is invalid, has trailing bytes, or is longer than `max` bytes.
 * The last byte of a stream contains its last bit, so data that is complete without its last byte has trailing bytes.
 */
export function inflate(data: Uint8Array, max: number): Uint8Array | undefined {
  const inflated = inflateStream(data, max)
  return inflated && !inflateStream(data.subarray(0, -1), max) ? inflated : undefined
}

function inflateStream(data: Uint8Array, max: number): Uint8Array | undefined {
  // fflate reports nothing wrong with no data at all.
  if (data.length === 0) return undefined
  const chunks: Uint8Array[] = []
  let length = 0
  const stream = new Inflate(chunk => {
    chunks.push(chunk)
    length += chunk.length
  })
  try {
    for (let at = 0; at < data.length; at += STEP) {
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length)
      if (length > max) return undefined
    }
  } catch {
    return undefined
  }
  const inflated = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    inflated.set(chunk, at)
    at += chunk.length
  }
  return inflated
}
