'use client'

import Link from 'next/link'
import { useFindingsKnown, useOpenFindings, useProgressCounts } from '@/components/session/hooks'
import { useSession } from '@/components/session/session'
import { singleKeys } from '@/components/session/single-keys'
import { goToStep, stepHref } from '@/components/session/step-address'
import { classes } from '@/components/ui/classes'
import { Icon, type IconName } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { useStore } from '@/components/ui/store'
import { type Step, steps } from './steps'

export interface RailProps {
  readonly current: Step
  readonly onShortcuts: () => void
}

/** Every step with its state; any of them can be opened at any time. */
export function Rail({ current, onShortcuts }: RailProps) {
  const hasSingleKeys = useStore(singleKeys)
  return (
    <aside className="rail flex min-h-0 flex-col overflow-y-auto px-1.5 py-3 lg:px-2">
      <h2 className="hidden px-2 pt-1 pb-2 text-muted-foreground text-s lg:block">Steps</h2>
      <nav aria-label="Steps" className="grid gap-0.5">
        {steps.map((step, index) => (
          <RailStep key={step.id} step={step} number={index + 1} current={step === current} />
        ))}
      </nav>
      <div className="mt-auto hidden gap-2 px-2 pt-4 pb-2 text-secondary-foreground text-s lg:grid [&_svg]:text-muted-foreground">
        <Link href="/guide/#private" prefetch={false} className="flex items-center gap-1.5 hover:underline">
          <Icon name="shield" size={14} />
          Runs in this browser
        </Link>
        <Link href="/guide/#401" prefetch={false} className="flex items-center gap-1.5 hover:underline">
          <Icon name="page" size={14} />
          Why do I get 401?
        </Link>
      </div>
      <button
        type="button"
        title="Shortcuts"
        onClick={onShortcuts}
        className="flex items-center gap-1.5 px-2 pb-2 text-secondary-foreground text-s hover:underline max-lg:mt-auto max-lg:justify-center"
      >
        <Icon name="list" size={14} className="text-muted-foreground" />
        <span className="sr-only lg:not-sr-only">Shortcuts</span>
        {hasSingleKeys && (
          <span className="ml-auto max-lg:hidden">
            <Kbd>?</Kbd>
          </span>
        )}
      </button>
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
  todo: { icon: 'minus', dot: 'border-border-strong text-muted-foreground', meta: 'text-muted-foreground' },
  // The number of the step: what nobody has gone through yet is not marked as done.
  unseen: {
    icon: undefined,
    dot: 'border-border-strong text-muted-foreground text-s',
    meta: 'text-muted-foreground',
  },
} as const satisfies Record<string, { icon: IconName | undefined; dot: string; meta: string }>

/** The state of a step: it has problems, is not filled in, has findings, is nobody's work yet, or is complete. */
export function useStepState(step: Step) {
  const own = useProgressCounts(step.paths)
  const all = useProgressCounts(WHOLE)
  const elsewhere = useProgressCounts(EVERY_PART)
  const findings = useOpenFindings()
  const isChecked = useFindingsKnown()
  const { history, seenSteps } = useSession()
  const isPristine = useStore(history.pristine) !== undefined
  const isSeen = useStore(seenSteps, seen => seen?.has(step.id) ?? true)
  const isReview = step.id === 'review'
  const problems = isReview ? all.problems - elsewhere.problems : own.problems
  return { problems, state: state() } as const

  function state(): keyof typeof looks {
    if (problems > 0) return 'err'
    if (isReview && all.problems > 0) return 'warn'
    if ((isReview ? all : own).unfilled > 0) return 'todo'
    if (isReview && findings.some(isWarning)) return 'warn'
    return isPristine || !isSeen || (isReview && !isChecked) ? 'unseen' : 'ok'
  }
}

const WHOLE = ['']
const EVERY_PART = steps.flatMap(({ paths }) => paths)
const isWarning = ({ severity }: { readonly severity: string }) => severity === 'warning'

export const problemCount = (problems: number) => `${problems} ${problems === 1 ? 'problem' : 'problems'}`

interface RailStepProps {
  readonly step: Step
  readonly number: number
  readonly current: boolean
}

function RailStep({ step, number, current }: RailStepProps) {
  const { problems, state } = useStepState(step)
  const { icon, dot, meta } = looks[state]
  return (
    <a
      href={stepHref(step.id)}
      onClick={event => {
        // Another key opens it in another tab or window, which is the browser's to do.
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        goToStep(step.id)
      }}
      title={step.title}
      aria-current={current ? 'step' : undefined}
      data-state={state}
      className="grid grid-cols-[20px] justify-center gap-x-2 rounded-control p-2 text-secondary-foreground transition-colors hover:bg-accent focus-visible:rounded-control aria-[current]:bg-card aria-[current]:text-foreground aria-[current]:shadow-[0_0_0_1px_var(--border),var(--drop-1)] aria-[current]:focus-visible:shadow-(--ring) lg:grid-cols-[20px_1fr] lg:py-1.5"
    >
      <span aria-hidden="true" className={classes('grid size-5 place-items-center rounded-full border', dot)}>
        {icon ? <Icon name={icon} size={12} /> : number}
      </span>
      <span className={classes('sr-only lg:not-sr-only', current && 'font-semibold')}>{step.title}</span>
      <span className={classes('sr-only text-s lg:not-sr-only lg:col-start-2 lg:truncate', meta)}>
        {problems > 0 ? problemCount(problems) : state === 'todo' ? 'Not complete' : <step.Summary />}
      </span>
    </a>
  )
}
