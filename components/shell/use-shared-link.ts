'use client'

import { useEffect } from 'react'
import type { OpenedDocument } from '@/components/session/read-document-text'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'

/** The start of a share link's fragment: checked before the code that reads it is fetched. */
const MARK = '#s='

const loadReader = prefetchAfterLoad(() => import('./shared-link'))

/** Opens the document of a share link, once, and removes it from the address. */
export function useSharedLink(onOpen: (opened: OpenedDocument) => void) {
  useEffect(() => {
    async function openFromAddress(event?: HashChangeEvent) {
      // From the event where there is one: the router may write an older address back before the event arrives.
      const fragment = new URL(event?.newURL ?? location.href).hash
      if (!fragment.startsWith(MARK)) return
      if (location.hash.startsWith(MARK))
        history.replaceState(history.state, '', location.pathname + location.search)
      const { readSharedLink } = await loadReader()
      onOpen(readSharedLink(fragment))
    }
    void openFromAddress()
    addEventListener('hashchange', openFromAddress)
    return () => removeEventListener('hashchange', openFromAddress)
  }, [onOpen])
}
