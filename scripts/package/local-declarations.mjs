// The types of `cognito-scope-wizard/local` in one file: those of local/api.ts, which imports nothing, and `startLocal`.
import { readFileSync } from 'node:fs'
import { at } from '../run.mjs'

export function localDeclarations() {
  const types = readFileSync(at('local/api.ts'), 'utf8')
  if (/^import /m.test(types))
    throw new Error('local/api.ts has an import: its types are published without one')
  const source = readFileSync(at('local/index.ts'), 'utf8')
  const found =
    /^(\/\*\* .* \*\/\n)export async (function startLocal)\(options: LocalOptions = \{\}\): (.+) \{$/m.exec(
      source,
    )
  if (!found) throw new Error('local/index.ts has another startLocal than this script can declare')
  const [, comment, name, result] = found
  return `${types}\n${comment}export declare ${name}(options?: LocalOptions): ${result};\n`
}
