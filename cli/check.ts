import { checkSmall } from '../lib/check-small'
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
  const { errors, findings } = checkSmall(document) ?? (await import('../lib/check')).check(document)
  if (errors.length > 0) return refusedDocument(document, errors, file, values.json)
  if (values.json) return { status: 0, stdout: `${printableJson({ errors, findings }, 2)}\n` }
  const open = findings.filter(({ acknowledged }) => !acknowledged)
  const done = findings.filter(({ acknowledged }) => acknowledged)
  const lines = open.flatMap(({ severity, code, paths, message, why, fix }) => [
    `${severity} ${code} at ${paths.join(', ')}`,
    `  ${message} ${why}`,
    `  ${fix}`,
  ])
  const counts = [
    open.length === 0 ? 'no findings' : `${open.length} ${open.length === 1 ? 'finding' : 'findings'}`,
    ...(done.length === 0 ? [] : [`${done.length} acknowledged`]),
  ]
  return {
    status: 0,
    stdout: `${[
      `${nameOf(file)} is valid, ${counts.join(', ')}`,
      ...lines,
      ...done.map(({ code, paths }) => `acknowledged ${code} at ${paths.join(', ')}`),
    ]
      .map(printable)
      .join('\n')}\n`,
  }
}
