import { check as checkDocument } from '../lib/check'
import { parseArguments } from './arguments'
import type { Outcome } from './command'
import { nameOf, readInput, specFile } from './input'
import { printable, printableJson } from './printable'
import { refusedDocument } from './refused'

/** `check [--json] [spec.json]`: errors and findings. */
export async function check(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } })
  const file = specFile(positionals)
  const document = await readInput(file)
  const { errors, findings } = checkDocument(document)
  if (errors.length > 0) return refusedDocument(document, errors, file, values.json)
  if (values.json) return { status: 0, stdout: `${printableJson({ errors, findings }, 2)}\n` }
  const lines = findings.flatMap(({ severity, code, paths, message, why, fix }) => [
    `${severity} ${code} at ${paths.join(', ')}`,
    `  ${message} ${why}`,
    `  ${fix}`,
  ])
  const count =
    findings.length === 0
      ? 'no findings'
      : `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`
  return {
    status: 0,
    stdout: `${[`${nameOf(file)} is valid, ${count}`, ...lines].map(printable).join('\n')}\n`,
  }
}
