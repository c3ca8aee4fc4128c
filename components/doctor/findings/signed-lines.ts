import { lineChanges } from '@/components/ui/line-changes'

/** A line that a change removes or adds, with its number before or after the change. */
export interface SignedLine {
  readonly sign: '-' | '+'
  readonly number: number
  readonly text: string
}

/** What changes between two texts, as whole lines. */
export function signedLines(before: string, after: string): readonly SignedLine[] {
  const old = linesOf(before)
  const changes = lineChanges(`${old.join('\n')}\n`, `${linesOf(after).join('\n')}\n`)
  return changes.flatMap(({ oldLine, removed, newLine, inserted }) => [
    ...old
      .slice(oldLine - 1, oldLine - 1 + removed)
      .map((text, i): SignedLine => ({ sign: '-', number: oldLine + i, text })),
    ...inserted.map((text, i): SignedLine => ({ sign: '+', number: newLine + i, text })),
  ])
}

const linesOf = (text: string): readonly string[] => text.replace(/(?:\r\n|\n|\r)$/, '').split(/\r\n|\n|\r/)
