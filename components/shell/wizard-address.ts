'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'

let last = ''

/** The address of the wizard at the step that was open last, for links from other pages. */
export function useWizardAddress(): string {
  const path = usePathname()
  const [hash, setHash] = useState('')
  useEffect(() => {
    if (path !== '/') {
      setHash(last)
      return
    }
    const note = () => {
      last = location.hash
    }
    note()
    addEventListener('hashchange', note)
    return () => removeEventListener('hashchange', note)
  }, [path])
  return `/${path === '/' ? '' : hash}`
}

/**
 * The router passes over history entries without its own state, such as those of a fragment change: Back from another page
 * would change the address alone. They get the state of the entry before, which is of the same page. The router takes
 * it for its own, so that it has nothing to write.
 */
export function useRoutedFragments() {
  const path = usePathname()
  useEffect(() => {
    let routed = { path, state: history.state }
    const adopt = () => {
      if (history.state === null) history.replaceState(routed.state, '')
      else routed = { path, state: history.state }
    }
    addEventListener('hashchange', adopt)
    return () => removeEventListener('hashchange', adopt)
  }, [path])
}
