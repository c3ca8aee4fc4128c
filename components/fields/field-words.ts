import { fieldName } from '@/components/session/field-name'
import type { FieldPath } from '@/lib/spec/field-path'

export interface FieldWords {
  readonly label: string
  /** One sentence. */
  readonly help?: string
  /** Address of the AWS page about it. */
  readonly docs?: string
}

/** The words of the field at `path`. */
export const fieldWords = (path: FieldPath): FieldWords => ({ label: fieldName(path) })
