import { type Compiled, compile } from '../lib/compile'
import type { SpecError } from '../lib/document/error'
import { parseSpecBytes } from '../lib/document/parse'
import type { Outcome } from './command'
import { readInput } from './input'
import { printable } from './printable'

/** Reads and compiles a spec file (`-`: standard input). */
export async function compileFile(file: string): Promise<Compiled> {
  const document = parseSpecBytes(await readInput(file))
  return document.ok ? compile(document.value) : document
}

/** Status 1: a readable line an error on standard error, or the whole object on standard output with `--json`. */
export function refused(errors: readonly SpecError[], file: string, json: boolean | undefined): Outcome {
  if (json) return { status: 1, stdout: `${JSON.stringify({ errors, findings: [] }, null, 2)}\n` }
  const lines = errors.map(({ code, path, message }) =>
    printable(`  ${path || '(document)'}: ${message} [${code}]`),
  )
  const count = errors.length === 1 ? '1 error' : `${errors.length} errors`
  return { status: 1, stderr: `${file} is refused, ${count}:\n${lines.join('\n')}\n` }
}
