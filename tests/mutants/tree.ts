import fs from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

/** TypeScript sources below a folder, as paths from the root, sorted; or the one file. */
export const filesBelow = (below: string): readonly string[] =>
  below.endsWith('.ts')
    ? [below]
    : fs
        .readdirSync(path.join(root, below), { recursive: true, encoding: 'utf8' })
        .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
        .map(file => path.posix.join(below, file.replaceAll(path.sep, '/')))
        .sort()

export const readSource = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8')
