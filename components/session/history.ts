import { createStore, type ReadableStore } from '@/components/ui/store'
import type { ItemIds } from './item-ids'

/** Changes of one field closer together than this are undone as one. */
const BURST_MS = 800
const MAX_ENTRIES = 200

/** The document at one time. */
export interface Snapshot {
  /** The document as JSON. */
  readonly text: string
  /** Which document it is: another one was opened when this differs. */
  readonly documentId: string
  /** Absent after a reload. */
  readonly ids?: ItemIds
}

interface Entry {
  readonly snapshot: Snapshot
  /** The field whose change came after the snapshot. */
  readonly name: string
}

export interface HistoryState {
  /** The change that undo would revert; absent if there is none. */
  readonly undo?: string
  readonly redo?: string
}

/** The steps before and after the current document, as they are saved. */
export interface HistorySteps {
  readonly past: readonly Entry[]
  readonly future: readonly Entry[]
}

/** What an unchanged document is: one of the named examples, or a form to fill in. */
export type Pristine = 'example' | 'form'

/**
 * Creates undo and redo by whole snapshots: serializing 300 endpoints takes a third of a millisecond. Steps to a snapshot
 * that `isReadable` rejects are dropped when they are reached: storage may have been edited.
 */
export function createHistory(initial: Snapshot, isReadable: (snapshot: Snapshot) => boolean) {
  let current = initial
  let past: readonly Entry[] = []
  let future: readonly Entry[] = []
  let burst = { name: '', at: Number.NEGATIVE_INFINITY }
  const store = createStore<HistoryState>({})
  /** The document that was opened last and is nobody's work yet. */
  let opened: { readonly text: string; readonly kind: Pristine } = { text: initial.text, kind: 'example' }
  const pristine = createStore<Pristine | undefined>('example')
  /** Notifies only if the labels changed; consecutive keystrokes are merged. */
  const publish = () => {
    pristine.set(current.text === opened.text ? opened.kind : undefined)
    const [undo, redo] = [past.at(-1)?.name, future.at(-1)?.name]
    const shown = store.get()
    if (undo !== shown.undo || redo !== shown.redo)
      store.set({ ...(undo !== undefined && { undo }), ...(redo !== undefined && { redo }) })
  }
  const upToReadable = (entries: readonly Entry[]) =>
    entries.slice(0, entries.findLastIndex(({ snapshot }) => isReadable(snapshot)) + 1)
  const goTo = (snapshot: Snapshot) => {
    current = snapshot
    burst = { name: '', at: Number.NEGATIVE_INFINITY }
    publish()
    return snapshot
  }

  return {
    get: store.get,
    getInitial: store.getInitial,
    subscribe: store.subscribe,
    current: () => current,
    /** What the document is as long as nobody has changed it; undefined once it is somebody's work. */
    pristine: pristine as ReadableStore<Pristine | undefined>,
    /** Notes that a document with `text` is nobody's work yet. */
    setPristine(text: string, kind: Pristine) {
      opened = { text, kind }
      publish()
    },
    steps: (): HistorySteps => ({ past, future }),
    /**
     * Adds a step: the document is now `snapshot`, after a change of `name` at `at` (milliseconds). `isRest`: the change
     * belongs to the last step, however long ago that was.
     */
    record(snapshot: Snapshot, name: string, at: number, isRest = false) {
      const joins = name === burst.name && (isRest || at - burst.at < BURST_MS) && past.length > 0
      if (!joins) past = [...past.slice(1 - MAX_ENTRIES), { snapshot: current, name }]
      future = []
      burst = { name, at }
      current = snapshot
      publish()
    },
    undo(): Snapshot | undefined {
      past = upToReadable(past)
      const entry = past.at(-1)
      if (!entry) return void publish()
      past = past.slice(0, -1)
      future = [...future, { snapshot: current, name: entry.name }]
      return goTo(entry.snapshot)
    },
    redo(): Snapshot | undefined {
      future = upToReadable(future)
      const entry = future.at(-1)
      if (!entry) return void publish()
      future = future.slice(0, -1)
      past = [...past, { snapshot: current, name: entry.name }]
      return goTo(entry.snapshot)
    },
    /** Starts again from a saved document, with the steps saved with it. */
    restart(snapshot: Snapshot, steps: HistorySteps = { past: [], future: [] }) {
      past = steps.past
      future = steps.future
      goTo(snapshot)
    },
  }
}

export type History = ReturnType<typeof createHistory>
