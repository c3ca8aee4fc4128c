import { explainField, type FieldExplanation } from '@/lib/document/explain-field'
import type { FieldPath } from '@/lib/document/field-path'

/** What a line of the output is, and the field that it comes from. */
export interface Explanation extends FieldExplanation {
  /** The property that the line sets: `AllowedOAuthFlows`. */
  readonly property?: string
}

/** Explains a line of the output; undefined without a known field. */
export function explain(line: string, field: FieldPath): Explanation | undefined {
  const found = explainField(field)
  const property = PROPERTY.exec(line)?.[2] ?? BLOCK.exec(line)?.[1]
  return found && { ...found, ...(property !== undefined && { property }) }
}

/** The name before `:` or `=` of a line in YAML, JSON, TypeScript or HCL. */
const PROPERTY = /^\s*(?:- |const |readonly )*(["']?)([A-Za-z][\w./-]{0,80})\1\??\s*(?::(?=\s|$)|=(?=\s))/
/** The type of a block in HCL. */
const BLOCK = /^\s*([a-z][a-z_]{0,80}) (?:"[^"]*" )*\{$/
