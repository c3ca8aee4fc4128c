import { requiresApiKey } from '../deployed/access'
import { type AccessRow, isChangedOnStage, isCreated, takesIdTokensOnly } from './access-matrix'
import type { Diagnosis } from './diagnose'

/** Who can call an endpoint, where that is not a question of each client. */
export type Callers =
  | 'no token required'
  | 'an API key, no token'
  | 'ID tokens only'
  | 'signed requests only'
  | 'whoever the Lambda authorizer accepts'
  | 'no client in these files'
  | 'not shown in these files'

/** What an access list says in words. */
export interface WhoCanCall {
  /** Who can call each endpoint with an access token; undefined where each client has an answer of its own. */
  readonly endpoints: readonly (Callers | undefined)[]
  /** Why a client can call nothing that requires a token; undefined where it may. */
  readonly clients: readonly (string | undefined)[]
}

const NOT_SHOWN = 'not shown in these files'
const WITHOUT_CLIENTS: Readonly<Record<string, Callers>> = {
  none: 'no token required',
  iam: 'signed requests only',
  custom: 'whoever the Lambda authorizer accepts',
  unknown: NOT_SHOWN,
}

/** The words for the access list of a diagnosis, in its order. */
export const whoCanCall = (
  access: readonly AccessRow[],
  { facts, refused }: Pick<Diagnosis, 'facts' | 'refused'>,
): WhoCanCall => ({
  endpoints: access.map(({ authorization, clients }, i) => {
    const endpoint = facts.deployed.endpoints[i]
    if (!endpoint || isChangedOnStage(endpoint, facts.deployed)) return NOT_SHOWN
    if (takesIdTokensOnly(endpoint, facts)) return 'ID tokens only'
    if (authorization === 'none' && requiresApiKey(endpoint).is === true) return 'an API key, no token'
    return WITHOUT_CLIENTS[authorization] ?? (clients.length === 0 ? 'no client in these files' : undefined)
  }),
  clients: facts.deployed.clients.map(client =>
    isCreated(client, refused).is === false ? 'Cognito rejects it' : undefined,
  ),
})
