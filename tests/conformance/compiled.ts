import { type Compilation, compile } from '../../lib/compile'
import type { SpecInput } from '../../lib/document/spec'
import type { FormatId } from '../../lib/formats'

const compilations = new WeakMap<SpecInput, Compilation>()

/** The compilation of a spec, the same one for each of its formats; throws when the spec is refused. */
export function compilationOf(spec: SpecInput): Compilation {
  const before = compilations.get(spec)
  if (before) return before
  const compiled = compile(spec)
  if (!compiled.ok) throw new Error(`refused: ${JSON.stringify(compiled.errors)}`)
  compilations.set(spec, compiled)
  return compiled
}

/** The text of one format; throws when the spec is refused. */
export const textOf = (spec: SpecInput, format: FormatId): string => compilationOf(spec).output(format).text
