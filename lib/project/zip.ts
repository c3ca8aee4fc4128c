import { strToU8, type Zippable, zipSync } from 'fflate'
import type { ProjectFile } from './project-file'

const UNIX = 3
const READ = 0o100644
const RUN = 0o100755

/** The files as a zip: the same bytes for the same files, in any time zone. */
export function zip(files: readonly ProjectFile[]): Uint8Array<ArrayBuffer> {
  // Zip keeps local time and knows none before 1980; a fixed one makes equal projects equal bytes.
  const mtime = new Date(1980, 0, 1, 12)
  const entries: Zippable = Object.fromEntries(
    files.map(({ path, text, executable }) => [
      path,
      [strToU8(text), { mtime, os: UNIX, attrs: (executable ? RUN : READ) * 0x10000 }],
    ]),
  )
  return zipSync(entries) as Uint8Array<ArrayBuffer>
}
