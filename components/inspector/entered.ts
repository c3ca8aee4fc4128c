import { type DeployedIds, deployedIdsOf } from '@/components/session/deployed-ids'
import { createStore } from '@/components/ui/store'

/** What the user entered in the inspector. */
export interface Entered {
  readonly paste: string
  /** Index of the token chosen among several; until then the preferred one of the paste. */
  readonly chosen?: number | undefined
  readonly jwks: string
  readonly userPoolId: string
  readonly clientIds: string
  /** The response that a call got. */
  readonly response: string
  /** Its status, as chosen; empty until then. */
  readonly status: string
  /** ID of the endpoint that was called, as chosen; absent: the one that the paste names, if any. */
  readonly endpoint?: string | undefined
}

export const NOTHING_ENTERED: Entered = {
  paste: '',
  jwks: '',
  userPoolId: '',
  clientIds: '',
  response: '',
  status: '',
}

/** In the memory of this tab only, so that it is still there after a look at the wizard. */
export const entered = createStore(NOTHING_ENTERED)

let filledIn: DeployedIds | undefined

/** Fills in the ids that come with a document that was imported from a snapshot, once. */
export function fillInDeployedIds(documentId: string): void {
  const ids = deployedIdsOf(documentId)
  if (!ids || ids === filledIn) return
  filledIn = ids
  const { userPoolId = '', clientIds = [] } = ids
  entered.set({ ...entered.get(), userPoolId, clientIds: clientIds.join(', ') })
}
