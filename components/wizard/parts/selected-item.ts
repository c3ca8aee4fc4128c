'use client'

import { useEffect } from 'react'
import type { ItemId, ListName } from '@/components/session/item-ids'
import { useSession } from '@/components/session/session'
import { createStore, useStore } from '@/components/ui/store'
import { requestedIndex, useRevealRequest } from '../reveal-request'

type Tabs = Exclude<ListName, 'endpoints'>

/** The open item of each list, with the index it had: kept while steps change. */
const selection = createStore<
  Readonly<Partial<Record<Tabs, { readonly id: ItemId; readonly index: number }>>>
>({})

/**
 * Which item of the list is open: it stays open when others are added or removed, and changes to the one whose field
 * is requested. When the open one is removed, the item at its place is open.
 */
export function useSelectedItem(list: Tabs) {
  const { itemIds } = useSession()
  const ids = useStore(itemIds, all => all[list])
  const kept = useStore(selection, all => all[list])
  const at = kept ? ids.indexOf(kept.id) : 0
  const selected = Math.max(0, Math.min(at >= 0 ? at : (kept?.index ?? 0), ids.length - 1))
  const id = ids[selected]
  const requested = requestedIndex(useRevealRequest(), list)

  const select = (index: number) => {
    const next = itemIds.get()[list][index]
    if (next !== undefined) selection.set({ ...selection.get(), [list]: { id: next, index } })
  }
  useEffect(() => {
    // Saved while the item exists, because its index is needed once it is removed.
    if (id !== undefined && (kept?.id !== id || kept.index !== selected))
      selection.set({ ...selection.get(), [list]: { id, index: selected } })
  }, [list, id, kept, selected])
  useEffect(() => {
    const next = requested === undefined ? undefined : ids[requested]
    if (requested !== undefined && next !== undefined)
      selection.set({ ...selection.get(), [list]: { id: next, index: requested } })
  }, [list, ids, requested])

  return { count: ids.length, selected, id, select }
}
