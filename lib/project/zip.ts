import { strToU8, type Zippable, zipSync } from 'fflate'
import type { ProjectFile } from './project-file'

const UNIX = 3
const READ = 0o100644
const RUN = 0o100755

/** Zips files into one top folder. The same files give the same bytes in any time zone. */
export function zip(folder: string, files: readonly ProjectFile[]): Uint8Array<ArrayBuffer> {
  // Zip stores local time from 1980 on; a fixed time makes the bytes of equal projects equal.
  const mtime = new Date(1980, 0, 1, 12)
  const entries: Zippable = Object.fromEntries(
    files.map(({ path, text, executable }) => [
      `${folder}/${path}`,
      [strToU8(text), { mtime, os: UNIX, attrs: (executable ? RUN : READ) * 0x10000 }],
    ]),
  )
  return zipSync(entries) as Uint8Array<ArrayBuffer>
}
