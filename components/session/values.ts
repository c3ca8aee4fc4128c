import type { Path, UseFormReturn } from 'react-hook-form'
import { createStore, type ReadableStore } from '@/components/ui/store'
import { example } from '@/lib/document/example'
import type { FieldPath } from '@/lib/document/field-path'
import type { FormValues } from '@/lib/document/form-values'

/**
 * The values of the form as a document that never changes: an edit makes a new one, which shares every part that the edit
 * left alone. The form itself writes into its objects, so that everybody would have to copy all of it at each keystroke.
 */
export interface Values extends ReadableStore<FormValues> {
  /** Reads the fields at `paths` from the form again. Whole lists are those of `edited`, so that their items stay the same. */
  readonly follow: (paths: readonly FieldPath[], edited?: FormValues) => void
  /** Sets the document that the form was filled with. */
  readonly replace: (values: FormValues) => void
}

/** Creates the values of `form`, which begins with the example. */
export function createValues(form: Pick<UseFormReturn<FormValues>, 'getValues'>): Values {
  const store = createStore<FormValues>(example)
  return {
    get: store.get,
    getInitial: store.getInitial,
    subscribe: store.subscribe,
    follow(paths, edited) {
      let values: unknown = store.get()
      for (const path of paths) {
        const keys = path.split('.')
        const [part = ''] = keys
        const list = keys.length === 1 && edited ? Reflect.get(edited, part) : undefined
        values = Array.isArray(list)
          ? { ...(values as FormValues), [part]: list }
          : copyAlong(keys, values, { [part]: form.getValues(part as Path<FormValues>) })
      }
      store.set(values as FormValues)
    },
    replace: store.set,
  }
}

/** Copies `before` with the value of `live` at the place that `keys` lead to: only the containers on the way are new. */
function copyAlong([key, ...rest]: readonly string[], before: unknown, live: unknown): unknown {
  if (key === undefined || !isContainer(before) || !isContainer(live) || !isLike(before, live))
    return structuredClone(live)
  const value = copyAlong(rest, before[key], live[key])
  return Array.isArray(before) ? before.with(Number(key), value) : { ...before, [key]: value }
}

type Container = Readonly<Record<string, unknown>>

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null

/** Two objects, or two lists of the same length. */
const isLike = (before: Container, live: Container): boolean =>
  Array.isArray(before) ? Array.isArray(live) && before.length === live.length : !Array.isArray(live)
