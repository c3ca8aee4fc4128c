import type { ReportRepair } from '@/lib/doctor/report'
import type { GivenFile } from '@/lib/read/read'
import { repaired } from './state/files'

/** What a repair does to one file. */
export interface FileChange {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** What a repair does to each file. */
export function fileChanges(files: readonly GivenFile[], repair: ReportRepair): readonly FileChange[] {
  const after = repaired(files, repair)
  return files.flatMap(({ path, text }, i) => {
    const next = after[i]?.text ?? text
    return next === text ? [] : [{ path, before: text, after: next }]
  })
}
