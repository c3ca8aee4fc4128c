'use client'

import { type RefObject, useRef, useState } from 'react'
import type { ItemId } from '@/components/session/item-ids'
import { useSession } from '@/components/session/session'
import { showToast } from '@/components/ui/toast'
import type { Rows } from './rows'

/** The moves of the table, the same functions from render to render so that rows are not drawn anew for them. */
export function useRowActions(rows: Rows, list: RefObject<HTMLElement | null>) {
  const { undo } = useSession()
  const [announcement, announce] = useState('')
  const anchor = useRef<ItemId>(undefined)
  const latest = useRef(rows)
  latest.current = rows
  const [stable] = useState(() => ({
    toggle: (id: ItemId) => latest.current.setOpen(latest.current.open === id ? undefined : id),
    select(id: ItemId, selected: boolean, range: boolean) {
      const { ids, selected: before, select } = latest.current
      const [from, to] = [ids.indexOf(anchor.current ?? id), ids.indexOf(id)].sort((a, b) => a - b)
      const which = range && from !== undefined && from >= 0 ? ids.slice(from, to! + 1) : [id]
      const next = new Set(before)
      for (const each of which) selected ? next.add(each) : next.delete(each)
      anchor.current = id
      select(next)
    },
    moveBy(id: ItemId, by: number) {
      const { ids, move } = latest.current
      const to = ids.indexOf(id) + by
      if (to < 0 || to >= ids.length) return
      move(id, to)
      announce(`Moved to place ${to + 1} of ${ids.length}.`)
      // The row may have been taken out of the page and put back elsewhere, and lost focus.
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-grip="${id}"]`)?.focus())
    },
  }))
  return {
    ...stable,
    announcement,
    selectAll: () => rows.select(rows.selected.size === rows.ids.length ? new Set() : new Set(rows.ids)),
    duplicate: (id: ItemId) => rows.setOpen(rows.duplicate(new Set([id]))[0]),
    remove(which: ReadonlySet<ItemId>) {
      rows.remove(which)
      showToast({
        text: which.size === 1 ? 'Deleted 1 endpoint.' : `Deleted ${which.size} endpoints.`,
        action: { label: 'Undo', run: undo },
      })
    },
  }
}
