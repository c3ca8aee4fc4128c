import { isTriggerCalled, type TriggerVersion } from '../aws/user-pool'
import { issuersOf } from './issuer'
import type { JsonObject } from './json'

/** The properties of an app client that determine the claims of its tokens. */
export interface SampleClient {
  readonly name: string
  readonly grants: readonly ('authorization_code' | 'implicit' | 'client_credentials')[]
  /** Every scope the client may request, as full scopes. */
  readonly scopes: readonly string[]
  readonly tokenValidity?:
    | { readonly accessTokenMinutes: number; readonly idTokenMinutes: number }
    | undefined
}

export interface SampleRequest {
  readonly client: SampleClient
  /** Requested scopes; if absent, all scopes of the client, as Cognito does. */
  readonly scopes?: readonly string[]
  readonly use: 'access' | 'id'
  /** Seconds since 1970. */
  readonly now: number
  readonly region: string
  /** Of an existing pool; a new pool gets an example ID. */
  readonly userPoolId?: string
  /** Of the deployed client; if absent, an example ID derived from the client's name. */
  readonly clientId?: string
  /** Groups of the user. */
  readonly groups?: readonly string[]
  /** Scopes that the trigger adds to the access token. */
  readonly addedScopes?: readonly string[]
  /** What the access token of a user is bound to (`resource=`, RFC 8707): its `aud`. */
  readonly resource?: string
  /** Of the pre token generation trigger; absent: the pool has none. */
  readonly triggerVersion?: TriggerVersion
}

/** The part of a request that the user pool of a spec determines. */
export const poolOf = (
  pool:
    | {
        readonly source: 'new'
        readonly preTokenGeneration?: { readonly version: TriggerVersion } | undefined
      }
    | { readonly source: 'existing'; readonly userPoolId: string },
): Pick<SampleRequest, 'userPoolId' | 'triggerVersion'> => {
  if (pool.source === 'existing') return { userPoolId: pool.userPoolId }
  return pool.preTokenGeneration ? { triggerVersion: pool.preTokenGeneration.version } : {}
}

export type SampleClaims =
  | { readonly ok: true; readonly claims: JsonObject }
  /** Why Cognito does not issue that token, and what to request instead. */
  | { readonly ok: false; readonly reason: string }

/**
 * Returns the claims of a token as Cognito issues it (developer guide, "Understanding the access token" and "… the ID
 * token"), in the same order, with example values for what exists only after a deployment.
 */
export function sampleClaims(request: SampleRequest): SampleClaims {
  const { client, use } = request
  const machine = client.grants.includes('client_credentials')
  const scopes = request.scopes ?? client.scopes
  const refused = scopes.find(scope => !client.scopes.includes(scope))
  if (refused !== undefined)
    return {
      ok: false,
      reason: `The client ${client.name} may not request ${refused}. Add it to the scopes of the client.`,
    }
  if (scopes.length === 0) return { ok: false, reason: 'Choose at least one scope.' }
  if (use === 'id' && machine)
    return {
      ok: false,
      reason: `The client ${client.name} uses client_credentials: no user signs in, so there is no ID token.`,
    }
  if (use === 'id' && !scopes.includes('openid'))
    return { ok: false, reason: 'Cognito issues an ID token only if the openid scope is requested.' }
  const reason = notAdded(request, machine)
  if (reason !== undefined) return { ok: false, reason }
  const facts = factsOf(request)
  const granted = [...new Set([...scopes, ...(request.addedScopes ?? [])])]
  if (machine) return { ok: true, claims: machineAccess(facts, granted) }
  return { ok: true, claims: use === 'id' ? userId(facts, scopes) : userAccess(facts, granted) }
}

