import type { Valid } from '@/components/session/engine'
import { mint, sampleKeys } from '@/components/session/sample-keys'
import { poolOf, sampleClaims } from '@/lib/token/sample-claims'

/** A fresh access token of the spec's first client, with all scopes it may request. */
export async function mintSample({ spec }: Valid): Promise<string> {
  const { userPool, region } = spec
  const answer = sampleClaims({
    client: spec.clients[0]!,
    use: 'access',
    now: Math.floor(Date.now() / 1000),
    region,
    ...poolOf(userPool),
  })
  // A valid client has at least one scope and may request all of its scopes.
  if (!answer.ok) throw new TypeError(answer.reason)
  const [{ sign }, { access }] = await Promise.all([mint(), sampleKeys()])
  return sign(answer.claims, access)
}
