'use client'

import type { RevealRequest } from '@/components/session/focus'
import { useSession } from '@/components/session/session'
import { useStore } from '@/components/ui/store'
import type { FieldPath } from '@/lib/document/field-path'

/** The field that is to be shown, until it has focus. */
export const useRevealRequest = (): RevealRequest | undefined => useStore(useSession().focus.revealRequest)

/** The index in the list at `list` that a request is about: `clients.1.name` and `clients.1` give 1. */
export function requestedIndex(request: RevealRequest | undefined, list: FieldPath): number | undefined {
  if (!request?.path.startsWith(`${list}.`)) return undefined
  const index = Number(request.path.slice(list.length + 1).split('.', 1)[0])
  return Number.isInteger(index) ? index : undefined
}
