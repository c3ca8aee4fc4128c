'use client'

import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useErrors, useProblems } from '@/components/session/hooks'
import { classes } from '@/components/ui/classes'
import { Segment } from '@/components/ui/segment'
import { VerdictRow } from '@/components/verdicts/verdict-row'
import { VerdictSummary } from '@/components/verdicts/verdict-summary'
import type { Verdict } from '@/lib/authorize/verdict'
import type { Model } from '@/lib/model/model'
import type { JsonObject } from '@/lib/token/json'
import type { Entered } from '../entered'
import { PaneHead } from '../pane-head'
import type { Inspection } from '../use-inspection'
import { Deployed } from './deployed'

/** Rows rendered with the keystroke; the others follow once these are on the screen. */
const AT_ONCE = 24

export interface EndpointsPaneProps {
  readonly entered: Entered
  readonly inspection: Inspection
  readonly onEnter: (change: Partial<Entered>) => void
}

type Filter = 'all' | 'allowed' | 'denied'

/** A verdict for every endpoint of the spec: the one that was called first, then the denied ones. */
export function EndpointsPane({ entered, inspection, onEnter }: EndpointsPaneProps) {
  const { verdicts, valid, token, called } = inspection
  const [filter, setFilter] = useState<Filter>('all')
  const scroller = useRef<HTMLDivElement>(null)
  const calledId = called?.endpoint.id
  useEffect(() => {
    if (calledId === undefined) return
    setFilter('all')
    scroller.current?.scrollTo({ top: 0 })
  }, [calledId])
  const denied = verdicts.filter(({ allowed }) => !allowed)
  const allowed = verdicts.filter(verdict => verdict.allowed)
  const others = [...denied, ...allowed].filter(verdict => verdict !== called)
  const shown = { all: called ? [called, ...others] : others, allowed, denied }[filter]
  return (
    <section aria-label="Endpoints" className="pane verdicts">
      <PaneHead title="Endpoints">
        {valid && (
          <span className="min-w-0 truncate text-muted-foreground text-s">
            of <span className="mono">{valid.spec.service}</span>,{' '}
            {valid.spec.api.type === 'rest' ? 'REST' : 'HTTP'} API
          </span>
        )}
        <span className="flex-1" />
        <Segment
          label="Show"
          value={filter}
          onChange={setFilter}
          className="max-md:w-full"
          options={[
            { value: 'all', label: `All ${verdicts.length}` },
            { value: 'allowed', label: `Allowed ${allowed.length}` },
            { value: 'denied', label: `Denied ${denied.length}` },
          ]}
        />
      </PaneHead>
      <div ref={scroller} className="scrollbar-quiet min-h-0 flex-1 overflow-auto">
        {token && valid && <VerdictSummary token={token} verdicts={verdicts} />}
        <SpecState isOlder={valid !== undefined} />
        <Rows
          verdicts={shown}
          model={valid?.model}
          claims={token?.claims}
          called={calledId}
          opensFirst={token !== undefined}
        />
        <Deployed entered={entered} inspection={inspection} onEnter={onEnter} />
      </div>
    </section>
  )
}

/** While the spec has errors: which state of it the verdicts are for, if any. */
function SpecState({ isOlder }: { readonly isOlder: boolean }) {
  const isIncomplete = useErrors().length > 0
  const problems = useProblems().length
  if (!isIncomplete) return null
  const what =
    problems === 0 ? 'is not complete' : `has ${problems === 1 ? '1 problem' : `${problems} problems`}`
  const then = problems === 0 ? 'complete it' : 'fix them'
  return (
    <p
      className={classes(
        'border-b px-4 py-2 text-s',
        problems > 0 ? 'border-warning-border bg-warning-soft' : 'border-border bg-background',
      )}
    >
      The spec {what}:{' '}
      {isOlder
        ? 'these verdicts are for its last valid state.'
        : `${then} in the wizard to get verdicts for its endpoints.`}
    </p>
  )
}

interface RowsProps {
  readonly verdicts: readonly Verdict[]
  readonly model: Model | undefined
  readonly claims: JsonObject | undefined
  /** ID of the endpoint that was called: its row opens. */
  readonly called?: string | undefined
  /** The first denied row is open until another one is opened. */
  readonly opensFirst: boolean
}

function Rows({ verdicts, model, claims, called, opensFirst }: RowsProps) {
  const [open, setOpen] = useState<string | null>()
  const [shownCall, setShownCall] = useState(called)
  if (called !== shownCall) {
    setShownCall(called)
    setOpen(undefined)
  }
  const rest = useDeferredValue(verdicts)
  const first = called ?? (opensFirst ? verdicts.find(({ allowed }) => !allowed)?.endpoint.id : undefined)
  const opened = open === undefined ? first : open
  const row = (verdict: Verdict) => (
    <VerdictRow
      key={verdict.endpoint.id}
      verdict={verdict}
      model={model}
      claims={claims}
      open={verdict.endpoint.id === opened}
      onOpen={setOpen}
    />
  )
  return (
    <ul>
      {verdicts.slice(0, AT_ONCE).map(row)}
      {rest.slice(AT_ONCE).map(row)}
    </ul>
  )
}
