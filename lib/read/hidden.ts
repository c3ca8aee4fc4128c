import type { Cause } from '../deployed/cause'
import type { Term } from '../deployed/term'
import type { Span } from '../source/node'

/** A part of the files that may contain endpoints or authorizers, and why it is not known. */
export interface Hidden {
  readonly cause: Cause
  readonly at: Span
  /** The path that it is about, where that is known. */
  readonly path?: string
}

/** Missing files and macros are named by themselves; everything else hides what checks would be about. */
export const isNamed = ({ cause: { kind } }: Hidden): boolean => kind === 'file' || kind === 'macro'

/** Why a map may have keys that the files do not show. */
export function hiddenKeys(map: Term): readonly Hidden[] {
  const causes = 'cause' in map ? [map.cause] : map.kind === 'fields' ? map.open : []
  return causes.map(cause => ({ cause, at: map.at }))
}
