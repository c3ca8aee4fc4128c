import { authorize } from './authorize/authorize'
import { matchEndpoint } from './authorize/match-endpoint'
import type { Verdict } from './authorize/verdict'
import type { VerificationContext } from './authorize/verification-context'
import { readSpec } from './document/parse'
import type { Model } from './model/model'
import { toModel } from './model/to-model'
import { type Refused, refuseRequest, refuseTime } from './request-error'
import { isUserPoolId } from './token/issuer'
import { parseJwks, type RsaPublicKey } from './token/jwks'
import { type PastedToken, readPaste } from './token/read-paste'
import type { PastedRequest } from './token/request-in-paste'
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

/** What the page and the command know besides. */
interface ExamineOptions extends InspectOptions {
  readonly clientsInFiles?: VerificationContext['clientsInFiles']
  readonly apiKeys?: VerificationContext['apiKeys']
  /** Places of endpoints in the document that get no verdict. */
  readonly unjudged?: readonly number[]
}

/** What is known about the tokens in a text without a document. */
export interface ExaminedToken {
  readonly ok: true
  /** What the text calls its tokens, in order. */
  readonly labels: readonly string[]
  /** The token that the verdicts are for; absent if there is none. */
  readonly token?: PastedToken
  readonly signature: Verified
  /** The request that the text itself makes, as a curl command does. */
  readonly request?: PastedRequest
  /** Why keys of the set cannot be used. */
  readonly ignoredKeys: readonly string[]
}

/** Everything that is known about the tokens in a text. */
export interface Examination extends ExaminedToken {
  readonly model: Model
  readonly verdicts: readonly Verdict[]
  /** The verdict of the endpoint that the request calls. */
  readonly called?: Verdict
}

/** Finds, decodes and verifies the token in `text`, and judges it for every endpoint of the document. */
export async function examine(
  document: unknown,
  text: string,
  options: ExamineOptions,
): Promise<Examination | Refused> {
  const badOption = refuseOption(options)
  if (badOption) return badOption
  const parsed = readSpec(document)
  if (!parsed.ok) return parsed
  const examined = await examineToken(text, options)
  if (!examined.ok) return examined

  const { now, userPoolId, clientIds, clientsInFiles, apiKeys, unjudged = [] } = options
  const model = toModel(parsed.spec)
  const verdicts = authorize(model, examined.token?.decoded, {
    now,
    signature: examined.signature.state,
    ...(userPoolId !== undefined && { userPoolId }),
    ...(clientIds && { clientIds }),
    clientsInFiles,
    apiKeys,
  }).filter((_, i) => !unjudged.includes(i))
  const endpoint = examined.request && matchEndpoint(model, examined.request)
  const called = verdicts.find(verdict => verdict.endpoint === endpoint)
  return { ...examined, model, verdicts, ...(called && { called }) }
}

/** Finds, decodes and verifies the token in `text`. */
export async function examineToken(text: string, options: InspectOptions): Promise<ExaminedToken | Refused> {
  const badOption = refuseOption(options)
  if (badOption) return badOption
  const keySet = options.jwks === undefined ? undefined : parseJwks(options.jwks)
  if (keySet && !keySet.ok) return refuseRequest('JWKS_INVALID', keySet.error)
  const { tokens, preferred: token, request } = readPaste(text)
  return {
    ok: true,
    labels: tokens.map(({ label }) => label),
    ...(token && { token }),
    signature: await checkSignature(token, keySet?.keys),
    ...(request && { request }),
    ignoredKeys: keySet?.ignored ?? [],
  }
}

function refuseOption({ now, userPoolId }: InspectOptions): Refused | undefined {
  const badTime = refuseTime(now)
  if (badTime || userPoolId === undefined || isUserPoolId(userPoolId)) return badTime
  return refuseRequest(
    'USER_POOL_ID_INVALID',
    `${userPoolId} is not a user pool id. Use one such as us-east-1_AbCdEf123.`,
  )
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
