'use client'

import { useSyncExternalStore } from 'react'
import { leaveDraft } from './leave-draft'

export const stepIds = ['service', 'scopes', 'clients', 'endpoints', 'review'] as const
export type StepId = (typeof stepIds)[number]

/** The address of a step: `#scopes`. */
export const stepHref = (id: StepId): string => `#${id}`

/** The step in the address of the page; the first one when it names none. */
export function stepInAddress(): StepId {
  const id = location.hash.slice(1)
  return stepIds.find(known => known === id) ?? 'service'
}

const subscribe = (showStep: () => void) => {
  let open = stepInAddress()
  const listener = () => {
    // Back, or an address that was typed, takes away the control that has focus.
    const leavesControl = document.activeElement?.closest('.form') && stepInAddress() !== open
    if (leavesControl) isHeadingDue = true
    open = stepInAddress()
    leaveDraft()
    showStep()
  }
  // A link of the bar changes the address by pushState, which makes no hashchange.
  const navigation = 'navigation' in window ? window.navigation : undefined
  // Next changes it while React inserts styles, when nothing may be scheduled.
  const soon = () => queueMicrotask(listener)
  addEventListener('hashchange', listener)
  navigation?.addEventListener('currententrychange', soon)
  return () => {
    removeEventListener('hashchange', listener)
    navigation?.removeEventListener('currententrychange', soon)
  }
}

/** The step in the address of the page, so that Back and links work. */
export const useStepId = (): StepId => useSyncExternalStore(subscribe, stepInAddress, () => 'service')

/**
 * Opens a step. The new entry of the history has the state that the router gave the last one: a change of the fragment alone
 * would have none, and the router writing one is two more navigations.
 */
export function goToStep(id: StepId) {
  if (location.hash === stepHref(id)) return
  const oldURL = location.href
  history.pushState(history.state, '', stepHref(id))
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: location.href }))
}

let isHeadingDue = false
const requestListeners = new Set<() => void>()

/** Calls `listener` whenever a step is asked for, the open one too; returns what ends that. */
export function onStepRequest(listener: () => void): () => void {
  requestListeners.add(listener)
  return () => void requestListeners.delete(listener)
}

/** Opens a step and moves focus to its heading: the button or field that had focus may not be there any more. */
export function goToStepHeading(id: StepId) {
  for (const listener of requestListeners) listener()
  isHeadingDue = location.hash !== stepHref(id)
  goToStep(id)
}

/** Focuses the heading of a step that was just mounted, if that is what opened the step. */
export function focusDueHeading(heading: HTMLElement | null) {
  if (heading && isHeadingDue) heading.focus()
  if (heading) isHeadingDue = false
}
