import { type FSWatcher, statSync, watch } from 'node:fs'
import path from 'node:path'

/** A file whose changes are noticed. */
export interface Watched {
  /** Looks now, without waiting for the file system to report. */
  look(): void
  close(): void
}

/**
 * Calls `onChange` when the file's time or size changes: soon after it was written, and at the latest at the next
 * `look`. The folder is watched, because editors replace a file rather than write into it.
 */
export function watchFile(file: string, onChange: () => void): Watched {
  let stamp = stampOf(file)
  const look = () => {
    const now = stampOf(file)
    if (now === stamp) return
    stamp = now
    if (now !== undefined) onChange()
  }
  let timer: NodeJS.Timeout | undefined
  let watcher: FSWatcher | undefined
  try {
    watcher = watch(path.dirname(file), { persistent: false }, (_, name) => {
      if (name !== null && name !== path.basename(file)) return
      clearTimeout(timer)
      timer = setTimeout(look, 40)
    })
    // A folder that cannot be watched any more is still looked at before each request.
    watcher.on('error', () => {})
  } catch {
    watcher = undefined
  }
  return {
    look,
    close() {
      clearTimeout(timer)
      watcher?.close()
    },
  }
}

function stampOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat && `${stat.mtimeMs}:${stat.size}:${stat.ino}`
}
