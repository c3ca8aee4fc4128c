import { createStore } from '@/components/ui/store'
import type { History } from './history'
import type { StepId } from './step-address'

/**
 * Creates the store of the steps that somebody has gone through in the open document; undefined for a document that was
 * somebody's work when it was opened. A step counts once something was changed while it was open, or once it was left
 * after the first change of the document: until then its values are those of the example or form.
 */
export function createSeenSteps(history: Pick<History, 'current' | 'pristine'>) {
  const byDocument = new Map<string, ReadonlySet<StepId>>([[history.current().documentId, new Set()]])
  const store = createStore<ReadonlySet<StepId> | undefined>(new Set())
  let open: StepId | undefined
  /** Shows the steps of the document that is open now. */
  const follow = () => store.set(byDocument.get(history.current().documentId))
  const add = (step: StepId | undefined) => {
    const seen = store.get()
    if (step === undefined || seen === undefined || seen.has(step)) return
    byDocument.set(history.current().documentId, new Set(seen).add(step))
    follow()
  }
  return {
    get: store.get,
    getInitial: store.getInitial,
    subscribe: store.subscribe,
    follow,
    /** Notes that the document began as an example or form, and which steps were gone through since. */
    begin(documentId: string, steps: Iterable<StepId> = []) {
      byDocument.set(documentId, new Set(steps))
    },
    /** Notes that the document was changed in the open step. */
    changed: () => add(open),
    /** Notes which step is open; undefined on other pages. The last step has nothing to fill in: to open it is enough. */
    open(step: StepId | undefined) {
      const left = open
      open = step
      if (history.pristine.get() !== undefined) return
      add(left)
      if (step === 'review') add(step)
    },
  }
}

export type SeenSteps = ReturnType<typeof createSeenSteps>
