'use client'

import { useSyncExternalStore } from 'react'
import type { Preset } from '@/lib/document/presets/preset'

/** The examples come after the form: nobody needs them to begin. */
const WAIT_MS = 1000
const NONE: readonly Preset[] = []

let loaded = NONE
let loading = false
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  if (!loading) {
    loading = true
    setTimeout(async () => {
      loaded = (await import('@/lib/document/presets')).presets
      for (const each of listeners) each()
    }, WAIT_MS)
  }
  return () => listeners.delete(listener)
}

/** The named examples, empty until they have arrived. */
export const usePresets = (): readonly Preset[] =>
  useSyncExternalStore(
    subscribe,
    () => loaded,
    () => NONE,
  )
