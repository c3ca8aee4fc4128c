'use client'

import { useMemo } from 'react'
import type { Valid } from '@/components/session/engine'
import { useCompiled } from '@/components/session/hooks'
import type { Verdict } from '@/lib/authorize/verdict'
import type { DecodedToken } from '@/lib/token/decode'
import { type PastedToken, readPaste } from '@/lib/token/read-paste'
import { useCoarseClock } from './clock'
import type { Entered } from './entered'
import { useJudge } from './judge'
import { type Signature, useSignature } from './use-signature'

export interface Inspection {
  readonly tokens: readonly PastedToken[]
  readonly at?: PastedToken | undefined
  readonly token?: DecodedToken | undefined
  readonly signature: Signature
  readonly verdicts: readonly Verdict[]
  /** The verdict of the endpoint that was called. */
  readonly called?: Verdict | undefined
  /** Seconds since 1970, exact enough for the texts. */
  readonly now: number
  /** The spec of the verdicts; absent until the compiler and the code of the verdicts have loaded. */
  readonly valid?: Valid | undefined
}

/** Returns everything the page shows, from what was entered, the spec and the time. */
export function useInspection(entered: Entered): Inspection {
  const { paste, chosen, jwks, userPoolId, clientIds } = entered
  const judge = useJudge()
  const compiled = useCompiled()
  const valid = judge && compiled
  const { tokens, preferred, request } = useMemo(() => readPaste(paste), [paste])
  const at = (chosen === undefined ? undefined : tokens[chosen]) ?? preferred
  const token = at?.decoded
  const signature = useSignature(token, jwks)
  const now = useCoarseClock(expiryOf(token), token)
  const { state } = signature.verified
  const verdicts = useMemo(
    () =>
      judge && valid
        ? judge.authorize(valid.model, token, {
            now,
            signature: state,
            ...(userPoolId.trim() && { userPoolId: userPoolId.trim() }),
            clientIds: clientIds.split(/[\s,]+/).filter(Boolean),
          })
        : [],
    [judge, valid, token, now, state, userPoolId, clientIds],
  )
  const named = useMemo(
    () => judge && valid && request && judge.matchEndpoint(valid.model, request)?.id,
    [judge, valid, request],
  )
  const calledId = entered.endpoint ?? named
  const called = verdicts.find(({ endpoint }) => endpoint.id === calledId)
  return { tokens, at, token, signature, verdicts, called, now, valid }
}

const expiryOf = (token: DecodedToken | undefined): number | undefined => {
  const exp = token?.claims?.exp
  return typeof exp === 'number' ? exp : undefined
}
