'use client'

import { useFix } from '@/components/fields/finding-notes'
import { useSession } from '@/components/session/session'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Icon } from '@/components/ui/icon'
import type { RepairableFinding } from '@/lib/findings/finding'
import { listClasses, Section } from './section'

export interface FindingsProps {
  readonly findings: readonly RepairableFinding[]
  /** They are about the last valid state, not about the form's current values. */
  readonly disabled: boolean
}

const count = (number: number, one: string) => `${number} ${number === 1 ? one : `${one}s`}`

/** Findings with their reason, and a fix where exactly one is correct. */
export function Findings({ findings, disabled }: FindingsProps) {
  const warnings = findings.filter(({ severity }) => severity === 'warning').length
  const suggestions = findings.length - warnings
  const sorted = [...findings].sort(
    (a, b) => Number(a.severity !== 'warning') - Number(b.severity !== 'warning'),
  )
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
      {findings.length === 0 ? (
        <Callout tone="ok">No findings. Every endpoint is reachable by at least one client.</Callout>
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
          {path !== '' && (
            <button type="button" className="link font-normal" onClick={() => focus.reveal(path)}>
              Show the field
            </button>
          )}
          <a
            href={source}
            target="_blank"
            rel="noreferrer"
            className="link inline-flex items-center gap-0.5 font-normal"
          >
            Source
            <Icon name="external" size={12} />
          </a>
        </p>
      </div>
      {repair && (
        <Button
          small
          disabled={disabled}
          onClick={() => applyFix(finding)}
          title={repair.label}
          className="w-51 min-w-0 max-md:w-full"
        >
          <span className="truncate">{repair.label}</span>
        </Button>
      )}
    </li>
  )
}
