'use client'

import { startTransition, useEffect, useRef, useState } from 'react'

const SETTLED_MS = 120

/**
 * What `read` gives once changes have paused: for views that follow the document but must cost a keystroke nothing.
 * The first value that is there is taken at once.
 */
export function useSettled<Value>(
  subscribe: (listener: () => void) => () => void,
  read: () => Value | undefined,
): Value | undefined {
  const [value, setValue] = useState<Value>()
  const newest = useRef(read)
  newest.current = read
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let empty = true
    const take = () => {
      const next = newest.current()
      empty &&= next === undefined
      startTransition(() => setValue(() => next))
    }
    const later = () => {
      clearTimeout(timer)
      if (empty) take()
      else timer = setTimeout(take, SETTLED_MS)
    }
    take()
    const stop = subscribe(later)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [subscribe])
  return value
}
