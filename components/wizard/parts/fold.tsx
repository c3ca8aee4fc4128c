'use client'

import { type ReactNode, useEffect, useId, useState } from 'react'
import { useProgressCounts } from '@/components/session/hooks'
import { Button } from '@/components/ui/button'
import { type FieldPath, isWithin } from '@/lib/document/field-path'
import { useRevealRequest } from '../reveal-request'

export interface FoldProps {
  readonly label: string
  /** The fields inside: a request to show one of them, or an error in one, unfolds it. */
  readonly paths: readonly FieldPath[]
  /** A field inside has a value: it unfolds. */
  readonly set: boolean
  readonly children: ReactNode
}

/** Fields that few documents need, behind a button with their name. */
export function Fold({ label, paths, set, children }: FoldProps) {
  const id = useId()
  const [open, setOpen] = useState(set)
  const request = useRevealRequest()
  const asked = request !== undefined && paths.some(path => isWithin(request.path, path))
  const faulty = useProgressCounts(paths).problems > 0
  useEffect(() => {
    if (asked || faulty) setOpen(true)
  }, [asked, faulty])
  // Another document may have a value there, and so may undo.
  useEffect(() => {
    if (set) setOpen(true)
  }, [set])
  return (
    <section aria-label={label} className="grid gap-5">
      <div>
        <Button
          look="quiet"
          small
          icon={open ? 'chevron-up' : 'chevron-down'}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="-ml-2"
        >
          {label}
        </Button>
      </div>
      <div id={id} className="grid gap-5 empty:hidden">
        {open && children}
      </div>
    </section>
  )
}
