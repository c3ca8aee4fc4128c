'use client'

import { useEffect } from 'react'
import type { Opened } from './wizard-file'

/** How the fragment of a shared link begins: asked before the code that reads it is fetched. */
const MARK = '#s='

/** Opens the spec of a shared link, once, and takes it out of the address. */
export function useSharedLink(open: (opened: Opened) => void) {
  useEffect(() => {
    async function read() {
      const fragment = location.hash
      if (!fragment.startsWith(MARK)) return
      history.replaceState(history.state, '', location.pathname + location.search)
      const { readSharedLink } = await import('./shared-link')
      open(readSharedLink(fragment))
    }
    void read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [open])
}
