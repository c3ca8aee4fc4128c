'use client'

import { type RefCallback, useCallback } from 'react'
import type { FieldPath } from '@/lib/document/field-path'
import { useSession } from './session'

/** Attributes of the element that gets focus for a field: they register it with the session while it is mounted. */
export interface FieldElement {
  readonly 'data-field': FieldPath
  readonly ref: RefCallback<HTMLElement>
}

/** Makes an element the control of the field at `path`: spread the result on it. */
export function useField(path: FieldPath): FieldElement {
  const { focus } = useSession()
  const ref = useCallback(
    (control: HTMLElement | null) => (control ? focus.register(path, control) : undefined),
    [focus, path],
  )
  return { 'data-field': path, ref }
}
