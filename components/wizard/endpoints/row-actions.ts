'use client'

import { type RefObject, useMemo, useRef, useState } from 'react'
import type { ItemId } from '@/components/session/item-ids'
import type { Rows } from './rows'

/** Row actions with stable identities, so that memoized rows do not re-render. */
export function useRowActions(rows: Rows, list: RefObject<HTMLElement | null>) {
  const [announcement, announce] = useState('')
  /** Where a selection with Shift starts. */
  const anchor = useRef<ItemId>(undefined)
  const actions = useMemo(
    () => ({
      toggle: rows.toggle,
      select(id: ItemId, selected: boolean, isRange: boolean) {
        const ids = rows.ids()
        const start = isRange && anchor.current !== undefined ? ids.indexOf(anchor.current) : -1
        const at = ids.indexOf(id)
        const which = start >= 0 ? ids.slice(Math.min(start, at), Math.max(start, at) + 1) : [id]
        const next = new Set(rows.selected())
        for (const each of which) selected ? next.add(each) : next.delete(each)
        anchor.current = id
        rows.select(next)
      },
      moveBy(id: ItemId, by: number) {
        const ids = rows.ids()
        const to = ids.indexOf(id) + by
        if (to < 0 || to >= ids.length) return
        rows.move(id, to)
        announce(`Moved to place ${to + 1} of ${ids.length}.`)
        // The row may have been removed from the page and inserted elsewhere, which loses focus.
        requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-grip="${id}"]`)?.focus())
      },
    }),
    [rows, list],
  )
  return { ...actions, announcement }
}
