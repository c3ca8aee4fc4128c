'use client'

import { useRef, useSyncExternalStore } from 'react'

const read = () => Math.floor(Date.now() / 1000)

function subscribe(listener: () => void) {
  const timer = setInterval(listener, 1000)
  return () => clearInterval(timer)
}

/** Seconds since 1970, updated every second; undefined during the static build. */
export const useNow = (): number | undefined => useSyncExternalStore(subscribe, read, () => undefined)

/**
 * Seconds since 1970 for views that are expensive to render: updated every second near `moment`, every half minute
 * otherwise, and at once when `about` changes.
 */
export function useNowNear(moment: number | undefined, about: unknown): number {
  const last = useRef({ beat: -1, about, now: 0 })
  return useSyncExternalStore(
    subscribe,
    () => {
      const now = read()
      const near = moment !== undefined && Math.abs(moment - now) < 90
      const beat = near ? now : Math.floor(now / 30)
      if (beat !== last.current.beat || about !== last.current.about) last.current = { beat, about, now }
      return last.current.now
    },
    () => 0,
  )
}
