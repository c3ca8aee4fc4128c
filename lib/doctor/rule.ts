import type { Access } from '../deployed/access'
import type { Resource } from '../deployed/deployed'
import type { Truth } from '../deployed/truth'
import type { Reading } from '../read/read'
import type { Span } from '../source/node'
import type { Proposal, Severity } from './finding'

/** What a rule says of one thing: whether the fault is there. */
export interface Verdict {
  /** Is the fault there? */
  readonly truth: Truth
  /** What it is about, such as `GET /notes` or a client's logical id. */
  readonly on: string
  /** Verdicts with the same group become one finding with several places. */
  readonly group: string
  readonly at: Span
  readonly resource?: Resource
  /** Where it differs from the rule's. */
  readonly severity?: Severity
  readonly message: string
  /** What the message says of this thing alone, such as the name of its scope. */
  readonly detail?: string
  readonly why: string
  readonly fix: string
  readonly proposals?: () => readonly Proposal[]
}

/** A check of everything that was read. */
export interface Rule {
  readonly code: string
  readonly severity: Severity
  /** The page that says so. */
  readonly source: string
  readonly check: (facts: Facts) => Verdicts
}

/** What a rule says of each thing; undefined for one without the fault. */
export type Verdicts = readonly (Verdict | undefined)[]

/** What rules read: the files, and answers that several rules need. */
export interface Facts extends Reading {
  readonly access: Access
}
