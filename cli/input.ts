import { createReadStream } from 'node:fs'
import path from 'node:path'
import { MAX_DOCUMENT_BYTES } from '../lib/document/json-document'
import { RefusedInput, UsageError } from './command'

/** A path as the caller means it: npm runs scripts in the project's folder and leaves the caller's in INIT_CWD. */
export const fromCaller = (file: string): string => path.resolve(process.env.INIT_CWD ?? process.cwd(), file)

/**
 * Reads the bytes of `file`, or of standard input for `-`, and stops one byte after `limit`: a device or a pipe may have
 * no end. More bytes than `limit` mean that there is more. A file that cannot be read is a UsageError.
 */
export async function readInput(file: string, limit = MAX_DOCUMENT_BYTES): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let missing = limit + 1
  try {
    const stream = file === '-' ? process.stdin : createReadStream(fromCaller(file))
    for await (const chunk of stream) {
      const bytes: Buffer = chunk.subarray(0, missing)
      chunks.push(bytes)
      missing -= bytes.length
      if (missing === 0) break
    }
  } catch (error) {
    throw new UsageError(`cannot read ${nameOf(file)}: ${reasonOf(error)}`)
  }
  return Buffer.concat(chunks)
}

/** Reads a whole text of at most `limit` bytes; a longer one is a RefusedInput. */
export async function readText(file: string, limit: number): Promise<string> {
  const bytes = await readInput(file, limit)
  if (bytes.length <= limit) return new TextDecoder().decode(bytes)
  throw new RefusedInput(
    `${nameOf(file)} is larger than ${limit / 1024 / 1024} MiB. Give only the part that matters.`,
  )
}

/** Names an input in a message. */
export const nameOf = (file: string): string => (file === '-' ? 'standard input' : file)

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you do not have permission',
  EPERM: 'you do not have permission',
  EROFS: 'the file system is read-only',
  EEXIST: 'a file is where a folder is needed',
  ENOSPC: 'there is no space left on the device',
}

/** Says why the file system refused something, without the path. */
export function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  return REASONS[code] ?? message
}

/** The spec file among the positional arguments: none means `wizard.json`. */
export function specFile(positionals: readonly string[]): string {
  const [file = 'wizard.json', ...rest] = positionals
  if (rest.length > 0) throw new UsageError(`only one spec file is allowed; remove ${rest.join(' ')}`)
  return file
}
