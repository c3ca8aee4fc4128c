import type { FieldPath } from './field-path'

/** An error that rejects a document: what is wrong with one field, and how to correct it. */
export interface SpecError {
  /** Stable name in SCREAMING_SNAKE_CASE. */
  readonly code: string
  readonly path: FieldPath
  /** What is wrong and how to correct it, for the person who edits the field. */
  readonly message: string
}
