'use client'

import { useState } from 'react'
import type { ItemId } from '@/components/session/item-ids'
import { useSession } from '@/components/session/session'
import { useStore } from '@/components/ui/store'
import { type Endpoint, searchText } from './endpoint'

/** The rows of the table by stable id, and everything that adds, removes or moves them. */
export function useRows() {
  const { edit, form, itemIds } = useSession()
  const ids = useStore(itemIds, all => all.endpoints)
  const [chosen, select] = useState<ReadonlySet<ItemId>>(new Set())
  const [open, setOpen] = useState<ItemId>()
  // Rows that are gone, by whatever means (undo, another document), are not selected any more.
  const selected = new Set(ids.filter(id => chosen.has(id)))

  const endpoints = (): readonly Endpoint[] => form.getValues().endpoints
  const set = (name: string, next: readonly Endpoint[]) =>
    edit(name, values => ({ ...values, endpoints: [...next] }))
  const indexOf = (id: ItemId) => itemIds.get().endpoints.indexOf(id)
  const isIn = (which: ReadonlySet<ItemId>, index: number) => which.has(ids[index] ?? -1)

  return {
    ids,
    selected,
    select,
    open,
    setOpen,
    /** Adds endpoints after all others. */
    add: (more: readonly Endpoint[]) => set('Add endpoints', [...endpoints(), ...more]),
    /** Adds a copy after each row of `which`; returns the ids of the copies. */
    duplicate(which: ReadonlySet<ItemId>): readonly ItemId[] {
      set(
        'Duplicate endpoints',
        endpoints().flatMap((endpoint, index) =>
          isIn(which, index) ? [endpoint, structuredClone(endpoint)] : [endpoint],
        ),
      )
      return itemIds.get().endpoints.filter(id => !ids.includes(id))
    },
    remove(which: ReadonlySet<ItemId>) {
      set(
        'Delete endpoints',
        endpoints().filter((_, index) => !isIn(which, index)),
      )
    },
    move(id: ItemId, to: number) {
      const from = indexOf(id)
      const row = endpoints()[from]
      if (!row || to === from) return
      set('Move endpoint', endpoints().toSpliced(from, 1).toSpliced(to, 0, row))
    },
    change(name: string, which: ReadonlySet<ItemId>, change: (endpoint: Endpoint) => Endpoint) {
      set(
        name,
        endpoints().map((endpoint, index) => (isIn(which, index) ? change(endpoint) : endpoint)),
      )
    },
    /** The indices of the rows whose text contains `filter`. */
    matching(filter: string): readonly number[] {
      const wanted = filter.trim().toLowerCase()
      return endpoints().flatMap((endpoint, index) =>
        wanted === '' || searchText(endpoint).includes(wanted) ? [index] : [],
      )
    },
    read: (index: number) => endpoints()[index],
  }
}

export type Rows = ReturnType<typeof useRows>
