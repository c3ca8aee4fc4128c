'use client'

import { usePathname } from 'next/navigation'

/** What a page is about: the document, files of its own (the doctor), or neither (the guide, and pages that do not exist). */
export type PageKind = 'document' | 'files' | 'text'

const KINDS: ReadonlyMap<string, PageKind> = new Map([
  ['/', 'document'],
  ['/inspector/', 'document'],
  ['/doctor/', 'files'],
])

/** The kind of the page that is open. */
export function usePageKind(): PageKind {
  // Without a router around it there is no path.
  const path = usePathname() ?? '/'
  return KINDS.get(path.endsWith('/') ? path : `${path}/`) ?? 'text'
}
