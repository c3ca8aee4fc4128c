'use client'

import { useState } from 'react'
import { fullFieldName } from '@/components/session/field-name'
import type { OpenedDocument } from '@/components/session/read-document-text'
import type { FormValues } from '@/components/session/session'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import { readDocument } from '@/lib/document/read-document'
import { type Repair, repairAll, repairOf } from '@/lib/document/repair'

export interface OpenProblemsProps {
  readonly fileName: string
  readonly opened: Exclude<OpenedDocument, { kind: 'valid' }>
  readonly onClose: () => void
  readonly onOpen: (values: FormValues) => void
  /** For the document that was saved in this browser: what can be done when it cannot be opened. */
  readonly saved?: { readonly download: () => void; readonly startBlank: () => void }
}

const MAX_SHOWN = 50

const DESCRIPTIONS = {
  valid: 'Every problem is fixed.',
  faulty: 'You can open it as is: each problem is then shown next to its field.',
  refused: 'The form cannot show it as is. Fix the problems below, or keep the current document.',
  later: 'The current document is not changed.',
  unreadable: 'The current document is not changed.',
} as const

/** Lists the errors of a document that is about to be opened, each with a fix if there is one. */
export default function OpenProblems({ fileName, opened, onClose, onOpen, saved }: OpenProblemsProps) {
  const [current, setCurrent] = useState<OpenedDocument>(opened)
  const document = current.kind === 'refused' ? current.document : 'values' in current ? current.values : {}
  const errors = current.kind === 'valid' ? [] : current.errors
  const canRepair = current.kind === 'faulty' || current.kind === 'refused'
  const rows = errors
    .slice(0, MAX_SHOWN)
    .map(error => ({ error, repair: canRepair ? repairOf(document, error) : undefined }))
  const apply = (repair: Repair) => setCurrent(readDocument(repair.apply(document)))
  const canOpen = current.kind === 'valid' || current.kind === 'faulty'

  return (
    <Dialog
      onClose={onClose}
      title={
        <>
          {canOpen ? 'Problems in ' : 'Cannot open '}
          <span className="mono">{fileName}</span>
        </>
      }
      description={DESCRIPTIONS[current.kind]}
      actions={
        <>
          <DialogClose>
            <Button>Keep current document</Button>
          </DialogClose>
          {saved && (
            <>
              <Button onClick={saved.download}>Download the saved document</Button>
              <Button
                onClick={() => {
                  saved.startBlank()
                  onClose()
                }}
              >
                Start blank
              </Button>
            </>
          )}
          {rows.some(({ repair }) => repair) && (
            <Button onClick={() => setCurrent(readDocument(repairAll(document)))}>Fix all</Button>
          )}
          {canOpen && (
            <Button
              onClick={() => {
                onOpen(current.values)
                onClose()
              }}
            >
              {current.kind === 'valid' ? 'Open' : 'Open and repair'}
            </Button>
          )}
        </>
      }
    >
      {rows.length > 0 && (
        <ul className="divide-y divide-border rounded-control border border-border">
          {rows.map(({ error: { path, code, message }, repair }) => (
            <li key={`${path} ${code}`} className="flex items-start gap-2 px-3 py-2">
              <Icon name="error" size={14} className="mt-[3px] text-destructive" />
              <span className="min-w-0 flex-1">
                {path !== '' && <span className="block font-medium">{fullFieldName(path, document)}</span>}
                <span className="break-words text-secondary-foreground">{message}</span>
              </span>
              {repair && (
                <Button small onClick={() => apply(repair)} className="max-w-50 min-w-0">
                  <span className="truncate">{repair.label}</span>
                </Button>
              )}
            </li>
          ))}
          {errors.length > MAX_SHOWN && (
            <li className="px-3 py-2 text-muted-foreground">and {errors.length - MAX_SHOWN} more</li>
          )}
        </ul>
      )}
    </Dialog>
  )
}
