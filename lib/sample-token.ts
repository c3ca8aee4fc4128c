import { readSpec } from './document/parse'
import { resourcesOf } from './document/resources'
import { type Refused, refuseRequest, refuseTime } from './request-error'
import type { JsonObject } from './token/json'
import { poolOf, sampleClaims } from './token/sample-claims'

/** Which token to make. */
export interface SampleTokenOptions {
  /** Name of a client of the document. */
  readonly client: string
  /** Full scopes to ask for; all that the client is allowed to when left out. */
  readonly scopes?: readonly string[]
  /** Groups of the user; none when left out. */
  readonly groups?: readonly string[]
  /** Scopes that the pre token generation trigger of the document adds; none when left out. */
  readonly addedScopes?: readonly string[]
  /** What the access token is bound to, as by `resource=`: a resource server of the document, or an additional audience. */
  readonly resource?: string
  /** `access` when left out. */
  readonly use?: 'access' | 'id'
  /** Time of issue, in seconds since 1970. */
  readonly now: number
}

/** A signed token, and the keys that verify it. */
export interface SampleToken {
  readonly ok: true
  /** The compact JWT, signed with RS256. */
  readonly token: string
  readonly claims: JsonObject
  /** The public keys of the sample user pool as JSON text, in the form of `/.well-known/jwks.json`. */
  readonly jwks: string
}

/**
 * Makes a token with the claims that Cognito would give it, signed by a key pair that is made for this call and then
 * forgotten: every call gives another signature and other keys. Needs Web Crypto (in browsers: a secure context).
 *
 * @param document The document `wizard.json`: its JSON value, its JSON text, or the UTF-8 bytes of that text.
 * @returns The token; or every error of the document, `CLIENT_UNKNOWN`, `NOW_INVALID`, or `TOKEN_NOT_ISSUED` with the
 * reason why Cognito would refuse.
 */
export async function sampleToken(
  document: unknown,
  options: SampleTokenOptions,
): Promise<SampleToken | Refused> {
  const { client: name, scopes, groups, addedScopes, resource, use = 'access', now } = options
  const badTime = refuseTime(now)
  if (badTime) return badTime
  const parsed = readSpec(document)
  if (!parsed.ok) return parsed
  const { clients, region, userPool } = parsed.spec
  const client = clients.find(candidate => candidate.name === name)
  if (!client) {
    const known = clients.map(candidate => candidate.name).join(', ')
    return refuseRequest('CLIENT_UNKNOWN', `The document has no client ${name}. Use one of ${known}.`)
  }
  const resources = resourcesOf(parsed.spec)
  if (resource !== undefined && !resources.includes(resource))
    return refuseRequest(
      'TOKEN_NOT_ISSUED',
      `The document has no resource ${resource}. Use one of ${resources.join(', ')}.`,
    )
  const sample = sampleClaims({
    client,
    use,
    now: Math.floor(now),
    region,
    ...(scopes && { scopes }),
    ...(groups && { groups }),
    ...(addedScopes && { addedScopes }),
    ...(resource !== undefined && { resource }),
    ...poolOf(userPool),
  })
  if (!sample.ok) return refuseRequest('TOKEN_NOT_ISSUED', sample.reason)
  const { jwksOf, makePoolKeys, sign } = await import('./token/mint')
  const keys = await makePoolKeys()
  const token = await sign(sample.claims, keys[use])
  return { ok: true, token, claims: sample.claims, jwks: jwksOf([keys.access, keys.id]) }
}
