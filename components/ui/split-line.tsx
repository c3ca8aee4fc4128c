'use client'

import { lazy, Suspense } from 'react'
import { prefetchAfterLoad } from './prefetch-after-load'
import type { SplitProps } from './split'

const Split = lazy(prefetchAfterLoad(async () => ({ default: (await import('./split')).Split })))

/**
 * The line between two panes, whose code arrives after the page. It is in the page from the start, and can be moved once
 * the code is there.
 */
export function SplitLine(props: SplitProps) {
  return (
    <Suspense>
      <Split {...props} />
    </Suspense>
  )
}
