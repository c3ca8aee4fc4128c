'use client'

import { createContext, useContext, useMemo } from 'react'
import { useFieldSelector } from '@/components/fields/form-hooks'
import type { FormValues } from '@/components/session/session'
import { obtainableScopes } from '@/lib/aws/auth-flows'

type Client = Pick<FormValues['clients'][number], 'scopes' | 'explicitAuthFlows'>

/** The scopes that tokens of a client can have. */
export const obtainableBy = ({ scopes, explicitAuthFlows }: Client): readonly string[] =>
  obtainableScopes(scopes, explicitAuthFlows)

/** Every scope that at least one client can get. */
export const Obtainable = createContext<ReadonlySet<string>>(new Set())

export const useObtainable = () => useContext(Obtainable)

export function useObtainableScopes(): ReadonlySet<string> {
  const scopes = useFieldSelector<FormValues['clients'] | undefined, readonly string[]>('clients', clients =>
    [...new Set((clients ?? []).flatMap(obtainableBy))].sort(),
  )
  return useMemo(() => new Set(scopes), [scopes])
}
