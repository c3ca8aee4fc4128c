'use client'

import { useEffect, useMemo, useState } from 'react'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import type { DecodedToken } from '@/lib/token/decode'
import { type Jwks, parseJwks } from '@/lib/token/jwks'
import type { Verified } from '@/lib/token/signature-state'

const verifier = prefetchAfterLoad(() => import('@/lib/token/verify'))

export interface Signature {
  readonly verified: Verified
  /** What was pasted as key set, read; absent when nothing was. */
  readonly jwks?: Jwks
}

const NOT_CHECKED: Verified = { state: 'not-checked', reason: 'Paste the public keys to check it.' }

/** Checks the signature whenever token or keys change; until an answer is there it is not checked, never guessed. */
export function useSignature(token: DecodedToken | undefined, jwksText: string): Signature {
  const jwks = useMemo(() => (jwksText.trim() === '' ? undefined : parseJwks(jwksText)), [jwksText])
  const [answer, setAnswer] = useState<{ of: DecodedToken; by: Jwks; verified: Verified }>()
  useEffect(() => {
    if (!token || !jwks?.ok) return
    let late = false
    verifier()
      .then(({ verify }) => verify(token, jwks.keys))
      .then(verified => !late && setAnswer({ of: token, by: jwks, verified }))
    return () => {
      late = true
    }
  }, [token, jwks])
  if (!jwks) return { verified: NOT_CHECKED }
  if (!jwks.ok) return { verified: { state: 'not-checked', reason: jwks.error }, jwks }
  const current = answer && answer.of === token && answer.by === jwks
  return { verified: current ? answer.verified : { state: 'not-checked', reason: '' }, jwks }
}
