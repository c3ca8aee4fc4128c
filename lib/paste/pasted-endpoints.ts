import type { Spec } from '../document/spec'

type Endpoint = Spec['endpoints'][number]
export type NewScope = Spec['resourceServers'][number]['scopes'][number]

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
  /** Scopes that the first resource server does not have yet. */
  readonly newScopes: readonly NewScope[]
}

/** What pastes are read with. */
export interface PasteContext {
  /** The full scopes of the document. */
  readonly declared: readonly string[]
  /** The identifier of the first resource server, which gets new scopes. */
  readonly identifier: string
  readonly stage: string
}
