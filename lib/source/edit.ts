import type { Source, Span } from './node'

/** A replacement of a range of a file. */
export interface Edit extends Span {
  readonly text: string
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
