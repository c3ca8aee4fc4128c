'use client'

import { useEffect } from 'react'
import { isDocument, useSession } from '@/components/session/session'
import { showToast } from '@/components/ui/toast'

/** Tells a tab that comes back to the front that another one has saved meanwhile: what is saved last stays. */
export function useOtherTabs() {
  const { autosave, replace } = useSession()
  useEffect(() => {
    function look() {
      if (document.visibilityState === 'hidden' || !autosave.changedElsewhere()) return
      const run = () => {
        const saved = autosave.load()
        if (isDocument(saved)) replace(saved, 'Changes of another tab')
      }
      showToast({ text: 'Changed in another tab.', tone: 'warn', action: { label: 'Take it over', run } })
    }
    addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [autosave, replace])
}
