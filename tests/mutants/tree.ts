import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

/** A copy of the project: mutants are written there, so that the sources never change, whatever ends the run. */
export function copyOfTree(): { readonly folder: string; readonly remove: () => void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mutants-'))
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const file of listed.split('\0').filter(Boolean)) {
    if (!fs.existsSync(path.join(root, file))) continue
    fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
    fs.copyFileSync(path.join(root, file), path.join(folder, file))
  }
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) }
}

/** TypeScript sources below a folder, as paths from the root, sorted; or the one file. */
export const sourcesBelow = (below: string): readonly string[] =>
  below.endsWith('.ts')
    ? [below]
    : fs
        .readdirSync(path.join(root, below), { recursive: true, encoding: 'utf8' })
        .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
        .map(file => path.posix.join(below, file.replaceAll(path.sep, '/')))
        .sort()

export const readSource = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8')
