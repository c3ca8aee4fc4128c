'use client'

import { useSyncExternalStore } from 'react'
import { createSavedStore, useStore } from '@/components/ui/store'

/** Where the stylesheet opens the pane automatically; `output.css` has the same numbers. */
const HAS_ROOM = '(width < 821px), (width >= 1361px) and (height >= 860px)'

interface PaneLayout {
  readonly open?: 'yes' | 'no' | undefined
  readonly height?: number | undefined
}

function readLayout(saved: unknown): PaneLayout {
  if (typeof saved !== 'object' || saved === null) return {}
  const { open, height } = saved as Readonly<Record<string, unknown>>
  return {
    open: open === 'yes' || open === 'no' ? open : undefined,
    height: typeof height === 'number' ? height : undefined,
  }
}

/** Saved separately for steps with and without room for the pane. */
const layouts = {
  narrow: createSavedStore<PaneLayout>('cognito-scope-wizard.sample-token.narrow', {}, readLayout),
  roomy: createSavedStore<PaneLayout>('cognito-scope-wizard.sample-token.roomy', {}, readLayout),
} as const

const subscribeToRoom = (listener: () => void) => {
  const media = matchMedia(HAS_ROOM)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** Whether the pane is open, and its height in px. `closed`: the step leaves little room for it. */
export function useSampleLayout(closed: boolean) {
  const layout = closed ? layouts.narrow : layouts.roomy
  const { open, height } = useStore(layout)
  const hasRoom = useSyncExternalStore(
    subscribeToRoom,
    () => matchMedia(HAS_ROOM).matches,
    () => true,
  )
  const shown = open === undefined ? !closed && hasRoom : open === 'yes'
  const change = (next: PaneLayout) => layout.set({ ...layout.get(), ...next })
  return {
    /** `auto` lets the stylesheet decide, so that nothing moves when the page is hydrated. */
    open: open ?? (closed ? 'no' : 'auto'),
    shown,
    height,
    setHeight: (next: number | undefined) => change({ height: next }),
    toggle: () => change({ open: shown ? 'no' : 'yes' }),
  } as const
}