/** Why a token cannot have the groups, the added scopes or the audience. */
function notAdded(request: SampleRequest, machine: boolean): string | undefined {
  const { client, groups = [], addedScopes = [], triggerVersion } = request
  if (machine && request.resource !== undefined)
    return `The client ${client.name} uses client_credentials: Cognito binds only tokens of users to a resource.`
  if (machine && groups.length > 0)
    return `The client ${client.name} uses client_credentials: no user signs in, so there are no groups.`
  if (addedScopes.length === 0) return undefined
  if (triggerVersion === undefined)
    return 'Only a pre token generation trigger adds scopes, and the user pool has none.'
  return isTriggerCalled(triggerVersion, !machine)
    ? undefined
    : 'Cognito does not call a trigger of version V2_0 for client_credentials. Set the version of the trigger to V3_0.'
}

/** Returns the ID that samples use for a client that is not deployed yet: 26 characters, like Cognito's. */
const exampleClientId = (clientName: string): string => digits(`client ${clientName}`, 26, 36)

/** Returns the ID that samples use for a pool that is not deployed yet. */
const exampleUserPoolId = (region: string): string => `${region}_ExAmPlE12`

interface Facts {
  readonly issuer: string
  readonly clientId: string
  readonly now: number
  readonly expires: number
  readonly uuid: (what: string) => string
  readonly groups: JsonObject
  readonly audience: JsonObject
}

function factsOf({ client, use, now, region, groups = [], resource, ...known }: SampleRequest): Facts {
  const clientId = known.clientId ?? exampleClientId(client.name)
  const { accessTokenMinutes = 60, idTokenMinutes = 60 } = client.tokenValidity ?? {}
  const minutes = use === 'id' ? idTokenMinutes : accessTokenMinutes
  const userPoolId = known.userPoolId ?? exampleUserPoolId(region)
  return {
    issuer: issuersOf(userPoolId).original,
    clientId,
    now,
    expires: now + minutes * 60,
    uuid: what => uuid(`${what} ${clientId} ${use === 'id' && what === 'jti' ? 'id ' : ''}${now}`),
    groups: groups.length > 0 ? { 'cognito:groups': groups } : {},
    audience: resource === undefined ? {} : { aud: resource },
  }
}

const USER = 'a1b2c3d4-5678-40ab-8def-111111111111'
const USER_NAME = 'my-test-user'

const userAccess = (
  { issuer, clientId, now, expires, uuid, groups, audience }: Facts,
  scopes: readonly string[],
): JsonObject => ({
  sub: USER,
  ...groups,
  iss: issuer,
  version: 2,
  client_id: clientId,
  ...audience,
  origin_jti: uuid('origin_jti'),
  event_id: uuid('event_id'),
  token_use: 'access',
  scope: scopes.join(' '),
  auth_time: now,
  exp: expires,
  iat: now,
  jti: uuid('jti'),
  username: USER_NAME,
})

const machineAccess = (
  { issuer, clientId, now, expires, uuid }: Facts,
  scopes: readonly string[],
): JsonObject => ({
  sub: clientId,
  token_use: 'access',
  scope: scopes.join(' '),
  auth_time: now,
  iss: issuer,
  exp: expires,
  iat: now,
  version: 2,
  jti: uuid('jti'),
  client_id: clientId,
})

const userId = (
  { issuer, clientId, now, expires, uuid, groups }: Facts,
  scopes: readonly string[],
): JsonObject => ({
  sub: USER,
  ...groups,
  ...(scopes.includes('email') && { email_verified: true }),
  iss: issuer,
  ...(scopes.includes('phone') && { phone_number_verified: true }),
  'cognito:username': USER_NAME,
  origin_jti: uuid('origin_jti'),
  aud: clientId,
  event_id: uuid('event_id'),
  token_use: 'id',
  auth_time: now,
  ...(scopes.includes('profile') && { name: 'Test User' }),
  ...(scopes.includes('phone') && { phone_number: '+15555550100' }),
  exp: expires,
  iat: now,
  jti: uuid('jti'),
  ...(scopes.includes('email') && { email: 'my-test-user@example.com' }),
})

/** Derives digits from `seed` (FNV-1a and xorshift), so that an example never changes. */
function digits(seed: string, length: number, radix: 16 | 36): string {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)
  let text = ''
  while (text.length < length) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    text += ((state >>> 8) % radix).toString(radix)
  }
  return text
}

function uuid(seed: string): string {
  const hex = digits(seed, 32, 16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-')
}
