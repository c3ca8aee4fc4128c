'use client'

import { useErrors, useFindingsAt } from '@/components/session/hooks'
import { useSession } from '@/components/session/session'
import { showDone } from '@/components/session/show-done'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import type { FieldPath } from '@/lib/document/field-path'
import type { RepairableFinding } from '@/lib/findings/finding'

/** The findings about the field at `path`, with a fix where exactly one is correct. */
export function FindingNotes({ path }: { readonly path: FieldPath }) {
  const findings = useFindingsAt(path)
  return findings.map(finding => (
    <FindingNote key={`${finding.code} ${finding.paths.join()}`} finding={finding} />
  ))
}

function FindingNote({ finding }: { readonly finding: RepairableFinding }) {
  const { severity, message, why } = finding
  const warning = severity === 'warning'
  return (
    <p
      className={classes('mt-1 flex gap-1.5 text-s', warning ? 'text-warning' : 'text-secondary-foreground')}
    >
      <Icon name={warning ? 'warning' : 'bulb'} size={14} className="mt-px" />
      <span className="min-w-0 break-words" title={why}>
        {message} <FixLink finding={finding} />
      </span>
    </p>
  )
}

/** Returns a function that applies a fix and offers to undo it. */
export function useFix() {
  const session = useSession()
  return ({ repair }: RepairableFinding) => {
    if (!repair) return
    session.edit(repair.label, repair.apply)
    showDone(session, `Applied: ${repair.label}.`)
  }
}

function FixLink({ finding }: { readonly finding: RepairableFinding }) {
  const fix = useFix()
  // A fix starts from a valid document: while there are problems, they come first.
  const valid = useErrors().length === 0
  if (!finding.repair || !valid) return null
  return (
    <button type="button" className="link" onClick={() => fix(finding)}>
      {finding.repair.label}
    </button>
  )
}
