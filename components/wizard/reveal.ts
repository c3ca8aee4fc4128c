'use client'

import { useEffect } from 'react'
import { focusMounted } from '@/components/session/focus'
import { useSession } from '@/components/session/session'
import { goToStep } from './address'
import { stepOf } from './steps'
import { useWish } from './wish'

/** How long a field may take to appear: its step may have to be fetched, its row scrolled to. */
const PATIENCE_MS = 2000

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
