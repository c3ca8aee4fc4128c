'use client'

import { useEffect } from 'react'

/** Keeps focus on the page, from the moment that the code for it has arrived. */
export function useKeptFocus() {
  useEffect(() => {
    let stop: (() => void) | undefined
    let isGone = false
    import('./focus-keeper').then(
      ({ keepFocus }) => {
        if (!isGone) stop = keepFocus()
      },
      // Without it the page works all the same.
      () => undefined,
    )
    return () => {
      isGone = true
      stop?.()
    }
  }, [])
}
