import type { HistorySteps, Pristine, Snapshot } from './history'
import { type StepId, stepIds } from './step-address'

const KEYS = {
  current: 'cognito-scope-wizard.spec',
  recent: 'cognito-scope-wizard.recent',
  history: 'cognito-scope-wizard.history',
} as const

export const CURRENT_KEY = KEYS.current

/**
 * Budgets in UTF-16 code units. Browsers give an origin about 5 million; the open document takes at most 1 million.
 * At least one recent document is kept whatever its size.
 */
const MAX_RECENT_LENGTH = 1_500_000
const MAX_HISTORY_LENGTH = 1_000_000
const MAX_RECENT = 30

/** A document that was open before, as it was left. */
export interface RecentDocument {
  readonly id: string
  /** Its service name. */
  readonly name: string
  /** When it was left, in milliseconds since 1970. */
  readonly at: number
  /** The document as JSON. */
  readonly text: string
}

/** Storage may be switched off, full or edited manually: then `fallback` is returned. */
function attempt<Result>(work: () => Result, fallback: Result): Result {
  try {
    return work()
  } catch {
    return fallback
  }
}

/** The JSON of the saved document; null when none is saved. */
export const readCurrent = (): string | null => attempt(() => localStorage.getItem(KEYS.current), null)

/**
 * Saves the open document. False when the browser refuses. Where storage is full its undo steps make room: they can be
 * saved again later, and the document matters more.
 */
export const writeCurrent = (text: string): boolean => {
  const write = () => {
    localStorage.setItem(KEYS.current, text)
    return true
  }
  const writeWithoutHistory = () => {
    localStorage.removeItem(KEYS.history)
    return write()
  }
  return attempt(write, false) || attempt(writeWithoutHistory, false)
}

/** The recent documents, the newest first. */
export const readRecent = (): readonly RecentDocument[] =>
  attempt(() => {
    const saved: unknown = JSON.parse(localStorage.getItem(KEYS.recent) ?? '[]')
    return Array.isArray(saved) ? saved.filter(isRecent) : []
  }, [])

/**
 * Adds a document to the recent ones. The same text, or an earlier state with the same `id`, is replaced. The oldest
 * go when the budget is used up. False when the browser refuses.
 */
export function keepRecent(text: string, at: number, id = newDocumentId()): boolean {
  const others = readRecent().filter(recent => recent.text !== text && recent.id !== id)
  let length = 0
  const kept = [{ id, name: nameOf(text), at, text }, ...others]
    .slice(0, MAX_RECENT)
    .filter((recent, index) => {
      length += recent.text.length
      return index === 0 || length <= MAX_RECENT_LENGTH
    })
  return writeRecent(kept)
}

export const removeRecent = (id: string): boolean =>
  writeRecent(readRecent().filter(recent => recent.id !== id))

const writeRecent = (recent: readonly RecentDocument[]): boolean =>
  attempt(() => {
    localStorage.setItem(KEYS.recent, JSON.stringify(recent))
    return true
  }, false)

/** What is known of a document's beginnings. */
interface Origins {
  /** Absent when the document is somebody's work. */
  readonly pristine?: Pristine | undefined
  /** Absent when the document was somebody's work from the start. */
  readonly seenSteps?: readonly StepId[] | undefined
}

interface SavedHistory extends HistorySteps, Origins {
  readonly current: Snapshot
}

/** Saves undo and redo, the steps nearest to the current document first, within the budget. */
export function writeHistory(current: Snapshot, { past, future }: HistorySteps, origins: Origins = {}): void {
  const withoutIds = ({ text, documentId }: Snapshot): Snapshot => ({ text, documentId })
  let left = MAX_HISTORY_LENGTH - current.text.length
  const nearest = (steps: HistorySteps['past']) => {
    const kept: HistorySteps['past'][number][] = []
    for (const { snapshot, name } of steps.toReversed()) {
      left -= snapshot.text.length
      if (left < 0) break
      kept.unshift({ snapshot: withoutIds(snapshot), name })
    }
    return kept
  }
  const history: SavedHistory = {
    current: withoutIds(current),
    past: nearest(past),
    future: nearest(future),
    ...origins,
  }
  attempt(() => localStorage.setItem(KEYS.history, JSON.stringify(history)), undefined)
}

/** Undo and redo of the document `text`; undefined when what is saved belongs to another one. */
export function readHistory(text: string): SavedHistory | undefined {
  const saved = attempt<unknown>(() => JSON.parse(localStorage.getItem(KEYS.history) ?? 'null'), null)
  if (!isHistory(saved) || saved.current.text !== text) return undefined
  return { ...saved, seenSteps: saved.seenSteps?.filter(step => stepIds.includes(step)) }
}

let documents = 0
/** An id that no other document of this browser has. */
export const newDocumentId = (): string => `${Date.now().toString(36)}-${++documents}`

function nameOf(text: string): string {
  const { service } = attempt<{ service?: unknown }>(() => JSON.parse(text) ?? {}, {})
  return typeof service === 'string' && service !== '' ? service : 'untitled'
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** The last time that a date can have, in milliseconds since 1970. */
const MAX_TIME = 8.64e15

const isRecent = (value: unknown): value is RecentDocument =>
  isObject(value) &&
  [value.id, value.name, value.text].every(each => typeof each === 'string') &&
  typeof value.at === 'number' &&
  Math.abs(value.at) <= MAX_TIME

const isSnapshot = (value: unknown): value is Snapshot =>
  isObject(value) && typeof value.text === 'string' && typeof value.documentId === 'string'

const isSteps = (value: unknown): value is HistorySteps['past'] =>
  Array.isArray(value) &&
  value.every(step => isObject(step) && typeof step.name === 'string' && isSnapshot(step.snapshot))

const isHistory = (value: unknown): value is SavedHistory =>
  isObject(value) &&
  isSnapshot(value.current) &&
  isSteps(value.past) &&
  isSteps(value.future) &&
  [undefined, 'example', 'form'].includes(value.pristine as Pristine) &&
  (value.seenSteps === undefined || Array.isArray(value.seenSteps))
