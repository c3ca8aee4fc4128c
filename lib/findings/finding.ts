import type { FieldPath } from '../document/field-path'
import type { Spec } from '../document/spec'
import type { Model } from '../model/model'

/** It compiles, but you should know. */
export interface Finding {
  /** Stable SCREAMING_SNAKE word. */
  readonly code: string
  readonly severity: 'warning' | 'suggestion'
  /** The fields concerned, the one to show first. */
  readonly paths: readonly FieldPath[]
  /** One sentence that names what was found. */
  readonly message: string
  /** What comes of it. */
  readonly why: string
  /** What to do about it, in words. */
  readonly fix: string
  /** Address of the page that says so. */
  readonly source: string
}

/** The one right thing to do, where there is one: a pure change of the spec, and the label of its button. */
export interface Fix {
  readonly label: string
  /** The spec the finding was made of → a valid spec without it. */
  readonly apply: (spec: Spec) => Spec
}

/** A finding with the button beside it, if it can have one. */
export type RepairableFinding = Finding & { readonly repair?: Fix }

/** Sizes of the outputs, for rules that need more than the model. */
export interface OutputMetrics {
  /** UTF-8 bytes of the CloudFormation text. */
  readonly templateBytes: () => number
  /** Number of CloudFormation resources by the name of each format. */
  readonly resourceCounts: () => ReadonlyMap<string, number>
}

export interface Rule {
  readonly code: string
  readonly check: (model: Model, measures: OutputMetrics) => readonly RepairableFinding[]
}
