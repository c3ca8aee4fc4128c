'use client'

import { lazy, Suspense, useState } from 'react'
import { PartBoundary } from '@/components/ui/part-boundary'
import type { Endpoint, Model } from '@/lib/model/model'
import type { JsonObject } from '@/lib/token/json'

const EventText = lazy(() => import('./event-text'))

export interface LambdaEventProps {
  readonly model: Model
  readonly endpoint: Endpoint
  readonly claims: JsonObject | undefined
}

/** The event of an allowed request, built when it is asked for. */
export function LambdaEvent(props: LambdaEventProps) {
  const [open, setOpen] = useState(false)
  return (
    <details open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer text-secondary-foreground hover:text-foreground">
        What your Lambda receives
      </summary>
      {open && (
        <PartBoundary fallback={null} onFail={() => setOpen(false)}>
          <Suspense fallback={null}>
            <EventText {...props} />
          </Suspense>
        </PartBoundary>
      )}
    </details>
  )
}
