'use client'

import { type PointerEvent, type RefObject, useState } from 'react'
import type { ItemId } from '@/components/session/item-ids'

/** How near the edge of the scrolled area a drag scrolls it, and by how much at a time, in px. */
const EDGE = 40
const STEP = 12

interface Drag {
  readonly id: ItemId
  /** The place it would get. */
  readonly to: number
}

/** Moves a row by dragging its grip. `place` returns the row at a height of the list. */
export function useRowDrag(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  place: (y: number) => number,
  drop: (id: ItemId, to: number) => void,
) {
  const [drag, setDrag] = useState<Drag>()

  function startDrag(id: ItemId, event: PointerEvent<HTMLElement>) {
    const grip = event.currentTarget
    if (event.button !== 0 || !scroller.current || !list.current) return
    grip.setPointerCapture(event.pointerId)
    let to: number | undefined
    grip.onpointermove = move => {
      const area = scroller.current?.getBoundingClientRect()
      const top = list.current?.getBoundingClientRect().top ?? 0
      if (!area) return
      if (move.clientY < area.top + EDGE) scroller.current?.scrollBy(0, -STEP)
      if (move.clientY > area.bottom - EDGE) scroller.current?.scrollBy(0, STEP)
      to = place(move.clientY - top)
      setDrag({ id, to })
    }
    grip.onpointerup = grip.onpointercancel = end => {
      grip.onpointermove = grip.onpointerup = grip.onpointercancel = null
      setDrag(undefined)
      if (end.type === 'pointerup' && to !== undefined) drop(id, to)
    }
  }

  return { drag, startDrag }
}
