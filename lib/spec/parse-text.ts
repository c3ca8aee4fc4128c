import { specError } from './error-code'
import { findJsonFault } from './json-fault'
import { type Parsed, parseSpec } from './parse'

/** A document of more UTF-8 bytes is refused before it is parsed. */
export const MOST_BYTES = 1_048_576

/** JSON text → the spec with its defaults, or every error it has. A byte order mark at its beginning is no fault. */
export function parseSpecText(text: string): Parsed {
  const bytes = text.length > MOST_BYTES ? undefined : new TextEncoder().encode(text).length
  if (bytes === undefined || bytes > MOST_BYTES)
    return refused(
      specError(
        'DOCUMENT_TOO_LARGE',
        '',
        `The document has more than 1 MiB (${MOST_BYTES} bytes)${bytes === undefined ? '' : `: ${bytes}`}; split the service or shorten its texts.`,
      ),
    )
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    const { line, column, expected } = findJsonFault(json) ?? { line: 1, column: 1, expected: 'a value' }
    return refused(
      specError(
        'NOT_JSON',
        '',
        `The document is not JSON: at line ${line}, column ${column} there should be ${expected}.`,
      ),
    )
  }
  return parseSpec(value)
}

const refused = (error: Extract<Parsed, { ok: false }>['errors'][number]): Parsed => ({
  ok: false,
  errors: [error],
})
