import { authorize } from './authorize/authorize'
import { matchEndpoint } from './authorize/match-endpoint'
import type { Verdict } from './authorize/verdict'
import { readSpec } from './document/parse'
import type { Model } from './model/model'
import { toModel } from './model/to-model'
import { type Refused, refuseRequest, refuseTime } from './request-error'
import { isUserPoolId } from './token/issuer'
import { parseJwks, type RsaPublicKey } from './token/jwks'
import { type PastedToken, readPaste } from './token/read-paste'
import { type Verified, withoutKeys } from './token/signature-state'

/** What is known besides the document and the token. */
export interface InspectOptions {
  /** The time at which the token is judged, in seconds since 1970. */
  readonly now: number
  /**
   * The public keys of the user pool as JSON text, what its `/.well-known/jwks.json` answers; the signature is not
   * checked when left out.
   */
  readonly jwks?: string
  /** Id of the deployed user pool; without it, only the Region of a new pool's issuer is compared. */
  readonly userPoolId?: string
  /** Ids of the deployed clients, the audiences of an HTTP API; the audience is not compared when left out. */
  readonly clientIds?: readonly string[]
}

/** Everything that is known about the tokens in a text. */
export interface Examination {
  readonly ok: true
  readonly model: Model
  /** What the text calls its tokens, in order. */
  readonly labels: readonly string[]
  /** The token that the verdicts are for; absent if there is none. */
  readonly token?: PastedToken
  readonly signature: Verified
  readonly verdicts: readonly Verdict[]
  /** The verdict of the endpoint that the text itself calls, as a curl command does. */
  readonly called?: Verdict
  /** Why keys of the set cannot be used. */
  readonly ignoredKeys: readonly string[]
}

/** Finds, decodes and verifies the token in `text`, and judges it for every endpoint of the document. */
export async function examine(
  document: unknown,
  text: string,
  { now, jwks, userPoolId, clientIds }: InspectOptions,
): Promise<Examination | Refused> {
  const badTime = refuseTime(now)
  if (badTime) return badTime
  if (userPoolId !== undefined && !isUserPoolId(userPoolId))
    return refuseRequest(
      'USER_POOL_ID_INVALID',
      `${userPoolId} is not a user pool id. Use one such as us-east-1_AbCdEf123.`,
    )
  const parsed = readSpec(document)
  if (!parsed.ok) return parsed
  const keySet = jwks === undefined ? undefined : parseJwks(jwks)
  if (keySet && !keySet.ok) return refuseRequest('JWKS_INVALID', keySet.error)

  const model = toModel(parsed.spec)
  const { tokens, preferred: token, request } = readPaste(text)
  const signature = await checkSignature(token, keySet?.keys)
  const verdicts = authorize(model, token?.decoded, {
    now,
    signature: signature.state,
    ...(userPoolId !== undefined && { userPoolId }),
    ...(clientIds && { clientIds }),
  })
  const endpoint = request && matchEndpoint(model, request)
  const called = verdicts.find(verdict => verdict.endpoint === endpoint)
  return {
    ok: true,
    model,
    labels: tokens.map(({ label }) => label),
    ...(token && { token }),
    signature,
    verdicts,
    ...(called && { called }),
    ignoredKeys: keySet?.ignored ?? [],
  }
}

async function checkSignature(
  token: PastedToken | undefined,
  keys: readonly RsaPublicKey[] | undefined,
): Promise<Verified> {
  if (!token) return { state: 'not-checked', reason: 'There is no token.' }
  if (!keys) return withoutKeys(token.decoded)
  const { verify } = await import('./token/verify')
  return verify(token.decoded, keys)
}
