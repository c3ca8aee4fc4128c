import { type AccessRow, isChangedOnStage, takesIdTokensOnly } from './access-matrix'
import type { Facts } from './rule'

const NOT_SHOWN = 'not shown in these files'
const WITHOUT_CLIENTS: Readonly<Record<string, string>> = {
  none: 'anyone',
  iam: 'signed requests only',
  custom: 'whoever the Lambda authorizer accepts',
  unknown: NOT_SHOWN,
}

/** Who can call each endpoint with an access token, in words; undefined where each client has an answer of its own. */
export const whoCanCall = (access: readonly AccessRow[], facts: Facts): readonly (string | undefined)[] =>
  access.map(({ authorization, clients }, i) => {
    const endpoint = facts.deployed.endpoints[i]
    if (!endpoint || isChangedOnStage(endpoint, facts.deployed)) return NOT_SHOWN
    if (takesIdTokensOnly(endpoint, facts)) return 'ID tokens only'
    return WITHOUT_CLIENTS[authorization] ?? (clients.length === 0 ? 'no client in these files' : undefined)
  })
