import { closeSync, openSync, readSync } from 'node:fs'

/** Maximum size in bytes of a file that a person writes for the server: users, keys, an environment, a template. */
export const MAX_FILE_BYTES = 8 * 1024 * 1024

/** Reads a file and stops one byte after `limit`, because a device has no end; throws what the file system says. */
export function readAtMost(file: string, limit: number): Buffer {
  const descriptor = openSync(file, 'r')
  try {
    const chunks: Buffer[] = []
    let missing = limit + 1
    while (missing > 0) {
      const chunk = Buffer.alloc(Math.min(missing, 65_536))
      const count = readSync(descriptor, chunk)
      if (count === 0) break
      chunks.push(chunk.subarray(0, count))
      missing -= count
    }
    return Buffer.concat(chunks)
  } finally {
    closeSync(descriptor)
  }
}

/** Reads a text file; throws what the file system says, and an Error for a file larger than 8 MiB. */
export function readTextFile(file: string): string {
  const bytes = readAtMost(file, MAX_FILE_BYTES)
  if (bytes.length > MAX_FILE_BYTES) throw new Error('the file is larger than 8 MiB')
  return bytes.toString('utf8')
}
