'use client'

import { lazy, Suspense, useRef } from 'react'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { PartBoundary } from '@/components/ui/part-boundary'
import { SEVERITIES } from '../severity'
import type { ExaminedFinding } from '../state/examination'
import { useDoctor, useDoctorState } from '../use-doctor'

// It comes when somebody is about to open a finding.
const loadDetails = () => import('./finding-details')
const FindingDetails = lazy(loadDetails)
const prepare = () => void loadDetails().catch(() => undefined)

/** A finding: one button when it is closed; the reason, the fix and the change when it is open. */
export function FindingCard({ finding }: { readonly finding: ExaminedFinding }) {
  const { key, code, severity, message, at } = finding
  const doctor = useDoctor()
  const open = useDoctorState(({ selected }) => selected === key)
  const card = useRef<HTMLLIElement>(null)
  const { word, icon, ink } = SEVERITIES[severity]
  const [first] = at
  return (
    <li
      ref={card}
      className={classes(
        'border-border border-b',
        open && 'bg-primary-soft shadow-[inset_2px_0_0_var(--primary)]',
      )}
    >
      <button
        type="button"
        aria-expanded={open}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => {
          // What is open now, which may not be drawn yet.
          const isOpen = doctor.state.get().selected === key
          doctor.select(isOpen ? undefined : key)
          if (!isOpen && first) doctor.goTo(first, false)
        }}
        className={classes(
          'grid w-full grid-cols-[16px_minmax(0,1fr)_auto] items-start gap-x-2.5 px-4 py-2.5 focus-visible:shadow-[inset_0_0_0_2px_var(--primary)]',
          !open && 'hover:bg-accent',
        )}
      >
        <Icon name={icon} className={classes('mt-0.5', ink)} />
        <span className="min-w-0">
          <span className="block font-medium [overflow-wrap:anywhere]">{message}</span>
          <span className="mt-0.5 flex flex-wrap gap-x-2 text-muted-foreground text-s">
            <span className={ink}>{word}</span>
            <span className="mono">{code}</span>
            {first && (
              <span className="mono">{at.length > 1 ? `${at.length} places` : `line ${first.line}`}</span>
            )}
          </span>
        </span>
        <Icon
          name={open ? 'chevron-down' : 'chevron-right'}
          size={14}
          className="mt-[3px] text-muted-foreground"
        />
      </button>
      {open && (
        <PartBoundary fallback={null} onFail={() => doctor.select(undefined)}>
          <Suspense fallback={null}>
            <FindingDetails finding={finding} card={card} />
          </Suspense>
        </PartBoundary>
      )}
    </li>
  )
}
