'use client'

import './globals.css'
import { RecoveryActions } from '@/components/session/recovery-actions'

/** Shown when the root layout itself failed. Next's own page would write its styles as HTML, which the policy forbids. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>Cognito Scope Wizard</title>
        <div className="app" data-failed="">
          <header />
          <main className="grid content-center justify-items-center gap-3 p-6 text-center">
            <h1 className="font-semibold text-l">Something went wrong</h1>
            <p className="text-secondary-foreground">
              This is a bug on our side. Your document is still saved in this browser.
            </p>
            <RecoveryActions />
          </main>
        </div>
      </body>
    </html>
  )
}
