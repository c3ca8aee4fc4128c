'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { focusMounted, type Reveal } from '@/components/session/focus'
import { useSession } from '@/components/session/session'
import type { FieldPath } from '@/lib/spec/field-path'
import { goToStep } from './address'
import { stepOf } from './steps'

/** How long a field may take to appear: its step may have to be fetched, its row scrolled to. */
const PATIENCE_MS = 2000

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

/** Brings a wished field to the eye: opens its step, and focuses it once it stands on the page. */
export function useReveal(showForm: () => void) {
  const wish = useWish()
  const { focus } = useSession()
  useEffect(() => {
    if (!wish) return
    goToStep(stepOf(wish.path).id)
    showForm()
    const until = performance.now() + PATIENCE_MS
    let frame = requestAnimationFrame(function attempt(now) {
      const form = document.querySelector<HTMLElement>('.pane.form')
      const found = form?.checkVisibility() && focusMounted(wish.path, form)
      if (found || now > until) {
        if (focus.wish.get() === wish) focus.wish.set(undefined)
      } else frame = requestAnimationFrame(attempt)
    })
    return () => cancelAnimationFrame(frame)
  }, [wish, focus, showForm])
}
