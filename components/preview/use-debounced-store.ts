'use client'

import { startTransition, useEffect, useEffectEvent, useState } from 'react'
import type { ReadableStore } from '@/components/ui/store'

/** Longer than between two keys of most people: with less, every key would render these views. */
const PAUSE_MS = 250

/**
 * Debounced value of a store, for views that must not re-render on every keystroke. The first value that `select`
 * returns is shown at once. When `select` depends on something else, `key` must change with it.
 */
export function useDebouncedStore<State, Value>(
  store: ReadableStore<State>,
  select: (state: State) => Value | undefined,
  key: string,
): Value | undefined {
  const [value, setValue] = useState<Value>()
  const read = useEffectEvent(() => select(store.get()))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key means that another value is selected
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isEmpty = true
    const update = () => {
      const next = read()
      isEmpty &&= next === undefined
      startTransition(() => setValue(() => next))
    }
    const schedule = () => {
      clearTimeout(timer)
      if (isEmpty) update()
      else timer = setTimeout(update, PAUSE_MS)
    }
    update()
    const stop = store.subscribe(schedule)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [store, key])
  return value
}
