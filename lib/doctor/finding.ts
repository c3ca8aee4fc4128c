import type { Cause } from '../deployed/cause'
import type { Edit } from '../source/edit'
import type { Span } from '../source/node'

/** How bad a finding is: it cannot work, tokens are refused, or it could be better. */
export type Severity = 'error' | 'warning' | 'suggestion'

/** The worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'suggestion']

/** A place of a finding, and the logical id of what is there. */
export interface Place extends Span {
  readonly logicalId?: string
}

/** Something that is certainly wrong, for every value that unknown parts can take. */
export interface Finding {
  /** Stable SCREAMING_SNAKE word. */
  readonly code: string
  readonly severity: Severity
  /** One sentence that names what was found. */
  readonly message: string
  /** The consequence. */
  readonly why: string
  readonly fix: string
  /** The page that says so. */
  readonly source: string
  readonly at: readonly Place[]
  /** What it is about, such as `GET /notes` or a client's logical id. */
  readonly subjects: readonly string[]
  /** The code, with each subject and its resource: what stays the same when an edit moves the places. */
  readonly claims: readonly string[]
  /** Parameter defaults that the finding rests on, as sentences. */
  readonly because: readonly string[]
  /** Changes of the text that may remove it, the best first; none of them is proved yet. */
  readonly proposals: readonly Proposal[]
}

/** A change of the text that may remove a finding. */
export interface Proposal {
  readonly label: string
  readonly edits: readonly Edit[]
}

/** A check that depends on something unknown. */
export interface Undecided {
  readonly code: string
  /** What it is about, such as `GET /notes` or a client's logical id. */
  readonly on: string
  readonly message: string
  readonly at: readonly Place[]
  readonly because: readonly Cause[]
}
