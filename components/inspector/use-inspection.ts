'use client'

import { useMemo } from 'react'
import type { Valid } from '@/components/session/engine'
import { useCompiled } from '@/components/session/hooks'
import { authorize } from '@/lib/authorize/authorize'
import type { Verdict } from '@/lib/authorize/verdict'
import { type DecodedToken, decode } from '@/lib/token/decode'
import { extractTokens, type FoundToken } from '@/lib/token/extract-tokens'
import { useNowNear } from './clock'
import { type Signature, useSignature } from './use-signature'

/** What the person at the inspector entered. It lives in this page alone and goes with it. */
export interface Entered {
  readonly paste: string
  /** Which of several tokens; until one is chosen, the access token, as that is the one to call an API with. */
  readonly chosen?: number | undefined
  readonly jwks: string
  readonly userPoolId: string
  readonly clientIds: string
}

export const NOTHING_ENTERED: Entered = { paste: '', jwks: '', userPoolId: '', clientIds: '' }

export interface Inspection {
  readonly found: readonly FoundToken[]
  readonly at?: FoundToken
  readonly token?: DecodedToken
  readonly signature: Signature
  readonly verdicts: readonly Verdict[]
  /** The spec that the verdicts are of; absent until the compiler has arrived. */
  readonly valid?: Valid
}

/** Everything the page says, from what was entered, the spec and the time. */
export function useInspection({ paste, chosen, jwks, userPoolId, clientIds }: Entered): Inspection {
  const valid = useCompiled()
  const found = useMemo(() => extractTokens(paste), [paste])
  const at = found[chosen ?? found.findIndex(({ label }) => label.startsWith('access_token'))] ?? found[0]
  const token = useMemo(() => (at ? decode(at.token) : undefined), [at])
  const signature = useSignature(token, jwks)
  const now = useNowNear(expiryOf(token), token)
  const { state } = signature.verified
  const verdicts = useMemo(
    () =>
      valid
        ? authorize(valid.model, token, {
            now,
            signature: state,
            ...(userPoolId.trim() && { userPoolId: userPoolId.trim() }),
            clientIds: clientIds.split(/[\s,]+/).filter(Boolean),
          })
        : [],
    [valid, token, now, state, userPoolId, clientIds],
  )
  return { found, at, token, signature, verdicts, valid }
}

const expiryOf = (token: DecodedToken | undefined): number | undefined => {
  const exp = token?.claims?.exp
  return typeof exp === 'number' ? exp : undefined
}
