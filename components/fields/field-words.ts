import { fieldName } from '@/components/session/field-name'
import { fieldInfo } from '@/lib/document/field-info'
import type { FieldPath } from '@/lib/document/field-path'

export interface FieldWords {
  readonly label: string
  /** One sentence. */
  readonly help?: string
  readonly example?: string
  /** Address of the AWS page about it. */
  readonly docs?: string
}

const known = new Map<string, FieldWords>()

/** The words of the field at `path`: the form's name for it, and what the schema knows about it. */
export function fieldWords(path: FieldPath): FieldWords {
  const kind = path.replace(/\.\d+(?=\.|$)/g, '.*')
  const words = known.get(kind) ?? { ...fieldInfo(kind), label: fieldName(kind) }
  known.set(kind, words)
  return words
}
