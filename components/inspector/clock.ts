'use client'

import { useState, useSyncExternalStore } from 'react'

const read = () => Math.floor(Date.now() / 1000)

function subscribe(listener: () => void) {
  const timer = setInterval(listener, 1000)
  return () => clearInterval(timer)
}

/** Seconds since 1970, ticking; undefined until the page is hydrated. */
export const useNow = (): number | undefined => useSyncExternalStore(subscribe, read, () => undefined)

/** How far apart two ticks of a coarse clock are, in seconds. */
const COARSE_S = 30
/** Within this many seconds of the moment, the clock ticks every second. */
const NEAR_S = 90

/**
 * The time for views that are expensive to render: it ticks every second near `moment`, every half minute otherwise,
 * and at once when `about` changes.
 */
export function useCoarseClock(moment: number | undefined, about: unknown): number {
  const [start, setStart] = useState(() => ({ about, at: read() }))
  if (start.about !== about) setStart({ about, at: read() })
  const tick = useSyncExternalStore(
    subscribe,
    () => {
      const now = read()
      const isNear = moment !== undefined && Math.abs(moment - now) < NEAR_S
      return isNear ? now : now - (now % COARSE_S)
    },
    () => 0,
  )
  return tick === 0 ? 0 : Math.max(tick, start.at)
}
