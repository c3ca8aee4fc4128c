'use client'

import { createContext, useContext, useMemo } from 'react'
import { useFieldSelector } from '@/components/fields/form-hooks'
import type { FormValues } from '@/components/session/session'

/** Every scope that at least one client can request. */
export const Obtainable = createContext<ReadonlySet<string>>(new Set())

export const useObtainable = () => useContext(Obtainable)

export function useObtainableScopes(): ReadonlySet<string> {
  const scopes = useFieldSelector<FormValues['clients'] | undefined, readonly string[]>('clients', clients =>
    [...new Set((clients ?? []).flatMap(({ scopes }) => scopes))].sort(),
  )
  return useMemo(() => new Set(scopes), [scopes])
}
