import { type LineChange, lineChanges } from '@/components/ui/line-changes'

export interface TextBlock {
  /** Every line ends in `\n`. */
  readonly text: string
  /** One for each line. */
  readonly fields: readonly unknown[]
}

/**
 * The lines that differ between two texts made of blocks. A block that is the same object in both is never read, so the
 * cost is that of the blocks that have changed.
 */
export function blockChanges(
  before: readonly TextBlock[],
  after: readonly TextBlock[],
): readonly LineChange[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let tail = 0
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++

  const changes: LineChange[] = []
  let oldLine = countLines(before, start)
  let newLine = oldLine
  const compare = (old: readonly TextBlock[], young: readonly TextBlock[]) => {
    for (const change of lineChanges(textOf(old), textOf(young)))
      changes.push({ ...change, oldLine: oldLine + change.oldLine, newLine: newLine + change.newLine })
  }
  if (before.length !== after.length) {
    compare(before.slice(start, before.length - tail), after.slice(start, after.length - tail))
    return changes
  }
  // As many blocks as before: each was changed in its place.
  for (let i = start; i < before.length - tail; i++) {
    const [old, young] = [before[i]!, after[i]!]
    if (old !== young) compare([old], [young])
    oldLine += old.fields.length
    newLine += young.fields.length
  }
  return changes
}

const textOf = (blocks: readonly TextBlock[]): string => blocks.map(({ text }) => text).join('')

function countLines(blocks: readonly TextBlock[], end: number): number {
  let lines = 0
  for (let i = 0; i < end; i++) lines += blocks[i]!.fields.length
  return lines
}
