'use client'

import { useEffect } from 'react'
import { goToStepHeading, stepIds } from '@/components/session/step-address'
import { isApple, isTyping } from '@/components/ui/keyboard'

/** Alt with a digit opens the step of that number. In text on a Mac it is left alone: it writes a character, such as `[`. */
export function useStepKeys() {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const id =
        event.altKey &&
        !event.ctrlKey &&
        !event.metaKey &&
        stepIds[Number(event.code.replace('Digit', '')) - 1]
      if (!id || (isApple() && isTyping(event.target))) return
      event.preventDefault()
      goToStepHeading(id)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}
