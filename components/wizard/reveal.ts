'use client'

import { useEffect } from 'react'
import { useSession } from '@/components/session/session'
import { goToStep } from '@/components/session/step-address'
import { useRevealRequest } from './reveal-request'
import { stepOf } from './steps'
import type { View } from './view-tabs'

/** When no field has been mounted for this long, the nearest field is revealed instead of the requested one. */
const NEAREST_AFTER_MS = 400

/** Reveals a field: opens its step, and focuses the field once it is mounted. `view` is what a narrow screen shows. */
export function useReveal(view: View, showForm: () => void) {
  const request = useRevealRequest()
  const { focus } = useSession()
  useEffect(() => {
    if (!request) return
    goToStep(stepOf(request.path).id)
    showForm()
  }, [request, showForm])

  useEffect(() => {
    if (!request || view !== 'form') return
    const { path, select } = request
    let frame = 0
    let nearest: ReturnType<typeof setTimeout> | undefined
    const end = () => focus.revealRequest.get() === request && focus.revealRequest.set(undefined)
    const attempt = () => {
      if (!focus.focusField(path)) return
      const { activeElement } = document
      if (select && activeElement instanceof HTMLInputElement) activeElement.select()
      end()
    }
    const attemptNearest = () => {
      if (focus.focusField(path) || focus.focusNearest(path)) end()
    }
    // After the frame in which fields are mounted: they are in their place then.
    const schedule = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(attempt)
      clearTimeout(nearest)
      nearest = setTimeout(attemptNearest, NEAREST_AFTER_MS)
    }
    schedule()
    const stop = focus.onMount(schedule)
    // However slow the step arrives, it is waited for; but who does something else meanwhile is not interrupted.
    addEventListener('pointerdown', end, { capture: true })
    addEventListener('keydown', end, { capture: true })
    return () => {
      stop()
      cancelAnimationFrame(frame)
      clearTimeout(nearest)
      removeEventListener('pointerdown', end, { capture: true })
      removeEventListener('keydown', end, { capture: true })
    }
  }, [request, view, focus])
}
