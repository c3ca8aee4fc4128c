'use client'

import { useState } from 'react'
import { useDerived, useFormAccess } from '@/components/fields/binding'
import { useSession } from '@/components/session/session'
import { type Endpoint, textOf } from './endpoint'

/** A name for a row that holds while rows move. */
export type RowId = number

let lastId = 0
const newIds = (count: number): readonly RowId[] => Array.from({ length: count }, () => ++lastId)

/** The rows of the table by names of their own, and everything that adds, removes or moves them. */
export function useRows() {
  const { edit } = useSession()
  const { read } = useFormAccess()
  const count = useDerived<readonly Endpoint[] | undefined, number>('endpoints', list => list?.length ?? 0)
  const [ids, setIds] = useState(() => newIds(count))
  const [selected, select] = useState<ReadonlySet<RowId>>(new Set())
  const [open, setOpen] = useState<RowId>()
  // The document changed by other means (undo, an example): what still has a row keeps its name.
  const known =
    ids.length === count ? ids : [...ids.slice(0, count), ...newIds(count - Math.min(count, ids.length))]
  if (known !== ids) setIds(known)

  const endpoints = () => read<readonly Endpoint[]>('endpoints') ?? []
  function set(name: string, rows: readonly { readonly id: RowId; readonly endpoint: Endpoint }[]) {
    setIds(rows.map(({ id }) => id))
    edit(name, values => ({ ...values, endpoints: rows.map(({ endpoint }) => endpoint) }))
  }
  const rows = () =>
    endpoints().map((endpoint, index) => ({ id: known[index]!, endpoint: structuredClone(endpoint) }))

  return {
    ids: known,
    selected,
    select,
    open,
    setOpen,
    /** Adds after everything, and returns the first new row's name. */
    add(more: readonly Endpoint[]) {
      const fresh = more.map(endpoint => ({ id: newIds(1)[0]!, endpoint }))
      set('Add endpoints', [...rows(), ...fresh])
      return fresh[0]?.id
    },
    duplicate(which: ReadonlySet<RowId>) {
      const copies: RowId[] = []
      set(
        'Duplicate endpoints',
        rows().flatMap(row => {
          if (!which.has(row.id)) return [row]
          const id = newIds(1)[0]!
          copies.push(id)
          return [row, { id, endpoint: structuredClone(row.endpoint) }]
        }),
      )
      return copies
    },
    remove(which: ReadonlySet<RowId>) {
      set(
        'Delete endpoints',
        rows().filter(({ id }) => !which.has(id)),
      )
      select(new Set([...selected].filter(id => !which.has(id))))
      if (open !== undefined && which.has(open)) setOpen(undefined)
    },
    move(id: RowId, to: number) {
      const all = rows()
      const from = all.findIndex(row => row.id === id)
      const [row] = all.splice(from, 1)
      if (!row || to === from) return
      all.splice(to, 0, row)
      set('Move endpoint', all)
    },
    change(name: string, which: ReadonlySet<RowId>, change: (endpoint: Endpoint) => Endpoint) {
      set(
        name,
        rows().map(({ id, endpoint }) => ({ id, endpoint: which.has(id) ? change(endpoint) : endpoint })),
      )
    },
    /** The places of the rows whose text has `filter` in it. */
    matching(filter: string): readonly number[] {
      const wanted = filter.trim().toLowerCase()
      return known
        .map((_, index) => index)
        .filter(index => wanted === '' || textOf(endpoints()[index]!).includes(wanted))
    },
    read: (index: number) => endpoints()[index],
  }
}

export type Rows = ReturnType<typeof useRows>
