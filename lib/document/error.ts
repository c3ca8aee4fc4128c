import type { FieldPath } from './field-path'

/** Why a document is refused: what is wrong at one field, and how to put it right. */
export interface SpecError {
  /** Stable SCREAMING_SNAKE word. */
  readonly code: string
  readonly path: FieldPath
  /** One sentence for the person at that field. */
  readonly message: string
}
