import type { SpecError } from './error'
import { specError } from './error-code'
import { findJsonFault } from './json-fault'

/** A JSON value, or the one error of the whole document. */
export type JsonDocument =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly errors: readonly SpecError[] }

/** A document of more UTF-8 bytes is refused before it is parsed. */
export const MAX_DOCUMENT_BYTES = 1_048_576

/** Bytes of a file → its JSON value. */
export function readJsonBytes(bytes: Uint8Array): JsonDocument {
  if (bytes.length > MAX_DOCUMENT_BYTES) return tooLarge(`: ${bytes.length}`)
  try {
    return readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refused(specError('NOT_JSON', '', 'The document is not UTF-8 text; save it in that encoding.'))
  }
}

/** Text → its JSON value. A byte order mark at its beginning is no fault. */
export function readJsonText(text: string): JsonDocument {
  if (text.length > MAX_DOCUMENT_BYTES) return tooLarge('')
  const bytes = new TextEncoder().encode(text).length
  return bytes > MAX_DOCUMENT_BYTES ? tooLarge(`: ${bytes}`) : readJson(text.replace(/^\uFEFF/, ''))
}

function readJson(text: string): JsonDocument {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    const { line, column, expected } = findJsonFault(text) ?? { line: 1, column: 1, expected: 'a value' }
    return refused(
      specError(
        'NOT_JSON',
        '',
        `The document is not JSON: at line ${line}, column ${column} there should be ${expected}.`,
      ),
    )
  }
}

const tooLarge = (size: string) =>
  refused(
    specError(
      'DOCUMENT_TOO_LARGE',
      '',
      `The document has more than the ${MAX_DOCUMENT_BYTES} bytes (1 MiB) allowed${size}; shorten its texts or split the service.`,
    ),
  )

const refused = (error: SpecError): JsonDocument => ({ ok: false, errors: [error] })
