'use client'

import { lazy, Suspense } from 'react'
import type { OpenedDocument } from '@/components/session/read-document-text'
import { useSession } from '@/components/session/session'
import { downloadText } from '@/components/ui/download'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import { useStore } from '@/components/ui/store'

const OpenProblems = lazy(prefetchAfterLoad(() => import('./open-problems')))
const Shortcuts = lazy(prefetchAfterLoad(() => import('./shortcuts')))
const Commands = lazy(prefetchAfterLoad(() => import('./commands/commands')))
const RecentDocuments = lazy(prefetchAfterLoad(() => import('./recent-documents')))

/** The dialog about the whole document that is open. */
export type OpenDialog =
  | { readonly kind: 'shortcuts' | 'recent' | 'commands' }
  | {
      readonly kind: 'problems'
      readonly opened: Exclude<OpenedDocument, { kind: 'valid' }>
      readonly source: string
    }

export interface DocumentDialogsProps {
  readonly dialog: OpenDialog | undefined
  readonly onClose: () => void
  readonly onOpen: (opened: OpenedDocument, source: string) => void
  readonly onStartBlank: () => void
}

/** Shows the open dialog; first of all, why the document that was saved in this browser could not be opened. */
export function DocumentDialogs({ dialog, onClose, onOpen, onStartBlank }: DocumentDialogsProps) {
  const { savedProblem, replace } = useSession()
  const saved = useStore(savedProblem)
  if (saved)
    return (
      <SavedProblemDialog
        {...saved}
        onClose={() => savedProblem.set(undefined)}
        onStartBlank={onStartBlank}
      />
    )
  return (
    <Suspense>
      {dialog?.kind === 'shortcuts' && <Shortcuts onClose={onClose} />}
      {dialog?.kind === 'commands' && <Commands onClose={onClose} />}
      {dialog?.kind === 'recent' && <RecentDocuments onClose={onClose} onRestore={onOpen} />}
      {dialog?.kind === 'problems' && (
        <OpenProblems
          fileName={dialog.source}
          opened={dialog.opened}
          onClose={onClose}
          onOpen={values => replace(values, `Opened ${dialog.source}`)}
        />
      )}
    </Suspense>
  )
}

interface SavedProblemDialogProps {
  readonly text: string
  readonly read: Exclude<OpenedDocument, { kind: 'valid' }>
  readonly onClose: () => void
  readonly onStartBlank: () => void
}

function SavedProblemDialog({ text, read, onClose, onStartBlank }: SavedProblemDialogProps) {
  const { replace } = useSession()
  return (
    <Suspense>
      <OpenProblems
        fileName="the saved document"
        opened={read}
        onClose={onClose}
        onOpen={values => replace(values, 'Opened the saved document')}
        saved={{
          download: () => downloadText('wizard.json', text, 'application/json'),
          startBlank: onStartBlank,
        }}
      />
    </Suspense>
  )
}
