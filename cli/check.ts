import { check as checkDocument } from '../lib/check'
import { parseArguments } from './arguments'
import type { Outcome } from './command'
import { readInput, specFile } from './input'
import { refused } from './refused'

/** `check [--json] [spec.json]`: errors and findings. */
export async function check(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } })
  const file = specFile(positionals)
  const { errors, findings } = checkDocument(await readInput(file))
  if (errors.length > 0) return refused(errors, file, values.json)
  if (values.json) return { status: 0, stdout: `${JSON.stringify({ errors, findings }, null, 2)}\n` }
  const lines = findings.map(
    ({ severity, code, paths, message, why, fix }) =>
      `${severity} ${code} at ${paths.join(', ')}\n  ${message} ${why}\n  ${fix}\n`,
  )
  const count =
    findings.length === 0
      ? 'no findings'
      : `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`
  return { status: 0, stdout: `${file} is valid, ${count}\n${lines.join('')}` }
}
