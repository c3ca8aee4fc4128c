import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Files by their path inside a project, with forward slashes. */
export type ProjectFiles = Readonly<Record<string, string>>

/** In memory where Linux offers it: a disk takes longer to make and remove a small folder than the tools take to use it. */
const parent = isWritable('/dev/shm') ? '/dev/shm' : os.tmpdir()

function isWritable(folder: string): boolean {
  try {
    fs.accessSync(folder, fs.constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Runs `work` in a new folder that contains `files`, and removes the folder whatever happens. */
export async function inScratch<T>(
  files: ProjectFiles,
  work: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = fs.mkdtempSync(path.join(parent, 'conformance-'))
  try {
    writeFiles(folder, files)
    return await work(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

export function writeFiles(folder: string, files: ProjectFiles): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, text)
  }
}

/** One stub file for each file that `handlers` (`bin/orders.list`) name, exporting all that is asked of it. */
export function handlerFiles(handlers: Iterable<string>): ProjectFiles {
  const exports = new Map<string, string[]>()
  for (const handler of handlers) {
    const dot = handler.lastIndexOf('.')
    const file = `${handler.slice(0, dot)}.js`
    exports.set(file, [...(exports.get(file) ?? []), handler.slice(dot + 1)])
  }
  return Object.fromEntries(
    [...exports].map(([file, names]) => [
      file,
      names.map(name => `exports.${name} = async () => ({ statusCode: 200 })\n`).join(''),
    ]),
  )
}
