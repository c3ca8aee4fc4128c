import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { LambdaFunction } from '../../lib/model/model'

const EXTENSIONS = ['.mjs', '.js', '.cjs', '.ts', '.mts']

/** The source file of a function below `dir`, or undefined. */
export function handlerFile(dir: string, { file }: LambdaFunction): string | undefined {
  const base = path.join(dir, file)
  const found = EXTENSIONS.find(extension => existsSync(base + extension))
  return found && base + found
}

/** A string literal that begins like a relative path: what a module imports, requires or reads. */
const RELATIVE = /['"`](\.\.?\/[^'"`\n]{1,200})['"`]/g
const MOST_FILES = 2000

/**
 * The files that a module depends on by relative paths, itself first, as far as its text shows: imports, `require`,
 * `new URL('./data.json', import.meta.url)`. Packages are not among them.
 */
export function dependencies(file: string): readonly string[] {
  const found = new Set([file])
  for (const here of found) {
    if (found.size > MOST_FILES) break
    if (!/\.[cm]?[jt]sx?$/.test(here)) continue
    for (const [, relative = ''] of readText(here).matchAll(RELATIVE)) {
      const target = resolved(path.resolve(path.dirname(here), relative))
      if (target) found.add(target)
    }
  }
  return [...found]
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The path itself or, as bundlers and CommonJS resolve it, with an extension, or `index` in the folder. */
function resolved(target: string): string | undefined {
  const withoutJs = target.replace(/\.([cm]?)js$/, '.$1ts')
  const candidates = [target, withoutJs, ...[...EXTENSIONS, '.json'].map(extension => target + extension)]
  const inside = EXTENSIONS.map(extension => path.join(target, `index${extension}`))
  return [...candidates, ...inside].find(isFile)
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
}

/** Changes when any of the files does: their times and sizes. */
export const stampOf = (files: readonly string[]): string =>
  files
    .map(file => {
      const stat = statSync(file, { throwIfNoEntry: false })
      return stat ? `${stat.mtimeMs}:${stat.size}` : '-'
    })
    .join()
