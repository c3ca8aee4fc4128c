import type { SignatureState } from '../token/signature-state'

/** Inputs to a verdict other than the token: time, signature state, deployed IDs. */
export interface VerificationContext {
  /** Seconds since 1970. */
  readonly now: number
  readonly signature: SignatureState
  /** Of the deployed pool. If absent, an existing pool's ID comes from the spec, and of a new pool only the Region is compared. */
  readonly userPoolId?: string | undefined
  /**
   * The only `iss` that is accepted, compared exactly: an issuer that is not Amazon's, such as a local one. If present,
   * `userPoolId` is ignored.
   */
  readonly issuer?: string
  /** Of the deployed clients, which are the audience of an HTTP API. If absent or empty, client IDs are not compared. */
  readonly clientIds?: readonly string[] | undefined
  /** Which clients the spec has, where it was read from files: `none` if they may not exist in the user pool. If absent, it has all of them. */
  readonly clientsInFiles?: 'some' | 'none' | undefined
  /** Places of the endpoints that require an API key too, or may: a spec cannot say so. */
  readonly apiKeys?: readonly number[] | undefined
}
