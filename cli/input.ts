import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { UsageError } from './command'

/** A path as the caller means it: npm runs scripts in the project's folder and leaves the caller's in INIT_CWD. */
export const fromCaller = (file: string): string => path.resolve(process.env.INIT_CWD ?? process.cwd(), file)

/** The bytes of `file`, or of standard input for `-`. */
export async function readInput(file: string): Promise<Uint8Array> {
  if (file === '-') return readStdin()
  try {
    return await readFile(fromCaller(file))
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : String(error)
    throw new UsageError(`cannot read ${file}: ${reason}`)
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The spec file among the positional arguments: none means `wizard.json`. */
export function specFile(positionals: readonly string[]): string {
  const [file = 'wizard.json', ...rest] = positionals
  if (rest.length > 0) throw new UsageError(`only one spec file is allowed; remove ${rest.join(' ')}`)
  return file
}
