'use client'

import { type FocusEvent, useMemo } from 'react'
import { fieldOf } from './focus'
import { useSession } from './session'

/** Focus and blur handlers for the element around a form: they report to the session which field has focus or was left. */
export function useFieldEvents() {
  const { focus, touched } = useSession()
  return useMemo(
    () => ({
      onFocusCapture: (event: FocusEvent) => {
        const path = fieldOf(event.target)
        if (path !== undefined) focus.focused.set(path)
      },
      onBlurCapture: (event: FocusEvent) => {
        // Leaving a button, such as the one that adds an item, is not leaving a field.
        const path = event.target instanceof HTMLButtonElement ? undefined : fieldOf(event.target)
        if (path !== undefined && !touched.get().has(path)) touched.set(new Set(touched.get()).add(path))
      },
    }),
    [focus, touched],
  )
}
