import { createStore } from '@/components/ui/store'
import { type Acknowledgeable, unmatched } from '@/lib/document/edit/acknowledge'
import type { FieldPath } from '@/lib/document/field-path'
import type { RepairableFinding } from '@/lib/findings/finding'
import type { Engine, Valid } from './engine'

export type Findings = readonly RepairableFinding[]

export interface FindingsState {
  readonly all: Findings
  /** False until a document was checked. */
  readonly isKnown: boolean
  /**
   * Without the acknowledged ones, by the first field of each finding, and by the list that it is an item of. While there are errors, only where the
   * field has not changed since the document was valid.
   */
  readonly at: ReadonlyMap<FieldPath, Findings>
  /** Entries of `acknowledged` that no finding of a valid document has any more: the next edit drops them. */
  readonly gone: readonly Acknowledgeable[]
}

/** Findings are too slow to compute at every keystroke: they are computed once typing has paused. */
const PAUSE_MS = 250
const NO_FINDINGS: FindingsState = { all: [], isKnown: false, at: new Map(), gone: [] }

/** Creates the findings of the last valid state. `start` follows the engine until the function it returns is called. */
export function createFindings(engine: Engine) {
  const store = createStore(NO_FINDINGS)
  let timer: ReturnType<typeof setTimeout> | undefined
  let shownFor: Valid | undefined
  let isStale = false

  function compute() {
    const { valid, errors } = engine.get()
    if (valid === shownFor && errors.length === 0 && !isStale) return
    shownFor = valid
    isStale = errors.length > 0
    const isShown = (path: FieldPath) => !isStale || engine.isUnchangedSinceValid(path)
    if (!valid) return store.set(NO_FINDINGS)
    const all = valid.repairableFindings()
    store.set({
      ...indexFindings(all, isShown),
      isKnown: true,
      gone: isStale ? [] : unmatched(valid.spec, all),
    })
  }

  return {
    get: store.get,
    getInitial: store.getInitial,
    subscribe: store.subscribe,
    /** Another document, or another state of this one, was opened: its entries are not gone before that is computed. */
    keepEntries: () => store.set({ ...store.get(), gone: [] }),
    start() {
      compute()
      const stop = engine.subscribe(() => {
        clearTimeout(timer)
        timer = setTimeout(compute, PAUSE_MS)
      })
      return () => {
        clearTimeout(timer)
        stop()
      }
    },
  }
}

function indexFindings(
  all: Findings,
  isShown: (path: FieldPath) => boolean,
): Pick<FindingsState, 'all' | 'at'> {
  const at = new Map<FieldPath, Findings>()
  for (const finding of all) {
    const [path = ''] = finding.paths
    if (finding.acknowledged || !isShown(path)) continue
    for (const field of new Set([path, path.replace(/\.\d+$/, '')]))
      at.set(field, [...(at.get(field) ?? []), finding])
  }
  return { all, at }
}
