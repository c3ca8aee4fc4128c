'use client'

import { useSyncExternalStore } from 'react'

/** A value outside React that views subscribe to, one slice each. */
export interface Store<State> {
  readonly get: () => State
  /** What the page was built with: views show it until they are hydrated. */
  readonly getInitial: () => State
  readonly set: (next: State) => void
  /** Calls `listener` after every change; returns a function that stops it. */
  readonly subscribe: (listener: () => void) => () => void
}

export type ReadableStore<State> = Omit<Store<State>, 'set'>

/** Creates a store with the value `initial`. Setting the same value again does not notify subscribers. */
export function createStore<State>(initial: State): Store<State> {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    getInitial: () => initial,
    set(next) {
      if (Object.is(next, state)) return
      state = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Creates a store whose value is kept in this browser under `key`. `read` turns what was saved into a state. */
export function createSavedStore<State>(
  key: string,
  initial: State,
  read: (saved: unknown) => State,
): Store<State> {
  const store = createStore(initial)
  if (typeof window !== 'undefined') {
    try {
      const text = localStorage.getItem(key)
      if (text !== null) store.set(read(JSON.parse(text)))
    } catch {
      // Without storage, or with text that is not JSON, the page starts with the initial value.
    }
  }
  return {
    ...store,
    set(next) {
      store.set(next)
      try {
        localStorage.setItem(key, JSON.stringify(next))
      } catch {
        // Without storage the value lasts until the page is left.
      }
    },
  }
}

/** Subscribes to the slice that `select` returns: the same state must give the same slice. */
export function useStore<State>(store: ReadableStore<State>): State
export function useStore<State, Slice>(store: ReadableStore<State>, select: (state: State) => Slice): Slice
export function useStore<State, Slice>(store: ReadableStore<State>, select?: (state: State) => Slice) {
  const read = (state: State) => (select ? select(state) : state)
  return useSyncExternalStore(
    store.subscribe,
    () => read(store.get()),
    () => read(store.getInitial()),
  )
}
