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
    let before = 0
    for (const block of blocks) {
      for (const line of linesInBlock(block, at)) lines.push(before + line)
      before += block.fields.length
    }
    if (lines.length > 0) return { field: at, lines }
  }
  return undefined
}

/** Found last in each block, which an edit elsewhere leaves the same object: the field with focus is the same at each keystroke. */
const found = new WeakMap<Block, { readonly field: FieldPath; readonly lines: readonly number[] }>()

/** The lines of `field` in a block, counted from 1. */
function linesInBlock(block: Block, field: FieldPath): readonly number[] {
  const last = found.get(block)
  if (last?.field === field) return last.lines
  const inside = `${field}.`
  const lines: number[] = []
  for (const [i, one] of block.fields.entries())
    if (one !== undefined && (one === field || one.startsWith(inside))) lines.push(i + 1)
  found.set(block, { field, lines })
  return lines
}
