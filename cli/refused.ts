import type { SpecError } from '../lib/document/error'
import { requestErrorCodes } from '../lib/request-error'
import { type Outcome, UsageError } from './command'
import { nameOf } from './input'
import { printable, printableJson } from './printable'

/**
 * Refuses a document. A file that is recognised as something else gets one error that says what it is and what reads it,
 * instead of an error for each field.
 */
export async function refusedDocument(
  document: Uint8Array,
  errors: readonly SpecError[],
  file: string,
  json: boolean | undefined,
): Promise<Outcome> {
  const { recognizeFile } = await import('../lib/recognize')
  const other = await recognizeFile(document)
  return refused(other ? [other] : errors, file, json)
}

/**
 * Status 1: a readable line for each error on standard error, or the whole object on standard output with `--json`. An
 * error of the arguments is a UsageError instead.
 */
export function refused(errors: readonly SpecError[], file: string, json: boolean | undefined): Outcome {
  const wrongUsage = errors.find(
    ({ code }) => code !== 'JWKS_INVALID' && Object.hasOwn(requestErrorCodes, code),
  )
  if (wrongUsage) throw new UsageError(wrongUsage.message)
  if (json) return { status: 1, stdout: `${printableJson({ errors, findings: [] }, 2)}\n` }
  const lines = errors.map(({ code, path, message }) =>
    printable(`  ${path || '(document)'}: ${message} [${code}]`),
  )
  const count = errors.length === 1 ? '1 error' : `${errors.length} errors`
  return { status: 1, stderr: `${printable(`${nameOf(file)} is refused, ${count}:`)}\n${lines.join('\n')}\n` }
}
