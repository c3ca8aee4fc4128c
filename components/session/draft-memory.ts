import type { FormValues } from '@/lib/document/form-values'
import type { ItemId } from './item-ids'

type Pool = FormValues['userPool']
type Client = FormValues['clients'][number]

/**
 * Creates a memory of what was typed and then hidden by a choice, so that it returns with the opposite choice. It is
 * keyed by the stable id of its item, never by index, and is cleared when another document is opened.
 */
export function createDraftMemory() {
  /** The other kind of user pool. */
  const pools = new Map<Pool['source'], Pool>()
  /** What a client had while it signed users in. */
  const userClients = new Map<ItemId, Client>()
  /** Scopes of an endpoint while it required an access token. */
  const endpointScopes = new Map<ItemId, readonly string[]>()
  /** What is in the box that endpoints are pasted into, while it is closed too. */
  const paste = { text: '' }
  return {
    paste,
    pools,
    userClients,
    endpointScopes,
    clear() {
      paste.text = ''
      for (const memory of [pools, userClients, endpointScopes]) memory.clear()
    },
  }
}

export type DraftMemory = ReturnType<typeof createDraftMemory>
