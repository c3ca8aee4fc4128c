'use client'

import { useEffect, useMemo, useState } from 'react'
import { prefetchAfterLoad } from '@/components/ui/prefetch-after-load'
import type { DecodedToken } from '@/lib/token/decode'
import { type Jwks, parseJwks } from '@/lib/token/jwks'
import { type Verified, withoutKeys } from '@/lib/token/signature-state'

const verifier = prefetchAfterLoad(() => import('@/lib/token/verify'))

export interface Signature {
  readonly verified: Verified
  /** The pasted key set; absent if none was pasted. */
  readonly jwks?: Jwks
}

const NO_TOKEN: Verified = { state: 'not-checked', reason: '' }

/** Verifies the signature whenever the token or the keys change; until the result is there it is not checked. */
export function useSignature(token: DecodedToken | undefined, jwksText: string): Signature {
  const jwks = useMemo(() => (jwksText.trim() === '' ? undefined : parseJwks(jwksText)), [jwksText])
  const known = useMemo(() => (token ? withoutKeys(token) : NO_TOKEN), [token])
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
  if (!jwks) {
    const ask =
      known.state === 'not-checked' && token && token.kind !== 'malformed' && token.kind !== 'refresh'
    return { verified: ask ? { ...known, reason: 'Paste the public keys to check it.' } : known }
  }
  if (!jwks.ok) return { verified: { state: 'not-checked', reason: jwks.error }, jwks }
  const current = answer && answer.of === token && answer.by === jwks
  return { verified: current ? answer.verified : { ...known, reason: '' }, jwks }
}
