import type { LambdaFunction } from '../../lib/model/model'
import type { JsonObject } from '../../lib/token/json'
import type { Result } from '../result'

/** What a trigger changes of the tokens of one sign-in. */
export interface TokenChanges {
  readonly access: ClaimChanges
  readonly id: ClaimChanges
  readonly scopes: { readonly add: readonly string[]; readonly suppress: readonly string[] }
  /** In place of the user's groups. */
  readonly groups?: readonly string[]
}

export interface ClaimChanges {
  readonly add: JsonObject
  readonly suppress: readonly string[]
}

/** Calls the function of the trigger: its event, and what it returned, as JSON. */
export interface TriggerCaller {
  /** Whether its handler is on this machine. */
  readonly has: (node: LambdaFunction) => boolean
  readonly call: (node: LambdaFunction, event: string) => Promise<Result<string>>
}
