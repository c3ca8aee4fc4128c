'use client'

import { RecoveryActions } from '@/components/session/recovery-actions'

/** Shown in place of a page that failed: an explanation and recovery actions. */
export function PageBroke() {
  return (
    <main className="grid content-center justify-items-center gap-3 p-6 text-center">
      <h1 className="font-semibold text-l">Something went wrong</h1>
      <p className="text-secondary-foreground">
        This is a bug on our side. Your document is still saved in this browser.
      </p>
      <RecoveryActions />
    </main>
  )
}
