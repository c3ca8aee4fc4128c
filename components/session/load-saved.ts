import type { UseFormReturn } from 'react-hook-form'
import type { Store } from '@/components/ui/store'
import type { FormValues } from '@/lib/document/form-values'
import type { SessionParts } from './document-edits'
import { isUnfilled } from './progress'
import { readDocumentText, type UnreadableDocument } from './read-document-text'
import { keepRecent, newDocumentId, readHistory } from './saved-documents'

/** A saved document that could not be opened. */
export interface SavedProblem {
  /** The document as it is in this browser. */
  readonly text: string
  readonly read: UnreadableDocument
}

/**
 * Opens the document that was saved in this browser, with its undo steps. One that no form can show is kept among the
 * recent documents, so that nothing overwrites it, and reported in `savedProblem`.
 */
export function loadSaved(
  form: UseFormReturn<FormValues>,
  { engine, history, autosave, touched, itemIds }: SessionParts,
  savedProblem: Store<SavedProblem | undefined>,
): void {
  const text = autosave.load()
  const read = text === null ? undefined : readDocumentText(text)
  if (read?.kind === 'valid' || read?.kind === 'faulty') {
    const saved = text === null ? undefined : readHistory(text)
    form.reset(read.values)
    itemIds.restart(form.getValues())
    const documentId = saved?.current.documentId ?? newDocumentId()
    const filledIn = JSON.stringify(form.getValues())
    history.restart({ text: filledIn, documentId, ids: itemIds.get() }, saved)
    if (saved?.pristine) history.setPristine(filledIn, saved.pristine)
    if (filledIn !== text) autosave.save(filledIn)
  } else if (text !== null && read !== undefined) {
    keepRecent(text, Date.now())
    savedProblem.set({ text, read })
  }
  engine.update(form.getValues(), history.current().documentId)
  // What is wrong is shown next to its field; what is not filled in yet stays neutral until its field is left.
  const wrong = engine.get().errors.filter(error => !isUnfilled(error))
  touched.set(new Set(wrong.map(({ path }) => path)))
}
