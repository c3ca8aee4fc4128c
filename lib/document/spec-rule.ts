import type { Draft } from './draft'
import type { SpecError } from './error'

/** A part of the document, by its name at the top level. */
export type Part = keyof Draft

/** A constraint over several fields. It ignores fields that cannot be read. */
export interface SpecRule {
  /** All that it reads: while these parts stay as they were in a valid document, it has no errors. */
  readonly reads: readonly Part[]
  readonly errorsOf: (draft: Draft) => Iterable<SpecError>
}

/** A rule gets only the parts that it names, so it cannot read others. */
export const specRule = <Read extends Part>(
  reads: readonly Read[],
  errorsOf: (draft: Pick<Draft, Read>) => Iterable<SpecError>,
): SpecRule => ({ reads, errorsOf })
