'use client'

import { useRef, useSyncExternalStore } from 'react'
import { useSession } from '@/components/session/session'
import type { SpecError } from '@/lib/document/error'
import type { FieldPath } from '@/lib/document/field-path'

const NONE: readonly SpecError[] = []

/** The errors of the members of the list at `path`; the same array as long as they are the same errors. */
export function useMemberErrors(path: FieldPath): readonly SpecError[] {
  const { engine } = useSession()
  const last = useRef(NONE)
  const snapshot = () => {
    const errors = engine.get().errors.filter(error => error.path.startsWith(`${path}.`))
    const same =
      errors.length === last.current.length &&
      errors.every(({ path, message }, at) => {
        const known = last.current[at]
        return known?.path === path && known.message === message
      })
    if (!same) last.current = errors
    return last.current
  }
  return useSyncExternalStore(engine.subscribe, snapshot, () => NONE)
}
