'use client'

import { useState } from 'react'
import type { ItemId } from '@/components/session/item-ids'
import { type Session, useSession } from '@/components/session/session'
import { createStore, useStore } from '@/components/ui/store'
import { type Endpoint, searchText } from './endpoint'

interface RowState {
  readonly selected: ReadonlySet<ItemId>
  readonly open: ItemId | undefined
}

/** Creates the rows of the table by stable id, with everything that adds, removes, moves or selects them. */
export function createRows({ edit, form, itemIds }: Session) {
  const state = createStore<RowState>({ selected: new Set(), open: undefined })
  const ids = () => itemIds.get().endpoints
  const endpoints = (): readonly Endpoint[] => form.getValues().endpoints ?? []
  const set = (name: string, next: readonly Endpoint[]) =>
    edit(name, values => ({ ...values, endpoints: [...next] }))
  const isIn = (which: ReadonlySet<ItemId>, index: number) => which.has(ids()[index] ?? -1)

  return {
    state,
    ids,
    selected: () => state.get().selected,
    select: (selected: ReadonlySet<ItemId>) => state.set({ ...state.get(), selected }),
    /** Opens a row, and closes the one that was open. */
    setOpen: (open: ItemId | undefined) => state.set({ ...state.get(), open }),
    toggle(id: ItemId) {
      const { open, selected } = state.get()
      state.set({ selected, open: open === id ? undefined : id })
    },
    /** Adds endpoints after all others. */
    add: (more: readonly Endpoint[]) => set('Add endpoints', [...endpoints(), ...more]),
    /** Adds a copy after each row of `which`; returns the ids of the copies. */
    duplicate(which: ReadonlySet<ItemId>): readonly ItemId[] {
      const before = new Set(ids())
      set(
        'Duplicate endpoints',
        endpoints().flatMap((endpoint, index) =>
          isIn(which, index) ? [endpoint, structuredClone(endpoint)] : [endpoint],
        ),
      )
      return ids().filter(id => !before.has(id))
    },
    remove(which: ReadonlySet<ItemId>) {
      const { selected, open } = state.get()
      set(
        'Delete endpoints',
        endpoints().filter((_, index) => !isIn(which, index)),
      )
      state.set({
        selected: new Set([...selected].filter(id => !which.has(id))),
        open: open !== undefined && which.has(open) ? undefined : open,
      })
    },
    move(id: ItemId, to: number) {
      const from = ids().indexOf(id)
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
    read: (which: ReadonlySet<ItemId>): readonly Endpoint[] =>
      endpoints().filter((_, index) => isIn(which, index)),
  }
}

export type Rows = ReturnType<typeof createRows>

/** The rows with the state that the table shows. The functions are the same at every render. */
export function useRows() {
  const session = useSession()
  const [rows] = useState(() => createRows(session))
  const ids = useStore(session.itemIds, all => all.endpoints)
  const { selected, open } = useStore(rows.state)
  // Rows that were removed otherwise (undo, another document) are not selected any more.
  const known = new Set(ids)
  return { rows, ids, open, selected: new Set([...selected].filter(id => known.has(id))) }
}
