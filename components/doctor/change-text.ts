import { lineChanges } from '@/components/ui/line-changes'
import type { ReportRepair } from '@/lib/doctor/report'
import type { GivenFile } from '@/lib/read/read'
import { repaired } from './state/files'

/** A line that a change removes or adds, with its number before or after the change. */
export interface SignedLine {
  readonly sign: '-' | '+'
  readonly number: number
  readonly text: string
}

/** What a repair does to one file. */
export interface FileChange {
  readonly path: string
  readonly before: string
  readonly after: string
  readonly lines: readonly SignedLine[]
}

/** What a repair does to each file, as whole lines. */
export function fileChanges(files: readonly GivenFile[], repair: ReportRepair): readonly FileChange[] {
  const after = repaired(files, repair)
  return files.flatMap(({ path, text }, i) => {
    const next = after[i]?.text ?? text
    return next === text ? [] : [{ path, before: text, after: next, lines: signedLines(text, next) }]
  })
}

function signedLines(before: string, after: string): readonly SignedLine[] {
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
