'use client'

import { useState } from 'react'
import { type OpenedDocument, readDocumentText } from '@/components/session/read-document-text'
import { readRecent, removeRecent } from '@/components/session/saved-documents'
import { Button, CloseButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog'

export interface RecentDocumentsProps {
  readonly onClose: () => void
  readonly onRestore: (opened: OpenedDocument, name: string) => void
}

const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })

/** The documents that were open before, each as it was left. */
export default function RecentDocuments({ onClose, onRestore }: RecentDocumentsProps) {
  const [recent, setRecent] = useState(readRecent)
  return (
    <Dialog
      title="Recent documents"
      description="Saved in this browser when another document replaced them."
      onClose={onClose}
      actions={
        <DialogClose>
          <Button>Close</Button>
        </DialogClose>
      }
    >
      {recent.length === 0 ? (
        <Callout>No recent documents.</Callout>
      ) : (
        <ul className="divide-y divide-border rounded-control border border-border">
          {recent.map(each => (
            <li key={each.id} className="flex min-h-10 items-center gap-2 py-1 pr-1.5 pl-3">
              <span className="min-w-0 flex-1">
                <span className="mono block truncate">{each.name}</span>
                <span className="block text-muted-foreground text-s">
                  {time.format(each.at)} · {(each.text.length / 1000).toFixed(1)} KB
                </span>
              </span>
              <Button
                small
                onClick={() => {
                  onClose()
                  onRestore(readDocumentText(each.text), each.name)
                }}
              >
                Restore
                <span className="sr-only"> {each.name}</span>
              </Button>
              <CloseButton
                label={`Remove ${each.name} from this list`}
                onClick={() => {
                  removeRecent(each.id)
                  setRecent(readRecent())
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
