'use client'

import Link from 'next/link'
import { useErrorCount, useOpenFindings } from '@/components/session/hooks'
import { classes } from '@/components/ui/classes'
import { Icon, type IconName } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { stepHref } from './address'
import { type Step, steps } from './steps'

export interface RailProps {
  readonly current: Step
  readonly onShortcuts: () => void
}

/** Every step with its state; any of them can be opened at any time. */
export function Rail({ current, onShortcuts }: RailProps) {
  return (
    <aside className="rail flex min-h-0 flex-col overflow-y-auto px-1.5 py-3 lg:px-2">
      <h2 className="hidden px-2 pt-1 pb-2 text-muted-foreground text-s lg:block">Steps</h2>
      <nav aria-label="Steps" className="grid gap-0.5">
        {steps.map(step => (
          <RailStep key={step.id} step={step} current={step === current} />
        ))}
      </nav>
      <div className="mt-auto hidden gap-2 px-2 pt-4 pb-2 text-secondary-foreground text-s lg:grid [&_svg]:text-muted-foreground">
        <Link href="/guide/#private" prefetch={false} className="flex items-center gap-1.5 hover:underline">
          <Icon name="shield" size={14} />
          Runs in this browser
        </Link>
        <Link href="/guide/#why-401" prefetch={false} className="flex items-center gap-1.5 hover:underline">
          <Icon name="page" size={14} />
          Why do I get 401?
        </Link>
        <button type="button" onClick={onShortcuts} className="flex items-center gap-1.5 hover:underline">
          <Icon name="list" size={14} />
          Shortcuts
          <span className="ml-auto">
            <Kbd>?</Kbd>
          </span>
        </button>
      </div>
    </aside>
  )
}

const looks = {
  ok: {
    icon: 'check',
    dot: 'border-success-border bg-success-soft text-success',
    meta: 'text-muted-foreground',
  },
  err: {
    icon: 'error',
    dot: 'border-destructive-border bg-destructive-soft text-destructive',
    meta: 'text-destructive',
  },
  warn: { icon: 'warning', dot: 'border-warning-border bg-warning-soft text-warning', meta: 'text-warning' },
} as const satisfies Record<string, { icon: IconName; dot: string; meta: string }>

/** The state of a step: it has problems, has findings, or is complete. */
export function useStepState(step: Step) {
  const own = useErrorCount(step.paths)
  const all = useErrorCount(WHOLE)
  const findings = useOpenFindings()
  const elsewhere = useErrorCount(EVERY_PART)
  const problems = step.id === 'review' ? all - elsewhere : own
  const state =
    problems > 0 ? 'err' : step.id === 'review' && (all > 0 || findings.some(isWarning)) ? 'warn' : 'ok'
  return { problems, state } as const
}

const WHOLE = ['']
const EVERY_PART = steps.flatMap(({ paths }) => paths)
const isWarning = ({ severity }: { readonly severity: string }) => severity === 'warning'

export const problemCount = (problems: number) => `${problems} ${problems === 1 ? 'problem' : 'problems'}`

function RailStep({ step, current }: { readonly step: Step; readonly current: boolean }) {
  const { problems, state } = useStepState(step)
  const { icon, dot, meta } = looks[state]
  return (
    <a
      href={stepHref(step.id)}
      title={step.title}
      aria-current={current ? 'step' : undefined}
      className="grid grid-cols-[20px] justify-center gap-x-2 rounded-control p-2 text-secondary-foreground transition-colors hover:bg-accent focus-visible:rounded-control aria-[current]:bg-card aria-[current]:text-foreground aria-[current]:shadow-[0_0_0_1px_var(--border),var(--drop-1)] aria-[current]:focus-visible:shadow-(--ring) lg:grid-cols-[20px_1fr] lg:py-1.5"
    >
      <span className={classes('grid size-5 place-items-center rounded-full border', dot)}>
        <Icon name={icon} size={12} />
      </span>
      <span className={classes('sr-only lg:not-sr-only', current && 'font-semibold')}>{step.title}</span>
      <span className={classes('sr-only text-s lg:not-sr-only lg:col-start-2 lg:truncate', meta)}>
        {problems > 0 ? problemCount(problems) : <step.Summary />}
      </span>
    </a>
  )
}
