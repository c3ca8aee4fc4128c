import { createStore, type ReadableStore } from '@/components/ui/store'
import type { SpecError } from '@/lib/document/error'
import type { SpecErrorCode } from '@/lib/document/error-code'
import type { FieldPath } from '@/lib/document/field-path'
import type { Engine } from './engine'

/** The errors of the document in two kinds. */
export interface Progress {
  /** What is wrong. */
  readonly problems: readonly SpecError[]
  /** What is still to be filled in, in fields that nobody has left or changed. */
  readonly unfilled: readonly SpecError[]
  /** The paths of `unfilled`: the same set as long as they are the same paths. */
  readonly unfilledPaths: ReadonlySet<FieldPath>
}

const UNFILLED: ReadonlySet<string> = new Set<SpecErrorCode>([
  'MISSING',
  'EMPTY',
  'TOO_FEW',
  'CALLBACK_URL_MISSING',
  'SCOPE_MISSING',
])

/** Whether the error only says that something is not there yet. */
export const isUnfilled = ({ code }: SpecError): boolean => UNFILLED.has(code)

/** Lists of items with fields of their own: leaving the button that adds an item is not leaving those fields. */
const ITEM_LIST = /^(?:clients|endpoints|resourceServers(?:\.\d+\.scopes)?)$/

/** Whether the field at `path`, or the list or group that it is in, was left or changed. */
export function isTouched(path: FieldPath, touched: ReadonlySet<FieldPath>): boolean {
  if (touched.has(path)) return true
  for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
    const around = path.slice(0, end)
    if (ITEM_LIST.test(around)) return false
    if (touched.has(around)) return true
  }
  return false
}

const NOTHING: Progress = { problems: [], unfilled: [], unfilledPaths: new Set() }

/** Creates the store that follows the errors of `engine` and the fields in `touched`. */
export function createProgress(
  engine: Pick<Engine, 'get' | 'subscribe'>,
  touched: ReadableStore<ReadonlySet<FieldPath>>,
): ReadableStore<Progress> {
  const store = createStore(NOTHING)
  function update() {
    const { errors } = engine.get()
    if (errors.length === 0) return store.set(NOTHING)
    const problems: SpecError[] = []
    const unfilled: SpecError[] = []
    for (const error of errors)
      (isUnfilled(error) && !isTouched(error.path, touched.get()) ? unfilled : problems).push(error)
    const before = store.get().unfilledPaths
    const same = unfilled.length === before.size && unfilled.every(({ path }) => before.has(path))
    const unfilledPaths = same ? before : new Set(unfilled.map(({ path }) => path))
    store.set({ problems, unfilled, unfilledPaths })
  }
  engine.subscribe(update)
  touched.subscribe(update)
  return store
}
