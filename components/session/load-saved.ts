import type { UseFormReturn } from 'react-hook-form'
import type { Store } from '@/components/ui/store'
import type { FormValues } from '@/lib/document/form-values'
import type { SessionParts } from './document-edits'
import { isUnfilled } from './progress'
import type { UnreadableDocument } from './read-document-text'
import { keepRecent, newDocumentId, readHistory } from './saved-documents'
import { savedValues } from './saved-values'

/** A saved document that could not be opened. */
export interface SavedProblem {
  /** The document as it is in this browser. */
  readonly text: string
  readonly read: UnreadableDocument
}

/**
 * Opens the document that was saved in this browser, with its undo steps. One that no form can show is kept among the
 * recent documents, so that nothing overwrites it, and reported in `savedProblem` when the code that says why has arrived.
 */
export function loadSaved(
  form: UseFormReturn<FormValues>,
  parts: SessionParts,
  savedProblem: Store<SavedProblem | undefined>,
): void {
  const { engine, history, autosave, touched } = parts
  const text = autosave.load()
  const values = text === null ? undefined : savedValues(text)
  if (text !== null && values) open(form, parts, text, values)
  else if (text !== null) {
    keepRecent(text, Date.now())
    void import('./read-document-text').then(({ readDocumentText }) => {
      const read = readDocumentText(text)
      if (read.kind === 'valid' || read.kind === 'faulty') open(form, parts, text, read.values)
      else savedProblem.set({ text, read })
    })
  }
  const { documentId } = history.current()
  engine.update(parts.values.get(), documentId)
  // What is wrong is shown next to its field; what is not filled in yet stays neutral until its field is left.
  engine.afterCheck(() => {
    if (history.current().documentId !== documentId) return
    const wrong = engine.get().errors.filter(error => !isUnfilled(error))
    touched.set(new Set([...touched.get(), ...wrong.map(({ path }) => path)]))
  })
}

function open(
  form: UseFormReturn<FormValues>,
  { history, autosave, itemIds, seenSteps, values }: SessionParts,
  text: string,
  opened: FormValues,
) {
  const saved = readHistory(text)
  form.reset(opened)
  values.replace(opened)
  itemIds.restart(opened)
  const documentId = saved?.current.documentId ?? newDocumentId()
  const filledIn = JSON.stringify(opened)
  history.restart({ text: filledIn, documentId, ids: itemIds.get() }, saved)
  if (saved?.pristine) history.setPristine(filledIn, saved.pristine)
  if (saved?.pristine || saved?.seenSteps) seenSteps.begin(documentId, saved.seenSteps)
  seenSteps.follow()
  if (filledIn !== text) autosave.save(filledIn)
}
