'use client'

import { useSyncExternalStore } from 'react'

const read = () => Math.floor(Date.now() / 1000)

function subscribe(listener: () => void) {
  const timer = setInterval(listener, 1000)
  return () => clearInterval(timer)
}

/** Seconds since 1970, ticking; undefined in the page as built, which knows no time. */
export const useNow = (): number | undefined => useSyncExternalStore(subscribe, read, () => undefined)

/**
 * The same, but only as often as words about `moment` change: every second near it, every half minute otherwise. For
 * views that are dear to draw.
 */
export function useNowNear(moment: number | undefined): number {
  return useSyncExternalStore(
    subscribe,
    () => {
      const now = read()
      const near = moment !== undefined && Math.abs(moment - now) < 90
      return near ? now : now - (now % 30)
    },
    () => 0,
  )
}
