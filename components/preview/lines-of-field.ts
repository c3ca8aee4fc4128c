import { type FieldPath, isWithin } from '@/lib/document/field-path'

export interface FieldLines {
  /** The field itself, or the nearest one around it that made a line. */
  readonly field: FieldPath
  /** Line numbers from 1, ascending. */
  readonly lines: readonly number[]
}

/** The lines that `path` made; when it made none (an empty option), those of the nearest field around it. */
export function linesOf(path: FieldPath, fields: readonly (FieldPath | undefined)[]): FieldLines | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const lines: number[] = []
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i]
      if (field !== undefined && isWithin(field, at)) lines.push(i + 1)
    }
    if (lines.length > 0) return { field: at, lines }
  }
  return undefined
}
