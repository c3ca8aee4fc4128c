'use client'

import { createContext, useContext } from 'react'
import type { OpenedDocument } from '@/components/session/read-document-text'
import type { FormValues } from '@/components/session/session'

export interface DocumentActions {
  /** Asks for a file and opens it: a document here, a template in the doctor. */
  readonly pickFile: () => void
  /** Opens a document that was read; one with problems shows them first. `source` names where it came from. */
  readonly openDocument: (opened: OpenedDocument, source: string) => void
  readonly saveFile: () => Promise<void>
  readonly share: () => Promise<void>
  /** Opens one of the named examples. */
  readonly openExample: (values: FormValues, label: string) => void
  /** Opens an empty form. Its errors stay hidden until a field is left. */
  readonly startBlank: () => Promise<void>
  /** Opens the start of an API of one's own, with its name selected. */
  readonly newApi: () => Promise<void>
  readonly showShortcuts: () => void
  readonly showRecent: () => void
  /** Shows the list of all commands and fields. */
  readonly showCommands: () => void
}

export const DocumentActionsContext = createContext<DocumentActions | undefined>(undefined)

export function useDocumentActions(): DocumentActions {
  const actions = useContext(DocumentActionsContext)
  if (!actions) throw new Error('useDocumentActions needs a DocumentActionsProvider above it')
  return actions
}
