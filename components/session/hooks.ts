'use client'

import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useStore } from '@/components/ui/store'
import type { SpecError } from '@/lib/document/error'
import { type FieldPath, isWithin } from '@/lib/document/field-path'
import type { Valid } from './engine'
import type { Findings } from './findings'
import { isTouched } from './progress'
import { useSession } from './session'

const NO_ERRORS: readonly SpecError[] = []
const NO_FINDINGS: Findings = []

/** Every error of the document, shown next to its field or not. */
export const useErrors = (): readonly SpecError[] => useStore(useSession().engine, ({ errors }) => errors)

/** What is wrong, without what is only still to be filled in. */
export const useProblems = (): readonly SpecError[] => useStore(useSession().progress, one => one.problems)

/** What is still to be filled in, in fields that nobody has left or changed. */
export const useUnfilled = (): readonly SpecError[] => useStore(useSession().progress, one => one.unfilled)

/** How many problems, and how many unfilled fields, are at or inside any of `paths`. */
export function useProgressCounts(paths: readonly FieldPath[]) {
  const { progress } = useSession()
  const count = (errors: readonly SpecError[]) =>
    errors.filter(({ path }) => paths.some(field => isWithin(path, field))).length
  return {
    problems: useStore(progress, one => count(one.problems)),
    unfilled: useStore(progress, one => count(one.unfilled)),
  }
}

/** The errors inside the list or group at `path`: the same array as long as they are the same errors. */
export const useErrorsInside = (path: FieldPath): readonly SpecError[] =>
  useStore(useSession().engine, ({ errorsInside }) => errorsInside.get(path) ?? NO_ERRORS)

/** The problems inside the list or group at `path`. */
export function useProblemsInside(path: FieldPath): readonly SpecError[] {
  const errors = useErrorsInside(path)
  const unfilled = useStore(useSession().progress, one => one.unfilledPaths)
  return useMemo(() => errors.filter(error => !unfilled.has(error.path)), [errors, unfilled])
}

/** The error to show next to the field `path`: only after it, or the list it is in, was left or changed. */
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

/** Everything made from the last valid state of the document; undefined while there is none. */
export const useCompiled = (): Valid | undefined => useStore(useSession().engine, ({ valid }) => valid)

/** The findings of the last valid state. */
export const useFindings = (): Findings => useStore(useSession().findings, ({ all }) => all)

/** Whether the findings have been computed: until then there may be some. */
export const useFindingsKnown = (): boolean => useStore(useSession().findings, one => one.isKnown)

/** The findings of the last valid state that are not acknowledged. */
export function useOpenFindings(): Findings {
  const findings = useFindings()
  return useMemo(() => findings.filter(({ acknowledged }) => !acknowledged), [findings])
}

/** The findings to show next to the field at `path`. */
export const useFindingsAt = (path: FieldPath): Findings =>
  useStore(useSession().findings, ({ at }) => at.get(path) ?? NO_FINDINGS)

/** The field that has, or last had, focus. */
export const useFocusedField = (): FieldPath | undefined => useStore(useSession().focus.focused)
