'use client'

import { useSyncExternalStore } from 'react'
import type { StepId } from './address'

const KEY = 'cognito-scope-wizard.panes'

type Sizes = Partial<Record<StepId, number>>

let sizes: Sizes | undefined
const listeners = new Set<() => void>()

function read(): Sizes {
  if (sizes) return sizes
  try {
    sizes = (JSON.parse(localStorage.getItem(KEY) ?? '{}') as Sizes | null) ?? {}
  } catch {
    sizes = {}
  }
  return sizes
}

function set(step: StepId, size: number | undefined) {
  sizes = { ...read(), [step]: size }
  try {
    localStorage.setItem(KEY, JSON.stringify(sizes))
  } catch {
    // Without storage the size holds until the page is left.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The width that a step's split was dragged to, in px; undefined is the layout's own. */
export function usePaneSize(step: StepId) {
  const size = useSyncExternalStore(
    subscribe,
    () => read()[step],
    () => undefined,
  )
  return { size, setSize: (next: number | undefined) => set(step, next) }
}
