import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

export interface SectionProps {
  readonly title: string
  readonly aside?: ReactNode
  /** There are problems: what it shows is the last valid state. */
  readonly stale?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** A part of the review under its own heading. */
export function Section({ title, aside, stale, className, children }: SectionProps) {
  return (
    <section className={classes('min-w-0', className)}>
      <h2 className="mb-2 flex flex-wrap items-center gap-2 font-semibold">
        {title}
        {aside}
        {stale && <span className="font-normal text-s text-warning">of the last valid state</span>}
      </h2>
      {children}
    </section>
  )
}

/** One row of a list: an item with its explanation or actions. */
export const listClasses =
  'divide-y divide-border overflow-hidden rounded-card border border-border-strong bg-card'
