import type { Draft } from '../draft'
import type { SpecError } from '../error'

/** A constraint over several fields. It says nothing of fields that could not be read. */
export type SpecRule = (draft: Draft) => Iterable<SpecError>
