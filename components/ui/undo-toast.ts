import { showToast } from './toast'

/** The steps that an undo goes back: the current one, and a notice when there is another. */
export interface Steps {
  readonly get: () => unknown
  readonly subscribe: (listener: () => void) => () => void
}

/** Says what was done, with its undo: until there is a further step, when the undo would be that of another one. */
export function showUndoable(text: string, undo: () => void, { get, subscribe }: Steps): void {
  const close = showToast({ text, action: { label: 'Undo', run: undo } })
  const done = get()
  const stop = subscribe(() => {
    if (get() === done) return
    stop()
    close()
  })
}
