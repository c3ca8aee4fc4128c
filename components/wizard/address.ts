'use client'

import { useSyncExternalStore } from 'react'

export const stepIds = ['service', 'scopes', 'clients', 'endpoints', 'review'] as const
export type StepId = (typeof stepIds)[number]

/** The address of a step: `#scopes`. */
export const stepHref = (id: StepId): string => `#${id}`

function current(): StepId {
  const id = location.hash.slice(1)
  return stepIds.find(known => known === id) ?? 'service'
}

const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

/** The step in the address of the page, so that Back and links work. */
export const useStepId = (): StepId => useSyncExternalStore(subscribe, current, () => 'service')

export function goToStep(id: StepId) {
  if (location.hash !== stepHref(id)) location.hash = stepHref(id)
}
