'use client'

import { createContext, useContext, useMemo } from 'react'
import { useFieldSelector } from '@/components/fields/form-hooks'
import type { FormValues } from '@/components/session/session'
import { allowsSdkSignIn } from '@/lib/aws/auth-flows'
import { SIGN_IN_SCOPE } from '@/lib/aws/scopes'

type Client = Pick<FormValues['clients'][number], 'scopes' | 'explicitAuthFlows'>

/** The scopes that tokens of a client can have; SDK sign-in gives one unasked. */
export const obtainableBy = ({ scopes, explicitAuthFlows }: Client): readonly string[] =>
  allowsSdkSignIn(explicitAuthFlows) ? [...new Set([...scopes, SIGN_IN_SCOPE])] : scopes

/** Every scope that at least one client can get. */
export const Obtainable = createContext<ReadonlySet<string>>(new Set())

export const useObtainable = () => useContext(Obtainable)

export function useObtainableScopes(): ReadonlySet<string> {
  const scopes = useFieldSelector<FormValues['clients'] | undefined, readonly string[]>('clients', clients =>
    [...new Set((clients ?? []).flatMap(obtainableBy))].sort(),
  )
  return useMemo(() => new Set(scopes), [scopes])
}
