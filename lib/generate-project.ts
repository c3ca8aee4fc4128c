import { type CompiledProject, compile, type FormatId, formats } from './compile'
import { type Refused, refuseRequest } from './request-error'

/**
 * Generates the whole project of one format: its template, stubs of the handlers, scripts and a README.
 *
 * @param document The document `wizard.json`: its JSON value, its JSON text, or the UTF-8 bytes of that text.
 * @param format Id of an output format, one of {@link formats}.
 * @returns The project, or every error of the document; `FORMAT_UNKNOWN` for another format.
 */
export function generateProject(
  document: unknown,
  format: FormatId,
): ({ readonly ok: true } & CompiledProject) | Refused {
  const known = formats.map(({ id }) => id)
  if (!known.includes(format))
    return refuseRequest(
      'FORMAT_UNKNOWN',
      `Unknown format ${String(format)}. Use one of ${known.join(', ')}.`,
    )
  const compiled = compile(document)
  return compiled.ok ? { ok: true, ...compiled.project(format) } : compiled
}
