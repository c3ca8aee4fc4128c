'use client'

import { useEffect } from 'react'
import { focusMounted } from '@/components/session/focus'
import { useSession } from '@/components/session/session'
import type { FieldPath } from '@/lib/document/field-path'
import { goToStep } from './address'
import { stepOf } from './steps'
import { useWish } from './wish'

/** How long a field may take to appear: its step may have to be fetched, its row scrolled to. */
const PATIENCE_MS = 2000
/** After this the next best is taken: a field inside the wished one, or the nearest around it. */
const EXACT_MS = 400

/** Brings a wished field to the eye: opens its step, and focuses it once it stands on the page. */
export function useReveal(showForm: () => void) {
  const wish = useWish()
  const { focus } = useSession()
  useEffect(() => {
    if (!wish) return
    goToStep(stepOf(wish.path).id)
    showForm()
    const began = performance.now()
    let frame = requestAnimationFrame(function attempt(now) {
      const form = document.querySelector<HTMLElement>('.pane.form')
      const found = form?.checkVisibility() && focusField(wish.path, form, now > began + EXACT_MS)
      if (found || now > began + PATIENCE_MS) {
        if (focus.wish.get() === wish) focus.wish.set(undefined)
      } else frame = requestAnimationFrame(attempt)
    })
    return () => cancelAnimationFrame(frame)
  }, [wish, focus, showForm])
}

/** Focuses the field of `path`, or the list that it is a member of; with `loosely` what is nearest to it. */
function focusField(path: FieldPath, form: HTMLElement, loosely: boolean): boolean {
  const has = (selector: string) => form.querySelector<HTMLElement>(selector)?.dataset.field
  const list = path.replace(/\.\d+$/, '')
  const exact = has(`[data-field="${CSS.escape(path)}"]`) ?? has(`[data-field="${CSS.escape(list)}"]`)
  if (exact !== undefined && (exact === path || !showsOneMember(list))) return focusMounted(exact, form)
  if (!loosely) return false
  return focusMounted(has(`[data-field^="${CSS.escape(`${path}.`)}"]`) ?? path, form)
}

/** Lists whose members are shown one at a time: the button that adds to them is no substitute for a member. */
const showsOneMember = (list: FieldPath) =>
  list === 'endpoints' || list === 'clients' || list === 'resourceServers'
