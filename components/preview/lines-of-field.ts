import type { FieldPath } from '@/lib/document/field-path'

export interface FieldLines {
  /** The field itself, or the nearest one around it that made a line. */
  readonly field: FieldPath
  /** Line numbers from 1, ascending. */
  readonly lines: readonly number[]
}

/** A part of a text, with the field of each of its lines. */
interface Block {
  readonly fields: readonly (FieldPath | undefined)[]
}

/** The lines that `path` made; when it made none (an empty option), those of the nearest field around it. */
export function linesOf(path: FieldPath, blocks: readonly Block[]): FieldLines | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const lines: number[] = []
    let line = 0
    const inside = `${at}.`
    for (const { fields } of blocks)
      for (const field of fields) {
        line++
        if (field !== undefined && (field === at || field.startsWith(inside))) lines.push(line)
      }
    if (lines.length > 0) return { field: at, lines }
  }
  return undefined
}
