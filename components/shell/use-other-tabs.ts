'use client'

import { useEffect } from 'react'
import type { OpenedDocument } from '@/components/session/read-document-text'
import { useSession } from '@/components/session/session'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import { showToast } from '@/components/ui/toast'

const loadReader = prefetchAfterLoad(() => import('@/components/session/read-document-text'))

/**
 * Reports immediately when another tab has saved a different document, and offers to load it. Until then both keep working: the tab
 * that saves last keeps the other's document among the recent ones.
 */
export function useOtherTabs(onOpen: (opened: OpenedDocument) => void) {
  const { autosave } = useSession()
  useEffect(() => {
    async function loadChanges() {
      const { readDocumentText } = await loadReader()
      const saved = autosave.load()
      if (saved !== null) onOpen(readDocumentText(saved))
    }
    return autosave.onOtherTab(() =>
      showToast({
        text: 'Changed in another tab.',
        tone: 'warn',
        lasting: true,
        action: { label: 'Load those changes', run: () => void loadChanges() },
      }),
    )
  }, [autosave, onOpen])
}
