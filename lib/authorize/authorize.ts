import type { Model } from '../model/model'
import type { DecodedToken } from '../token/decode'
import type { Verdict } from './verdict'

export type Signature = 'valid' | 'invalid' | 'not-checked' | 'no-key'

/** What is known beside the token. */
export interface Circumstances {
  /** Seconds since 1970. */
  readonly now: number
  readonly signature: Signature
  /** Of the deployed pool; left out, an existing pool's is the spec's, and a new one's issuer is not compared. */
  readonly userPoolId?: string
  /** Of the deployed clients (the audiences of an HTTP API); left out or empty, the audience is not compared. */
  readonly clientIds?: readonly string[]
}

/** What API Gateway would answer every endpoint of the spec, called with this token or none. */
export declare function authorize(
  model: Model,
  token: DecodedToken | undefined,
  circumstances: Circumstances,
): readonly Verdict[]
