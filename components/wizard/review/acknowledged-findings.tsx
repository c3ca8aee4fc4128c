'use client'

import { useSession } from '@/components/session/session'
import { showDone } from '@/components/session/show-done'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { acknowledge, withoutAcknowledged } from '@/lib/document/edit/acknowledge'
import type { RepairableFinding } from '@/lib/findings/finding'
import { listClasses } from './section'

/** Returns functions that acknowledge a finding, and that take it back. */
export function useAcknowledge() {
  const session = useSession()
  const { edit } = session
  return {
    add(finding: RepairableFinding) {
      edit('Acknowledge finding', values => acknowledge(values, finding))
      showDone(session, `Acknowledged ${finding.code}.`)
    },
    remove: (finding: RepairableFinding) =>
      edit('Review finding again', values => withoutAcknowledged(values, [finding])),
  }
}

export interface AcknowledgedFindingsProps {
  readonly findings: readonly RepairableFinding[]
  /** They are about the last valid state, not about the form's current values. */
  readonly disabled: boolean
}

/** Findings that are meant: muted, and each can be reviewed again. */
export function AcknowledgedFindings({ findings, disabled }: AcknowledgedFindingsProps) {
  const { remove } = useAcknowledge()
  return (
    <details className="mt-3">
      <summary className="cursor-pointer text-muted-foreground text-s">
        {findings.length} acknowledged
      </summary>
      <ul className={`${listClasses} mt-2`}>
        {findings.map(finding => (
          <li
            key={`${finding.code} ${finding.paths.join()}`}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5 text-muted-foreground"
          >
            <Icon name="check" />
            <span className="min-w-60 flex-1 break-words">
              {finding.message} <span className="mono text-s">{finding.code}</span>
            </span>
            <Button look="quiet" small disabled={disabled} onClick={() => remove(finding)}>
              Review again
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
