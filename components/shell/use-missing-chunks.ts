'use client'

import { useEffect } from 'react'
import { isChunkError } from '@/components/session/chunk-error'
import { useSession } from '@/components/session/session'
import { PART_MISSING } from '@/components/ui/part-boundary'
import { showToast } from '@/components/ui/toast'

/**
 * Says so when an action needs a part of the page that cannot be fetched any more: a new version was published since
 * the page was opened, or there is no connection.
 */
export function useMissingChunks() {
  const { autosave } = useSession()
  useEffect(() => {
    function onRejection(event: PromiseRejectionEvent) {
      if (!isChunkError(event.reason)) return
      event.preventDefault()
      autosave.flush()
      showToast({
        text: PART_MISSING,
        tone: 'warn',
        lasting: true,
        action: { label: 'Reload', run: () => location.reload() },
      })
    }
    addEventListener('unhandledrejection', onRejection)
    return () => removeEventListener('unhandledrejection', onRejection)
  }, [autosave])
}
