'use client'

import { lazy, Suspense } from 'react'
import { Button } from '@/components/ui/button'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import { PaneHead } from '../pane-head'
import type { Inspection } from '../use-inspection'

// What every claim means is a long text: the page can be used before it arrives.
const TokenClaims = lazy(prefetchAfterLoad(() => import('./token-claims')))

export interface ClaimsPaneProps {
  readonly inspection: Inspection
  /** Absent until samples can be made. */
  readonly onSample?: (() => void) | undefined
}

/** The token's type, and its claims with their meanings, or what will appear here. */
export function ClaimsPane({ inspection, onSample }: ClaimsPaneProps) {
  const { token, valid, at, now } = inspection
  return (
    <section aria-label="Claims" className="pane claims">
      {token ? (
        <Suspense fallback={<PaneHead title="Claims" />}>
          <TokenClaims token={token} notes={at?.notes ?? []} now={now} model={valid?.model} />
        </Suspense>
      ) : (
        <>
          <PaneHead title="Claims" />
          <div className="grid justify-items-start gap-3 p-4 text-muted-foreground">
            The header, claims and scopes of the token appear here, each with its meaning and source.
            <Button icon="sample" disabled={!onSample} onClick={onSample}>
              Try a sample token
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
