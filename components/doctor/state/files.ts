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

/** The text of each file, by its path. */
export type Texts = ReadonlyMap<string, string>

export const textsOf = (files: Files): Texts => new Map(files.map(({ path, text }) => [path, text]))

/** The files that are not as they were given. */
export const changedFiles = (files: Files, given: Texts): Files =>
  files.filter(({ path, text }) => given.get(path) !== text)

export interface KeptFiles {
  readonly files: Files
  readonly given: Texts
  readonly downloaded: Texts
}

export const hasUnsavedChanges = ({ files, given, downloaded }: KeptFiles): boolean =>
  changedFiles(files, given).some(({ path, text }) => downloaded.get(path) !== text)
