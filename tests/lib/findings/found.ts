import { compile } from '../../../lib/compile'
import { type Document, editedAll } from '../document/edited'

/** Compiles a document with changes; a test must not go on with one that is refused. */
export function compiled(base: Document, set: Readonly<Record<string, unknown>> = {}) {
  const result = compile(editedAll(base, set))
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  return result
}

/** Paths of every finding of one code. */
export const found = (code: string, base: Document, set: Readonly<Record<string, unknown>> = {}) =>
  compiled(base, set)
    .findings()
    .filter(finding => finding.code === code)
    .map(({ paths }) => paths)
