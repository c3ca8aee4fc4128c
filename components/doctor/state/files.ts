import type { ReportRepair } from '@/lib/doctor/report'
import type { GivenFile } from '@/lib/read/read'
import { withoutSecrets } from '@/lib/read/without-secrets'

type Files = readonly GivenFile[]

/** The files with others added; one with the path of an earlier one replaces it. */
export function withFiles(files: Files, added: Files): Files {
  const next = new Map(files.map(file => [file.path, file]))
  for (const { path, text } of added) next.set(path, { path, text: withoutSecrets(text) })
  return [...next.values()]
}

export const withText = (files: Files, path: string, text: string): Files =>
  files.map(file => (file.path === path ? { path, text } : file))

/** The files after a repair. Its offsets are those of the files that were examined. */
export const repaired = (files: Files, { edits }: ReportRepair): Files =>
  files.map(({ path, text }) => {
    const own = edits
      .filter(({ file }) => file === path)
      .toSorted((a, b) => a.start - b.start || a.end - b.end)
    let after = ''
    let last = 0
    for (const edit of own) {
      after += text.slice(last, edit.start) + edit.text
      last = edit.end
    }
    return { path, text: after + text.slice(last) }
  })

export const isSameFiles = (one: Files, other: Files): boolean =>
  one.length === other.length &&
  one.every(({ path, text }, i) => other[i]?.path === path && other[i].text === text)

/** Where two states of the files first differ: what to show after undo. */
export const firstChanged = (before: Files, after: Files): string | undefined =>
  after.find(({ path, text }) => before.find(file => file.path === path)?.text !== text)?.path
