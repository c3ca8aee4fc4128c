import { createStore } from '@/components/ui/store'
import type { Compilation, compile as Compile, FormatId } from '@/lib/compile'
import { valueAt } from '@/lib/document/edit/at-path'
import { example } from '@/lib/document/example'
import type { FieldPath } from '@/lib/document/field-path'
import { parseSpec } from '@/lib/document/parse'
import { type IndexedErrors, indexErrors, NO_ERRORS } from './indexed-errors'

export type Valid = Compilation
export type Output = ReturnType<Valid['output']>

export interface EngineState extends IndexedErrors {
  /** The open document is the example that the page was built with, so that what the page shows at first is its output. */
  readonly isExample: boolean
  /**
   * Everything made from the newest valid state of the open document. Absent until the compiler has arrived, and
   * while no state of this document has been valid: the output of another document is never shown.
   */
  readonly valid?: Valid
}

/**
 * Checks the form's values on every change and compiles them when they are valid. With errors the last valid result
 * of the same document stays. The compiler arrives after the form: until then the values are only checked.
 * `earlierStates` returns earlier states of the open document, the newest first.
 */
export function createEngine(earlierStates: () => Iterable<unknown>) {
  const store = createStore<EngineState>({ ...NO_ERRORS, isExample: true })
  let compile: typeof Compile | undefined
  let arriving: Promise<void> | undefined
  let latest: { readonly values: unknown; readonly documentId: string } | undefined
  let validId: string | undefined

  function update(values: unknown, documentId: string) {
    latest = { values, documentId }
    const before = store.get()
    if (!compile) {
      const parsed = parseSpec(values)
      const errors = parsed.ok ? NO_ERRORS : indexErrors(parsed.errors, before)
      store.set({ ...errors, isExample: same(values, example) })
      return
    }
    const compiled = compile(values)
    if (compiled.ok) {
      validId = documentId
      store.set({ ...NO_ERRORS, isExample: false, valid: compiled })
    } else {
      const { valid } = validId === documentId ? before : {}
      store.set({ ...indexErrors(compiled.errors, before), isExample: false, ...(valid && { valid }) })
    }
  }

  return {
    get: store.get,
    getInitial: store.getInitial,
    subscribe: store.subscribe,
    update,
    /** Whether the form has the same value at `path` as when the document was last valid. */
    isUnchangedSinceValid: (path: FieldPath) =>
      same(valueAt(latest?.values, path), valueAt(store.get().valid?.spec, path)),
    /** The text of one format of the last valid state: the same object until that state changes. */
    output: (format: FormatId): Output | undefined => store.get().valid?.output(format),
    /** Fetches the compiler, once. */
    load() {
      arriving ??= import('@/lib/compile').then(({ createCompiler }) => {
        compile = createCompiler()
        if (!latest) return
        update(latest.values, latest.documentId)
        if (store.get().valid) return
        // A document that was saved with errors shows its own last valid state, if undo still has it.
        for (const values of earlierStates()) {
          const compiled = compile(values)
          if (!compiled.ok) continue
          validId = latest.documentId
          store.set({ ...store.get(), valid: compiled })
          break
        }
      })
      arriving.catch(() => {
        arriving = undefined
      })
      return arriving
    },
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

export type Engine = ReturnType<typeof createEngine>
