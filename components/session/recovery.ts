import { blank } from '@/lib/document/presets/blank'
import {
  keepRecent,
  type RecentDocument,
  readCurrent,
  readRecent,
  removeRecent,
  writeCurrent,
} from './saved-documents'

/** The document that was open before the current one; undefined when there is none. */
export const previousDocument = (): RecentDocument | undefined =>
  readRecent().find(({ text }) => text !== readCurrent())

/** Makes an empty document the saved one; the saved one is kept among the recent documents. Takes effect at a reload. */
export function saveBlank(): void {
  keepSaved()
  writeCurrent(JSON.stringify(blank.values))
}

/** Makes the previous document the saved one, and the other way round. Takes effect at a reload. */
export function savePrevious(): void {
  const previous = previousDocument()
  if (!previous) return
  removeRecent(previous.id)
  keepSaved()
  writeCurrent(previous.text)
}

function keepSaved() {
  const text = readCurrent()
  if (text !== null) keepRecent(text, Date.now())
}
