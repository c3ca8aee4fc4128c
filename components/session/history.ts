import { createStore } from './store'

/** Changes of one field closer together than this are undone as one. */
const BURST_MS = 800

interface Entry<Values> {
  readonly values: Values
  /** The field whose change came after `values`. */
  readonly name: string
}

export interface HistoryState {
  /** What undo would take back; absent when there is nothing. */
  readonly undo?: string
  readonly redo?: string
}

/** Undo and redo by whole snapshots: `structuredClone` of 300 endpoints takes a quarter of a millisecond. */
export function createHistory<Values>(initial: Values) {
  let current = structuredClone(initial)
  let past: readonly Entry<Values>[] = []
  let future: readonly Entry<Values>[] = []
  let burst = { name: '', at: Number.NEGATIVE_INFINITY }
  const store = createStore<HistoryState>({})
  /** Only when it says something new: a burst of keystrokes is one entry. */
  const publish = () => {
    const [undo, redo] = [past.at(-1)?.name, future.at(-1)?.name]
    const shown = store.get()
    if (undo !== shown.undo || redo !== shown.redo) store.set({ undo, redo })
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    /** The form now holds `values`, after a change of `name` at `at` (milliseconds). */
    record(values: Values, name: string, at: number) {
      const next = structuredClone(values)
      const joins = name === burst.name && at - burst.at < BURST_MS && past.length > 0
      if (!joins) past = [...past.slice(-199), { values: current, name }]
      current = next
      future = []
      burst = { name, at }
      publish()
    },
    undo(): Values | undefined {
      const entry = past.at(-1)
      if (!entry) return undefined
      past = past.slice(0, -1)
      future = [...future, { values: current, name: entry.name }]
      return restore(entry.values)
    },
    redo(): Values | undefined {
      const entry = future.at(-1)
      if (!entry) return undefined
      future = future.slice(0, -1)
      past = [...past, { values: current, name: entry.name }]
      return restore(entry.values)
    },
    /** Starts again, as after autosaved values were put back. */
    restart(values: Values) {
      current = structuredClone(values)
      past = []
      future = []
      publish()
    },
  }

  function restore(values: Values): Values {
    current = values
    burst = { name: '', at: Number.NEGATIVE_INFINITY }
    publish()
    return structuredClone(values)
  }
}

export type History<Values> = ReturnType<typeof createHistory<Values>>
