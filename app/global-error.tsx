'use client'

import './globals.css'
import { PageBroke } from '@/components/shell/page-broke'

/** Shown when the root layout itself failed. Next's own page would write its styles as HTML, which the policy forbids. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>Cognito Scope Wizard</title>
        <div className="app" data-failed="">
          <header />
          <PageBroke />
        </div>
      </body>
    </html>
  )
}
