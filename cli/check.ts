import { parseArguments } from './arguments'
import type { Outcome } from './command'
import { compileFile, refused } from './document'
import { specFile } from './input'

/** `check [--json] [spec.json]`: errors and findings. */
export async function check(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } })
  const file = specFile(positionals)
  const compiled = await compileFile(file)
  if (!compiled.ok) return refused(compiled.errors, file, values.json)
  const findings = compiled.findings()
  if (values.json) return { status: 0, stdout: `${JSON.stringify({ errors: [], findings }, null, 2)}\n` }
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
