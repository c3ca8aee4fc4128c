'use client'

import { type MouseEvent, type ReactNode, useEffect } from 'react'
import { useSession } from '@/components/session/session'
import { useStore } from '@/components/ui/store'
import { useDocumentActions } from '../use-document-actions'
import { closeStart } from './first-visit'

/**
 * The frame of the doors, whose texts the page contains as built. Any choice closes them, and so does a document that is
 * the user's: edited, opened or shared.
 */
export function StartBand({ children }: { readonly children: ReactNode }) {
  const actions = useDocumentActions()
  const { history } = useSession()
  const isPristine = useStore(history.pristine) !== undefined
  const isFirst = useStore(history).undo === undefined
  useEffect(() => {
    if (!isPristine || !isFirst) closeStart()
  }, [isPristine, isFirst])
  function choose({ target }: MouseEvent) {
    const door = target instanceof Element && target.closest<HTMLElement>('[data-door]')?.dataset.door
    if (!door) return
    closeStart()
    if (door === 'newApi' || door === 'pickFile') void actions[door]()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: it receives the clicks of the buttons and links inside, by key too
    <section aria-label="Start" className="start" onClick={choose}>
      {children}
    </section>
  )
}
