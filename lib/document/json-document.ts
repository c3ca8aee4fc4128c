import type { SpecError } from './error'
import { specError } from './error-code'
import { findJsonSyntaxIssue } from './json-syntax'

/** A JSON value, or the error that the document is not one. */
export type JsonDocument =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly errors: readonly SpecError[] }

/** Maximum size in UTF-8 bytes; larger documents are rejected before they are parsed. */
export const MAX_DOCUMENT_BYTES = 1_048_576

/** Reads the JSON value of a file's bytes. */
export function readJsonBytes(bytes: Uint8Array): JsonDocument {
  if (bytes.length > MAX_DOCUMENT_BYTES) return tooLarge()
  try {
    return readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refused(specError('NOT_JSON', '', 'The document is not UTF-8 text. Save it with UTF-8 encoding.'))
  }
}

/** Reads the JSON value of a text. A byte order mark at the start is ignored. */
export function readJsonText(text: string): JsonDocument {
  if (text.length > MAX_DOCUMENT_BYTES) return tooLarge()
  const bytes = new TextEncoder().encode(text).length
  return bytes > MAX_DOCUMENT_BYTES ? tooLarge() : readJson(text.replace(/^\uFEFF/, ''))
}

function readJson(text: string): JsonDocument {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    const { line, column, expected } = findJsonSyntaxIssue(text) ?? {
      line: 1,
      column: 1,
      expected: 'a value',
    }
    return refused(
      specError(
        'NOT_JSON',
        '',
        `The document is not valid JSON: expected ${expected} at line ${line}, column ${column}.`,
      ),
    )
  }
}

// Without the size: a reader may have stopped at the limit.
const tooLarge = () =>
  refused(
    specError(
      'DOCUMENT_TOO_LARGE',
      '',
      `The document is larger than 1 MiB (${MAX_DOCUMENT_BYTES} bytes). Shorten its descriptions or split the service.`,
    ),
  )

const refused = (error: SpecError): JsonDocument => ({ ok: false, errors: [error] })

/** True for what JSON calls an object. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
