import type { FieldPath } from '../document/field-path'
import type { FindingCode } from '../document/finding-code'
import type { Spec } from '../document/spec'
import type { Model } from '../model/model'

/** A non-blocking issue: the spec compiles, but something deserves attention. */
export interface Finding {
  /** Stable name in SCREAMING_SNAKE_CASE. */
  readonly code: FindingCode
  readonly severity: 'warning' | 'suggestion'
  /** The fields concerned, the most relevant first. */
  readonly paths: readonly FieldPath[]
  /** One sentence that says what was found. */
  readonly message: string
  /** The consequence. */
  readonly why: string
  /** What to do about it. */
  readonly fix: string
  /** URL of the documentation. */
  readonly source: string
  /** Present if the document acknowledges it: it is meant, and counts as done. */
  readonly acknowledged?: true
}

/** An automatic fix: a pure change of the spec, and the label of its button. */
export interface Fix {
  readonly label: string
  /** Returns a valid spec without the finding. */
  readonly apply: (spec: Spec) => Spec
}

/** A finding with an automatic fix, where exactly one is correct. */
export type RepairableFinding = Finding & {
  readonly repair?: Fix
  /**
   * What it is about: an endpoint (`GET /products`), the name of a client, a full scope or an identifier; absent if it is
   * about the whole document. With `code`, an entry of the document's `acknowledged`.
   */
  readonly at?: string
}

/** Sizes of the outputs, for rules that need more than the model. */
export interface OutputMetrics {
  /** UTF-8 bytes of the CloudFormation text. */
  readonly templateBytes: () => number
  /** Number of CloudFormation resources by the name of each format. */
  readonly resourceCounts: () => ReadonlyMap<string, number>
}

export interface Rule {
  readonly code: FindingCode
  readonly check: (model: Model, measures: OutputMetrics) => readonly RepairableFinding[]
}
