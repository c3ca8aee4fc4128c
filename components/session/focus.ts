import { createStore } from '@/components/ui/store'
import type { FieldPath } from '@/lib/document/field-path'

/** A pending request to show and focus a field. `serial` makes each request a new one. */
export interface RevealRequest {
  readonly path: FieldPath
  /** Selects its text, to be typed over. */
  readonly select: boolean
  readonly serial: number
}

/** Creates the registry of mounted fields, with the field that has focus and the one that should get it. */
export function createFocus() {
  const focused = createStore<FieldPath | undefined>(undefined)
  const revealRequest = createStore<RevealRequest | undefined>(undefined)
  const mounted = new Map<FieldPath, Set<HTMLElement>>()
  const mountListeners = new Set<() => void>()
  let serial = 0

  function visibleControl(path: FieldPath): HTMLElement | undefined {
    const visible = [...(mounted.get(path) ?? [])].filter(control => control.checkVisibility())
    return visible.toSorted(documentOrder)[0]
  }
  function focusControl(path: FieldPath): boolean {
    const control = visibleControl(path)
    control?.focus()
    control?.scrollIntoView({ block: 'nearest' })
    return control !== undefined
  }

  function focusInside(path: FieldPath): boolean {
    return [...mounted.keys()].filter(field => field.startsWith(`${path}.`)).some(focusControl)
  }

  return {
    focused,
    revealRequest,
    reveal(path: FieldPath, text?: 'select') {
      serial += 1
      revealRequest.set({ path, select: text === 'select', serial })
    },
    /** Registers the mounted control of a field; returns a function that removes it. */
    register(path: FieldPath, control: HTMLElement) {
      const controls = mounted.get(path) ?? new Set()
      mounted.set(path, controls.add(control))
      for (const listener of mountListeners) listener()
      return () => {
        controls.delete(control)
        if (controls.size === 0 && mounted.get(path) === controls) mounted.delete(path)
      }
    },
    /** Calls `listener` whenever a field is mounted; returns a function that stops it. */
    onMount(listener: () => void) {
      mountListeners.add(listener)
      return () => mountListeners.delete(listener)
    },
    /**
     * Focuses the field at `path`, the first field inside it, or the list that it is an item of. False when none is
     * visible.
     */
    focusField(path: FieldPath): boolean {
      const list = path.replace(/\.\d+$/, '')
      return focusControl(path) || focusInside(path) || (!showsOneItem(list) && focusControl(list))
    },
    /** Focuses the first field inside `path`, or the nearest one around it. False when none is visible. */
    focusNearest(path: FieldPath): boolean {
      if (focusInside(path)) return true
      for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.'))))
        if (focusControl(at)) return true
      return false
    },
  }
}

const documentOrder = (a: HTMLElement, b: HTMLElement) =>
  a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1

/** Lists that show one item at a time: the button that adds an item is no substitute for the item. */
const showsOneItem = (list: FieldPath) =>
  list === 'endpoints' || list === 'clients' || list === 'resourceServers'

/** The path of the field that `element` belongs to. */
export const fieldOf = (element: EventTarget | null): FieldPath | undefined =>
  element instanceof Element ? element.closest<HTMLElement>('[data-field]')?.dataset.field : undefined
