import type { Doctor } from './create-doctor'
import { hasUnsavedChanges } from './files'

const ask = (event: BeforeUnloadEvent) => event.preventDefault()

/** Lets the browser ask before a tab is closed or reloaded whose files have changes that were not downloaded. */
export function guardChanges({ state }: Pick<Doctor, 'state'>): void {
  let isGuarded = false
  state.subscribe(() => {
    const isDue = hasUnsavedChanges(state.get())
    if (isDue === isGuarded) return
    isGuarded = isDue
    // Only then: a page with such a listener may not be kept for Back.
    if (isDue) addEventListener('beforeunload', ask)
    else removeEventListener('beforeunload', ask)
  })
}
