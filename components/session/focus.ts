import type { FieldPath } from '@/lib/document/field-path'
import { createStore } from './store'

/** A wish to show and focus a field. `serial` makes each wish a new one. */
export interface Reveal {
  readonly path: FieldPath
  readonly serial: number
}

/** Which field has focus, and which one should get it. Fields say who they are by `data-field`. */
export function createFocus() {
  const focused = createStore<FieldPath | undefined>(undefined)
  const wish = createStore<Reveal | undefined>(undefined)
  let serial = 0
  return {
    focused,
    wish,
    reveal(path: FieldPath) {
      serial += 1
      wish.set({ path, serial })
    },
  }
}

/** The path of the field that holds `element`. */
export const fieldOf = (element: EventTarget | null): FieldPath | undefined =>
  element instanceof Element
    ? (element.closest<HTMLElement>('[data-field]')?.dataset.field ?? undefined)
    : undefined

/**
 * Focuses the mounted field of `path`, or the nearest one around it (`clients.0.scopes` for `clients.0.scopes.2`).
 * False when none of them is on the page.
 */
export function focusMounted(path: FieldPath, root: ParentNode): boolean {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const holder = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(at)}"]`)
    const target = holder?.matches(FOCUSABLE) ? holder : holder?.querySelector<HTMLElement>(FOCUSABLE)
    if (!target) continue
    target.focus()
    target.scrollIntoView({ block: 'nearest' })
    return true
  }
  return false
}

const FOCUSABLE = 'input, select, textarea, button, [tabindex]:not([tabindex="-1"])'
