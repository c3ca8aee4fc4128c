'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'

/** Where the stylesheet opens the pane by itself; `output.css` has the same numbers. */
const ROOM = '(width < 821px), (width >= 1361px) and (height >= 860px)'
const KEY = 'cognito-scope-wizard.sample-token'

interface Kept {
  readonly open?: 'yes' | 'no' | undefined
  readonly height?: number | undefined
}

function readKept(place: string): Kept {
  try {
    return JSON.parse(localStorage.getItem(`${KEY}.${place}`) ?? '{}') as Kept
  } catch {
    return {}
  }
}

function useRoom(): boolean {
  return useSyncExternalStore(
    listener => {
      const media = matchMedia(ROOM)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(ROOM).matches,
    () => true,
  )
}

/** Whether the pane is open and how high, kept apart for steps with and without room for it. */
export function useSampleLayout(closed: boolean) {
  const place = closed ? 'narrow' : 'roomy'
  const [kept, setKept] = useState<Readonly<Record<string, Kept>>>({})
  useEffect(() => setKept({ narrow: readKept('narrow'), roomy: readKept('roomy') }), [])
  const room = useRoom()
  const { open, height } = kept[place] ?? {}

  function keep(change: Kept) {
    const next = { ...kept[place], ...change }
    setKept({ ...kept, [place]: next })
    try {
      localStorage.setItem(`${KEY}.${place}`, JSON.stringify(next))
    } catch {
      // Without storage the choice holds until the page is left.
    }
  }

  const shown = open === undefined ? !closed && room : open === 'yes'
  return {
    /** `auto` lets the stylesheet decide, so that nothing moves when the page comes to life. */
    open: open ?? (closed ? 'no' : 'auto'),
    shown,
    height,
    setHeight: (next: number | undefined) => keep({ height: next }),
    toggle: () => keep({ open: shown ? 'no' : 'yes' }),
  } as const
}
