import { createStore } from '@/components/ui/store'

/** Ids of a deployed pool and its clients, which a snapshot contains and a spec has no place for. */
export interface DeployedIds {
  /** The document that they belong to. */
  readonly documentId: string
  readonly userPoolId?: string
  readonly clientIds?: readonly string[]
}

const store = createStore<DeployedIds | undefined>(undefined)

/** Notes the ids of an imported document, in memory only. */
export const noteDeployedIds = (ids: DeployedIds): void => store.set(ids)

/** The ids that belong to a document; none for any other. */
export const deployedIdsOf = (documentId: string): DeployedIds | undefined => {
  const ids = store.get()
  return ids?.documentId === documentId ? ids : undefined
}
