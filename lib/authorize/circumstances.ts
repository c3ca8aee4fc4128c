import type { SignatureState } from '../token/signature-state'

/** What is known beside the token. */
export interface Circumstances {
  /** Seconds since 1970. */
  readonly now: number
  readonly signature: SignatureState
  /** Of the deployed pool; left out, an existing pool's is the spec's, and a new one's issuer is not compared. */
  readonly userPoolId?: string
  /** The only `iss` that is accepted, letter by letter, of an issuer that is not Amazon's; given, the pool id does not count. */
  readonly issuer?: string
  /** Of the deployed clients (the audiences of an HTTP API); left out or empty, the audience is not compared. */
  readonly clientIds?: readonly string[]
}
