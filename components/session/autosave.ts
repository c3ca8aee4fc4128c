import { createStore } from './store'

const KEY = 'cognito-scope-wizard.spec'
const IDLE_MS = 300

export type SaveState = 'saved' | 'saving' | 'unavailable'

/** Keeps the form's values in this browser. Only the spec: a token is never handed to it. */
export function createAutosave() {
  const store = createStore<SaveState>('saved')
  let timer: ReturnType<typeof setTimeout> | undefined
  let pending: unknown

  function flush() {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    try {
      localStorage.setItem(KEY, JSON.stringify(pending))
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
        return JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? undefined
      } catch {
        return undefined
      }
    },
  }
}

export type Autosave = ReturnType<typeof createAutosave>
