import { createHash } from 'node:crypto'
import { SCOPES_WITH_OPENID } from '../../lib/aws/scopes'
import type { JsonObject } from '../../lib/token/json'
import type { LocalClient, Pool } from './pool'
import type { ClaimChanges, TokenChanges } from './token-changes'
import type { User } from './users'

/** One sign-in, or one request of a machine: everything that its tokens say. */
export interface Grant {
  readonly client: LocalClient
  /** Absent for client_credentials. */
  readonly user?: User
  readonly scopes: readonly string[]
  /** Seconds since 1970. */
  readonly authTime: number
  /** Shared by all tokens of a sign-in. */
  readonly originJti: string
  readonly eventId: string
  readonly nonce?: string
  /** The resource server that the access token is bound to (RFC 8707). */
  readonly resource?: string
  /** Of the trigger; absent: those of the users file. */
  readonly changes?: TokenChanges
}

export interface Lifetime {
  /** Seconds since 1970. */
  readonly iat: number
  readonly exp: number
}

/** How long the client's tokens of this type are valid, from now on. */
export function lifetime(pool: Pool, { client }: LocalClient, use: 'access' | 'id'): Lifetime {
  const { accessTokenMinutes = 60, idTokenMinutes = 60 } = client.tokenValidity ?? {}
  const iat = pool.clock.now()
  return { iat, exp: iat + (use === 'access' ? accessTokenMinutes : idTokenMinutes) * 60 }
}

/** The scopes after what the trigger, or the users file in its place, adds and removes. */
export const scopesOf = ({ user, scopes, changes }: Grant): readonly string[] => {
  const { add = [], suppress = [] } = changes?.scopes ?? user?.scopes ?? {}
  return [...new Set([...scopes, ...add])].filter(scope => !suppress.includes(scope))
}

/** The claims of an access token, in Cognito's order (guide, "Understanding the access token"). */
export function accessClaims(pool: Pool, grant: Grant, { iat, exp }: Lifetime): JsonObject {
  const { client, user, authTime, changes } = grant
  const scope = scopesOf(grant).join(' ')
  const jti = pool.ids.uuid()
  if (!user)
    return changed(changes?.access, {
      sub: client.id,
      token_use: 'access',
      scope,
      auth_time: authTime,
      iss: pool.issuer,
      exp,
      iat,
      version: 2,
      jti,
      client_id: client.id,
    })
  return changed(changes?.access, {
    sub: pool.subOf(user),
    ...groupsOf(grant),
    iss: pool.issuer,
    version: 2,
    client_id: client.id,
    ...(grant.resource !== undefined && { aud: grant.resource }),
    origin_jti: grant.originJti,
    event_id: grant.eventId,
    token_use: 'access',
    scope,
    auth_time: authTime,
    exp,
    iat,
    jti,
    username: pool.usernameOf(user),
    ...(!changes && user.claims?.access),
  })
}

/** The claims of an ID token; `accessToken` is the one issued with it, whose hash it carries. */
export function idClaims(
  pool: Pool,
  grant: Grant & { readonly user: User },
  { iat, exp }: Lifetime,
  accessToken?: string,
): JsonObject {
  const { client, user, changes } = grant
  return changed(changes?.id, {
    ...(accessToken !== undefined && { at_hash: halfHash(accessToken) }),
    sub: pool.subOf(user),
    ...groupsOf(grant),
    iss: pool.issuer,
    'cognito:username': pool.usernameOf(user),
    ...(grant.nonce !== undefined && { nonce: grant.nonce }),
    origin_jti: grant.originJti,
    aud: client.id,
    event_id: grant.eventId,
    token_use: 'id',
    auth_time: grant.authTime,
    exp,
    iat,
    jti: pool.ids.uuid(),
    ...attributesOf(user, grant.scopes),
    ...(!changes && user.claims?.id),
  })
}

/** Claims without those that the trigger suppresses, and with those that it adds. */
const changed = (changes: ClaimChanges | undefined, claims: JsonObject): JsonObject =>
  changes
    ? {
        ...Object.fromEntries(Object.entries(claims).filter(([name]) => !changes.suppress.includes(name))),
        ...changes.add,
      }
    : claims

function groupsOf({ user, changes }: Grant): JsonObject {
  const groups = changes?.groups ?? user?.groups ?? []
  return groups.length > 0 ? { 'cognito:groups': groups } : {}
}

/** OpenID Connect Core §3.1.3.6: the left half of the token's SHA-256. */
const halfHash = (token: string): string =>
  createHash('sha256').update(token).digest().subarray(0, 16).toString('base64url')

/** The attributes that the scopes give access to: email and phone their own, profile all the others. */
export function attributesOf({ attributes = {} }: User, scopes: readonly string[]): JsonObject {
  const scopeOf = (name: string) =>
    /^email(_verified)?$/.test(name) ? 'email' : /^phone_number(_verified)?$/.test(name) ? 'phone' : 'profile'
  // With openid as the only OIDC scope, Cognito gives all attributes that the client can read (guide, "Scopes").
  const all = !scopes.some(scope => SCOPES_WITH_OPENID.includes(scope))
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => all || scopes.includes(scopeOf(name))),
  )
}
