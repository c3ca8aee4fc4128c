'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'

let last = ''

/** The wizard at the step where it was left, for the way back from another page. */
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
