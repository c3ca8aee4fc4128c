import type { SpecError } from '@/lib/document/error'
import { type JsonDocument, readJsonBytes, readJsonText } from '@/lib/document/json-document'
import { type ReadDocument, readDocument } from '@/lib/document/read-document'

/** A document that was opened from anywhere, or the reason why it cannot be read at all. */
export type OpenedDocument =
  | ReadDocument
  | { readonly kind: 'unreadable'; readonly errors: readonly SpecError[] }

/** A document that no form can show. */
export type UnreadableDocument = Exclude<OpenedDocument, { kind: 'valid' | 'faulty' }>

const readJson = (json: JsonDocument): OpenedDocument =>
  json.ok ? readDocument(json.value) : { kind: 'unreadable', errors: json.errors }

/** Reads JSON text as a document. */
export const readDocumentText = (text: string): OpenedDocument => readJson(readJsonText(text))

/** Reads the bytes of a wizard.json as a document. */
export const readDocumentBytes = (bytes: Uint8Array): OpenedDocument => readJson(readJsonBytes(bytes))
