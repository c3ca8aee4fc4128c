import { authorize } from '../../lib/authorize/authorize'
import type { Verdict } from '../../lib/authorize/verdict'
import type { Endpoint } from '../../lib/model/model'
import { type DecodedToken, decode } from '../../lib/token/decode'
import { issuersOf } from '../../lib/token/issuer'
import type { SignatureState } from '../../lib/token/signature-state'
import { verify } from '../../lib/token/verify'
import type { Pool } from '../pool/pool'

export interface Judged {
  readonly verdict: Verdict
  readonly token?: DecodedToken
}

interface Known {
  readonly token: DecodedToken
  readonly signature: SignatureState
}

/** Longer texts and more of them are judged all the same, only not remembered. */
const LONGEST_KNOWN = 16_384
const MOST_KNOWN = 500

/** The authorizer: decoding and signature are worked out once for each token text, verdicts once in a second. */
export function makeTokenCheck(
  pool: Pool,
): (endpoint: Endpoint, text: string | undefined) => Promise<Judged> {
  const known = new Map<string, Known>()
  const remembered = makeVerdicts(pool)
  const keys = [pool.keys.access.publicJwk, pool.keys.id.publicJwk]

  async function look(text: string): Promise<Known> {
    const there = known.get(text)
    if (there) return there
    const token = decode(text)
    const { state } = await verify(token, keys)
    const found: Known = { token, signature: state }
    if (text.length <= LONGEST_KNOWN) {
      if (known.size >= MOST_KNOWN) {
        const [oldest] = known.keys()
        if (oldest !== undefined) known.delete(oldest)
      }
      known.set(text, found)
    }
    return found
  }

  function judge(endpoint: Endpoint, seen: Known | undefined): Judged {
    const [verdict] = authorize({ ...pool.model(), endpoints: [endpoint] }, seen?.token, {
      now: pool.clock.now(),
      signature: seen?.signature ?? 'not-checked',
      issuer: pool.issuer,
      clientIds: pool.clients().map(({ id }) => id),
    })
    if (!verdict) throw new Error('authorize returns a verdict for every endpoint')
    return { verdict: explained(pool, verdict, seen), ...(seen && { token: seen.token }) }
  }

  return async (endpoint, text) => {
    const seen = text === undefined || endpoint.auth === 'none' ? undefined : await look(text)
    return remembered(endpoint, seen, judge)
  }
}

type Judge = (endpoint: Endpoint, seen: Known | undefined) => Judged

/** A verdict depends on the spec, the endpoint, the token and the second, so it is used again while these are the same. */
function makeVerdicts(pool: Pool) {
  let verdicts = new Map<Endpoint, Map<Known | undefined, Judged>>()
  let [model, now, count] = [pool.model(), 0, 0]
  return (endpoint: Endpoint, seen: Known | undefined, judge: Judge): Judged => {
    if (model !== pool.model() || now !== pool.clock.now() || count >= MOST_KNOWN) {
      verdicts = new Map()
      ;[model, now, count] = [pool.model(), pool.clock.now(), 0]
    }
    const there = verdicts.get(endpoint)?.get(seen)
    if (there) return there
    const judged = judge(endpoint, seen)
    const ofEndpoint = verdicts.get(endpoint) ?? new Map<Known | undefined, Judged>()
    verdicts.set(endpoint, ofEndpoint.set(seen, judged))
    count++
    return judged
  }
}

/** A token of the real pool, whose id an existing pool shares with this one, is never accepted: this says why. */
function explained(pool: Pool, verdict: Verdict, seen: Known | undefined): Verdict {
  if (verdict.allowed || seen?.signature !== 'no-key' || pool.model().userPool.source !== 'existing')
    return verdict
  const { original, updated } = issuersOf(pool.id)
  const iss = seen.token.claims?.iss
  if (iss !== original && iss !== updated) return verdict
  return {
    ...verdict,
    message: `This is a token of the real user pool ${pool.id}. The local gateway accepts only the tokens that it issues itself.`,
    fix: `Get a token from the local issuer, ${pool.origin}.`,
  }
}
