import { createStore } from '@/components/ui/store'
import { CURRENT_KEY, keepRecent, newDocumentId, readCurrent, writeCurrent } from './saved-documents'

/** A change is saved once typing has paused, and at the latest after `MAX_WAIT_MS`. */
const PAUSE_MS = 300
const MAX_WAIT_MS = 800

export type SaveState = 'saved' | 'saving' | 'unavailable'

/** Creates the autosave of one tab. It saves the document only: it is never handed a token. */
export function createAutosave() {
  const store = createStore<SaveState>('saved')
  /** The entry among the recent documents for what other tabs saved and this one replaced. */
  const otherTabsId = newDocumentId()
  let pause: ReturnType<typeof setTimeout> | undefined
  let latest: ReturnType<typeof setTimeout> | undefined
  let unsaved: { readonly text: string; readonly since: number } | undefined
  /** The text in the browser as this tab last wrote or read it. */
  let known: string | null = null
  let stopped = false

  /** `saved` is shown once typing pauses: it would come and go with every write in between. */
  function flush() {
    clearTimeout(pause)
    write()
    if (store.get() === 'saving' && !stopped) store.set('saved')
  }

  function write() {
    clearTimeout(latest)
    if (unsaved === undefined || stopped) return
    const { text } = unsaved
    unsaved = undefined
    const saved = readCurrent()
    // Another tab has saved since: its document stays among the recent ones.
    if (saved !== null && saved !== known && saved !== text) keepRecent(saved, Date.now(), otherTabsId)
    if (writeCurrent(text)) known = text
    else store.set('unavailable')
  }

  return {
    get: store.get,
    getInitial: store.getInitial,
    subscribe: store.subscribe,
    /** Saves the document `text` soon. */
    save(text: string) {
      const now = performance.now()
      unsaved = { text, since: unsaved?.since ?? now }
      store.set('saving')
      clearTimeout(pause)
      clearTimeout(latest)
      pause = setTimeout(flush, PAUSE_MS)
      const waited = now - unsaved.since
      // A busy page runs timers late: what has waited long enough is saved now.
      if (waited >= MAX_WAIT_MS) write()
      else latest = setTimeout(write, MAX_WAIT_MS - waited)
    },
    /** Saves at once what has not been saved yet. */
    flush,
    /** The JSON of the saved document; null when there is none. */
    load(): string | null {
      known = readCurrent()
      return known
    },
    /** Calls `listener` when another tab has saved a different document; returns a function that stops it. */
    onOtherTab(listener: () => void) {
      const onStorage = ({ key, newValue }: StorageEvent) => {
        if (key === CURRENT_KEY && newValue !== null && newValue !== known) listener()
      }
      addEventListener('storage', onStorage)
      return () => removeEventListener('storage', onStorage)
    },
    /** Saves nothing any more: what is in the browser is about to be loaded by a reload. */
    stop() {
      stopped = true
    },
  }
}

export type Autosave = ReturnType<typeof createAutosave>
