'use client'

import { useSyncExternalStore } from 'react'
import type { Reveal } from '@/components/session/focus'
import { useSession } from '@/components/session/session'
import type { FieldPath } from '@/lib/document/field-path'

const nothing = () => undefined

/** The field that is to be shown, while it is not yet. */
export function useWish(): Reveal | undefined {
  const { wish } = useSession().focus
  return useSyncExternalStore(wish.subscribe, wish.get, nothing)
}

/** The index in the list at `list` that a wish is about: `clients` and `clients.1.name` give 1. */
export function wishedIndex(wish: Reveal | undefined, list: FieldPath): number | undefined {
  if (!wish?.path.startsWith(`${list}.`)) return undefined
  const index = Number(wish.path.slice(list.length + 1).split('.', 1)[0])
  return Number.isInteger(index) ? index : undefined
}
