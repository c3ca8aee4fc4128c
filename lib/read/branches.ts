import type { Cause } from '../deployed/cause'
import type { Fields, Term } from '../deployed/term'

/** A map that a condition may decide on. */
export interface Branch {
  readonly map: Fields
  readonly under?: Cause
}

/** The maps that a value may be: one for each branch of a condition; and why there may be others. */
export interface Branches {
  readonly branches: readonly Branch[]
  readonly open: readonly Cause[]
}

/** Reads both branches of a condition; what is left out in one is no branch. */
export function branchesOf(term: Term, under?: Cause): Branches {
  if (term.kind === 'fields') return { branches: [{ map: term, ...(under && { under }) }], open: term.open }
  if (term.kind === 'unknown') return { branches: [], open: [term.cause] }
  if (term.kind !== 'either') return { branches: [], open: [] }
  const both = term.options.map(option => branchesOf(option, under ?? term.cause))
  return { branches: both.flatMap(({ branches }) => branches), open: both.flatMap(({ open }) => open) }
}
