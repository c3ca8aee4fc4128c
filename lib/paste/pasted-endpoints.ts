import type { NewScope } from '../document/edit/declare-scopes'
import type { Spec } from '../document/spec'

export type Endpoint = Spec['endpoints'][number]

/** A part of a paste that is not an endpoint. */
export interface PasteIssue {
  /** Where it begins, counted from 1. */
  readonly line: number
  /** Continues "Line 3: …", with the remedy. */
  readonly message: string
  /** What remains to be corrected. */
  readonly text: string
}

/** What a paste is read as. */
export interface PastedEndpoints {
  readonly endpoints: readonly Endpoint[]
  readonly issues: readonly PasteIssue[]
  /** What was written, and what it became: short scopes, and paths with values in place of variables. */
  readonly completed: ReadonlyMap<string, string>
  /** Scopes of the endpoints that no resource server has yet. */
  readonly newScopes: readonly NewScope[]
}

/** What pastes are read with. */
export interface PasteContext {
  /** The full scopes of the document. */
  readonly declared: readonly string[]
  /** The identifiers of the resource servers. Short names that are not declared belong to the first. */
  readonly identifiers: readonly string[]
  readonly stage: string
}
