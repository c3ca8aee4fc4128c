import { createStore } from './store'

const KEY = 'cognito-scope-wizard.spec'
const IDLE_MS = 300

export type SaveState = 'saved' | 'saving' | 'unavailable'

/** Keeps the form's values in this browser. Only the spec: a token is never handed to it. */
export function createAutosave() {
  const store = createStore<SaveState>('saved')
  let timer: ReturnType<typeof setTimeout> | undefined
  let pending: unknown
  /** The text in the browser as this tab last wrote or read it. */
  let known: string | null = null

  function flush() {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    try {
      known = JSON.stringify(pending)
      localStorage.setItem(KEY, known)
      store.set('saved')
    } catch {
      // Storage may be switched off or full: the page works on, and says that it keeps nothing.
      store.set('unavailable')
    }
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    save(values: unknown) {
      pending = values
      clearTimeout(timer)
      timer = setTimeout(flush, IDLE_MS)
      store.set('saving')
    },
    /** Writes at once what still waits. */
    flush,
    /** What was saved, as plain JSON; undefined when there is nothing readable. */
    load(): unknown {
      try {
        known = localStorage.getItem(KEY)
        return JSON.parse(known ?? 'null') ?? undefined
      } catch {
        return undefined
      }
    },
    /** Whether another tab has saved since; said once for each time. */
    changedElsewhere(): boolean {
      try {
        const before = known
        known = localStorage.getItem(KEY)
        return known !== null && known !== before
      } catch {
        return false
      }
    },
  }
}

export type Autosave = ReturnType<typeof createAutosave>
