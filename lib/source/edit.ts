import type { Node, Source, Span } from './node'

/** A replacement of a range of a file. */
export interface Edit extends Span {
  readonly text: string
  /** What it changes: a scalar or a value as a whole, or a map or list by one key or item. */
  readonly target: Node
}

/** The text of a source with the edits that concern it applied; they do not overlap. */
export function applyEdits(source: Source, edits: readonly Edit[]): string {
  const own = edits
    .filter(edit => edit.source === source)
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
  let text = ''
  let last = 0
  for (const edit of own) {
    text += source.text.slice(last, edit.start) + edit.text
    last = edit.end
  }
  return text + source.text.slice(last)
}

/** The edits, each once, in the order of the text of each source; undefined if two of them are in each other's way. */
export function mergeEdits(edits: readonly Edit[]): readonly Edit[] | undefined {
  const sources = new Map([...new Set(edits.map(({ source }) => source))].map((source, i) => [source, i]))
  const merged: Edit[] = []
  for (const edit of edits.toSorted(
    (a, b) => sources.get(a.source)! - sources.get(b.source)! || a.start - b.start || a.end - b.end,
  )) {
    const last = merged.at(-1)
    if (last && isSame(last, edit)) continue
    if (last && last.source === edit.source && edit.start < last.end) return undefined
    if (last && last.source === edit.source && edit.start === last.start && edit.end === last.end)
      return undefined
    merged.push(edit)
  }
  return merged
}

const isSame = (a: Edit, b: Edit) =>
  a.source === b.source && a.start === b.start && a.end === b.end && a.text === b.text
