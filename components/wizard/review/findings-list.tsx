'use client'

import { useFix } from '@/components/fields/finding-notes'
import { useSession } from '@/components/session/session'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Icon } from '@/components/ui/icon'
import { SourceLink } from '@/components/ui/source-link'
import type { RepairableFinding } from '@/lib/findings/finding'
import { AcknowledgedFindings, useAcknowledge } from './acknowledged-findings'
import { listClasses, Section } from './section'

export interface FindingsProps {
  readonly findings: readonly RepairableFinding[]
  /** They are about the last valid state, not about the form's current values. */
  readonly disabled: boolean
}

const count = (number: number, one: string) => `${number} ${number === 1 ? one : `${one}s`}`

/** Findings with their reason, and a fix where exactly one is correct. */
export function Findings({ findings, disabled }: FindingsProps) {
  const open = findings.filter(({ acknowledged }) => !acknowledged)
  const done = findings.filter(({ acknowledged }) => acknowledged)
  const warnings = open.filter(({ severity }) => severity === 'warning').length
  const suggestions = open.length - warnings
  const sorted = [...open].sort((a, b) => Number(a.severity !== 'warning') - Number(b.severity !== 'warning'))
  return (
    <Section
      title="Findings"
      stale={disabled}
      aside={
        <>
          {warnings > 0 && (
            <Badge tone="warn" icon="warning">
              {count(warnings, 'warning')}
            </Badge>
          )}
          {suggestions > 0 && <Badge icon="bulb">{count(suggestions, 'suggestion')}</Badge>}
        </>
      }
    >
      {open.length === 0 ? (
        <Callout tone="ok">
          {done.length === 0
            ? 'No findings. Every endpoint is reachable by at least one client.'
            : 'Nothing left to review: every finding is acknowledged.'}
        </Callout>
      ) : (
        <ul className={listClasses}>
          {sorted.map(finding => (
            <FindingRow
              key={`${finding.code} ${finding.paths.join()}`}
              finding={finding}
              disabled={disabled}
            />
          ))}
        </ul>
      )}
      {done.length > 0 && <AcknowledgedFindings findings={done} disabled={disabled} />}
    </Section>
  )
}

interface FindingRowProps {
  readonly finding: RepairableFinding
  readonly disabled: boolean
}

function FindingRow({ finding, disabled }: FindingRowProps) {
  const { focus } = useSession()
  const applyFix = useFix()
  const { add } = useAcknowledge()
  const { code, severity, paths, message, why, fix, source, repair } = finding
  const [path = ''] = paths
  const warning = severity === 'warning'
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2">
      <Icon
        name={warning ? 'warning' : 'bulb'}
        className={warning ? 'mt-0.5 self-start text-warning' : 'mt-0.5 self-start text-muted-foreground'}
      />
      <div className="min-w-60 flex-1">
        <p className="break-words font-semibold">{message}</p>
        <p className="break-words text-secondary-foreground text-s">
          {why} {!repair && fix}
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-s">
          <span className="text-muted-foreground">
            {warning ? 'Warning' : 'Suggestion'} · <span className="mono">{code}</span>
          </span>
          <span className="flex gap-x-3">
            {path !== '' && (
              <button type="button" className="link font-normal" onClick={() => focus.reveal(path)}>
                Show the field
              </button>
            )}
            <SourceLink href={source} />
          </span>
        </p>
      </div>
      <div className="grid w-51 gap-1 max-md:w-full">
        {repair && (
          <Button
            small
            disabled={disabled}
            onClick={() => applyFix(finding)}
            title={repair.label}
            className="min-w-0"
          >
            <span className="truncate">{repair.label}</span>
          </Button>
        )}
        <Button
          look="quiet"
          small
          disabled={disabled}
          onClick={() => add(finding)}
          title="This is intended: count the finding as done"
        >
          Acknowledge
        </Button>
      </div>
    </li>
  )
}
