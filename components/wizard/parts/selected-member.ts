'use client'

import { useEffect, useState } from 'react'
import { useDerived } from '@/components/fields/binding'
import type { FieldPath } from '@/lib/document/field-path'
import { useWish, wishedIndex } from '../wish'

const remembered = new Map<FieldPath, number>()

/** Which member of the list is open: kept while steps change, and moved to the one whose field is to be shown. */
export function useSelectedMember(list: FieldPath) {
  const count = useDerived<readonly unknown[] | undefined, number>(list, members => members?.length ?? 0)
  const [chosen, setChosen] = useState(() => remembered.get(list) ?? 0)
  const wished = wishedIndex(useWish(), list)
  useEffect(() => {
    if (wished !== undefined) setChosen(wished)
  }, [wished])
  useEffect(() => {
    remembered.set(list, chosen)
  }, [list, chosen])
  return { count, selected: Math.max(0, Math.min(chosen, count - 1)), select: setChosen }
}
