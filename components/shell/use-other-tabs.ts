'use client'

import { useEffect } from 'react'
import { type OpenedDocument, readDocumentText } from '@/components/session/read-document-text'
import { useSession } from '@/components/session/session'
import { showToast } from '@/components/ui/toast'

/**
 * Reports immediately when another tab has saved a different document, and offers to load it. Until then both keep working: the tab
 * that saves last keeps the other's document among the recent ones.
 */
export function useOtherTabs(onOpen: (opened: OpenedDocument) => void) {
  const { autosave } = useSession()
  useEffect(() => {
    function loadChanges() {
      const saved = autosave.load()
      if (saved !== null) onOpen(readDocumentText(saved))
    }
    return autosave.onOtherTab(() =>
      showToast({
        text: 'Changed in another tab.',
        tone: 'warn',
        lasting: true,
        action: { label: 'Load those changes', run: loadChanges },
      }),
    )
  }, [autosave, onOpen])
}
