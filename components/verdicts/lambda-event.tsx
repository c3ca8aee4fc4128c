'use client'

import { lazy, Suspense, useState } from 'react'
import { PartBoundary } from '@/components/ui/part-boundary'
import type { EventTextProps } from './event-text'

const EventText = lazy(() => import('./event-text'))

/** The event of an allowed request, built when it is asked for. */
export function LambdaEvent(props: EventTextProps) {
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
