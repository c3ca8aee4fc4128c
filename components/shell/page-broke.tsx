'use client'

import { Button } from '@/components/ui/button'

/** In place of a page that threw: what it means for the person, and the way back. */
export function PageBroke() {
  return (
    <main className="grid content-center justify-items-center gap-3 p-6 text-center">
      <h1 className="font-semibold text-l">This page broke</h1>
      <p className="text-fg-2">That is a fault of ours. Your spec is safe: it is kept in this browser.</p>
      <Button look="primary" onClick={() => location.reload()}>
        Reload the page
      </Button>
    </main>
  )
}
