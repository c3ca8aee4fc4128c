'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { FormProvider, type Path, type UseFormReturn, useForm } from 'react-hook-form'
import { createStore, type ReadableStore, type Store } from '@/components/ui/store'
import type { FormatId } from '@/lib/compile'
import { example } from '@/lib/document/example'
import type { FieldPath } from '@/lib/document/field-path'
import type { FormValues } from '@/lib/document/form-values'
import { type Autosave, createAutosave } from './autosave'
import { createDocumentEdits, type DocumentEdits, readSnapshot, type SessionParts } from './document-edits'
import { createDraftMemory, type DraftMemory } from './draft-memory'
import { collectEarlyText } from './early-text'
import { createEngine, type Engine } from './engine'
import { createFindings } from './findings'
import { createFocus } from './focus'
import { createHistory, type History } from './history'
import { createItemIds } from './item-ids'
import { leaveDraft } from './leave-draft'
import { loadSaved, type SavedProblem } from './load-saved'
import { createProgress, type Progress } from './progress'
import { newDocumentId, writeHistory } from './saved-documents'
import { createSeenSteps, type SeenSteps } from './seen-steps'
import { createValues, type Values } from './values'

export type { FormValues }

export interface Session extends DocumentEdits {
  /** The values of the form. What is read never changes; an edit makes a new document. */
  readonly form: {
    readonly getValues: () => FormValues
    readonly setValue: (path: FieldPath, value: unknown) => void
  }
  readonly values: Values
  readonly engine: Engine
  readonly findings: ReturnType<typeof createFindings>
  readonly history: History
  readonly autosave: Autosave
  readonly focus: ReturnType<typeof createFocus>
  readonly itemIds: ReturnType<typeof createItemIds>
  readonly seenSteps: SeenSteps
  readonly drafts: DraftMemory
  /** The output format that is shown. */
  readonly format: Store<FormatId>
  /** Fields that were left or changed: only their errors are shown next to them. */
  readonly touched: Store<ReadonlySet<FieldPath>>
  /** The errors of the document: what is wrong, and what is still to be filled in. */
  readonly progress: ReadableStore<Progress>
  /** Why the document that was saved in this browser could not be opened. */
  readonly savedProblem: Store<SavedProblem | undefined>
}

/** Absent where the page failed above the session. */
export const SessionContext = createContext<Session | undefined>(undefined)

/** The one session of a tab: the form and all that follows from it, kept while pages change. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const form = useForm<FormValues>({ defaultValues: structuredClone(example), shouldUnregister: false })
  const [{ session, parts }] = useState(() => createSession(form))

  useEffect(() => {
    const typeEarlyText = collectEarlyText()
    loadSaved(form, parts, session.savedProblem)
    const stops = [session.findings.start(), saveOnLeave(session)]
    typeEarlyText()
    return () => {
      for (const stop of stops) stop()
    }
  }, [form, parts, session])

  return (
    <SessionContext value={session}>
      <FormProvider {...form}>{children}</FormProvider>
    </SessionContext>
  )
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a SessionProvider above it')
  return session
}

/** Creates everything that belongs to one tab, around its form. */
function createSession(form: UseFormReturn<FormValues>) {
  const itemIds = createItemIds(example)
  const text = JSON.stringify(example)
  const history = createHistory(
    { text, documentId: newDocumentId(), ids: itemIds.get() },
    snapshot => readSnapshot(snapshot) !== undefined,
  )
  const engine = createEngine(() => earlierStates(history))
  const findings = createFindings(engine)
  const values = createValues(form)
  const parts: SessionParts = {
    engine,
    history,
    itemIds,
    seenSteps: createSeenSteps(history),
    autosave: createAutosave(),
    drafts: createDraftMemory(),
    touched: createStore<ReadonlySet<FieldPath>>(new Set()),
    values,
    findings,
  }
  const edits = createDocumentEdits(form, parts)
  const session: Session = {
    form: {
      getValues: values.get,
      setValue(path, value) {
        form.setValue(path as Path<FormValues>, value as never)
        edits.changed(path)
      },
    },
    ...parts,
    progress: createProgress(engine, parts.touched),
    focus: createFocus(),
    findings,
    format: createStore<FormatId>('cloudformation'),
    savedProblem: createStore<SavedProblem | undefined>(undefined),
    ...edits,
  }
  return { session, parts }
}

function* earlierStates(history: History): Generator<unknown> {
  const { documentId } = history.current()
  for (const { snapshot } of history.steps().past.toReversed())
    if (snapshot.documentId === documentId) yield readSnapshot(snapshot)
}

/** Undo is written less often than the document: it may be a megabyte. */
const HISTORY_PAUSE_MS = 3000

/** Saves the document and its undo steps when the page is left or hidden, and the steps when work has paused. */
function saveOnLeave({ autosave, history, seenSteps }: Session) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const saveAll = () => {
    autosave.flush()
    const seen = seenSteps.get()
    writeHistory(history.current(), history.steps(), {
      pristine: history.pristine.get(),
      seenSteps: seen && [...seen],
    })
  }
  const onHidden = () => document.visibilityState === 'hidden' && saveAll()
  const stop = autosave.subscribe(() => {
    clearTimeout(timer)
    timer = setTimeout(saveAll, HISTORY_PAUSE_MS)
  })
  const onLeave = () => {
    leaveDraft()
    saveAll()
  }
  addEventListener('pagehide', onLeave)
  document.addEventListener('visibilitychange', onHidden)
  return () => {
    stop()
    clearTimeout(timer)
    saveAll()
    removeEventListener('pagehide', onLeave)
    document.removeEventListener('visibilitychange', onHidden)
  }
}
