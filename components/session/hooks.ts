'use client'

import { useCallback, useSyncExternalStore } from 'react'
import type { SpecError } from '@/lib/document/error'
import { type FieldPath, isWithin } from '@/lib/document/field-path'
import type { Valid } from './engine'
import { useSession } from './session'

const NO_ERRORS: readonly SpecError[] = []

/** Every error of the document, shown beside its field or not. */
export function useErrors(): readonly SpecError[] {
  const { engine } = useSession()
  return useSyncExternalStore(
    engine.subscribe,
    () => engine.get().errors,
    () => NO_ERRORS,
  )
}

/** How many errors stand at or inside any of `paths`. */
export function useErrorCount(paths: readonly FieldPath[]): number {
  const { engine } = useSession()
  return useSyncExternalStore(
    engine.subscribe,
    () => engine.get().errors.filter(({ path }) => paths.some(field => isWithin(path, field))).length,
    () => 0,
  )
}

/** The error to show beside the field `path`: only after it, or the list it stands in, was left or changed. */
export function useFieldError(path: FieldPath): SpecError | undefined {
  const { engine, touched } = useSession()
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [engine.subscribe(listener), touched.subscribe(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    [engine, touched],
  )
  const snapshot = () => (isTouched(path, touched.get()) ? engine.get().errorAt.get(path) : undefined)
  return useSyncExternalStore(subscribe, snapshot, () => undefined)
}

function isTouched(path: FieldPath, touched: ReadonlySet<FieldPath>): boolean {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.'))))
    if (touched.has(at)) return true
  return touched.has('')
}

/** Everything made from the newest valid spec; undefined until the compiler has arrived. */
export function useCompiled(): Valid | undefined {
  const { engine } = useSession()
  return useSyncExternalStore(
    engine.subscribe,
    () => engine.get().valid,
    () => undefined,
  )
}

/** The field that has, or last had, focus. */
export function useFocusedField(): FieldPath | undefined {
  const { focused } = useSession().focus
  return useSyncExternalStore(focused.subscribe, focused.get, () => undefined)
}
