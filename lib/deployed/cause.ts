import type { Span } from '../source/node'

/** Kinds of reasons why a value is unknown. */
export type CauseKind =
  | 'parameter'
  | 'import'
  | 'nested'
  | 'condition'
  | 'variable'
  | 'file'
  | 'dynamic-reference'
  | 'macro'
  | 'outside'

/** Why something cannot be known from the files. */
export interface Cause {
  readonly kind: CauseKind
  /** What to ask for: the name of a parameter, a variable, a file; or what is outside. */
  readonly name: string
  readonly message: string
  readonly at?: Span
}

/** What is not in the files at all. */
export const outside = (name: string, message: string): Cause => ({ kind: 'outside', name, message })

/** A file that another file names. */
export const fileNotGiven = (path: string, at: Span): Cause => ({
  kind: 'file',
  name: path,
  message: `${path} was not given. Add it to the files.`,
  at,
})

/** Each cause once, the first of its kind and name. */
export function distinctCauses(causes: readonly Cause[]): readonly Cause[] {
  const found = new Map<string, Cause>()
  for (const cause of causes) {
    const key = `${cause.kind} ${cause.name}`
    if (!found.has(key)) found.set(key, cause)
  }
  return [...found.values()]
}
