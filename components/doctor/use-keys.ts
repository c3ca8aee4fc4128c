'use client'

import { useEffect } from 'react'
import { nextFinding } from './code/finding-at'
import { useDoctor } from './use-doctor'

/** Text that is not part of the files keeps the browser's undo. */
const isOwnText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input, textarea, select') &&
  !target.closest('.doctor-code')

/** The keys of the page: undo and redo of the files in place of the document's, and the next finding. */
export function useKeys() {
  const doctor = useDoctor()
  useEffect(() => {
    function step(by: 1 | -1) {
      const next = nextFinding(doctor.state.get(), by)
      if (!next) return
      doctor.select(next.key)
      if (next.at[0]) doctor.goTo(next.at[0], true)
    }
    function onKeyDown(event: KeyboardEvent) {
      const key = event.key.toLowerCase()
      const isCommand = (event.metaKey || event.ctrlKey) && !event.altKey
      if (key === 'f8') step(event.shiftKey ? -1 : 1)
      else if (isCommand && key === 'z' && !isOwnText(event.target))
        event.shiftKey ? doctor.redo() : doctor.undo()
      else if (isCommand && key === 'y' && !isOwnText(event.target)) doctor.redo()
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    // In the capture phase: before the editor, and before the keys of the whole site.
    addEventListener('keydown', onKeyDown, true)
    return () => removeEventListener('keydown', onKeyDown, true)
  }, [doctor])
}
