import { createHash } from 'node:crypto'
import type { Answer } from '../../lib/gateway/request'
import { accessClaims, type Grant, idClaims, lifetime } from '../pool/claims'
import type { LocalClient, Pool } from '../pool/pool'
import { openRefresh, type RefreshGrant, refreshOf, sealRefresh } from '../pool/refresh'
import { signToken } from '../pool/sign'
import { type TriggerSource, withTrigger } from '../pool/trigger'
import { authenticate } from './client-auth'
import { type Issuer, type IssuerRequest, json, OPEN_CORS } from './exchange'

/** The token endpoint writes errors as `{"error":"…"}` with status 400 and nothing else. */
export const oauthError = (error: string): Answer => json(400, { error }, OPEN_CORS)

/** `POST /oauth2/token` (guide, "The token issuer endpoint"). */
export async function tokenEndpoint(issuer: Issuer, request: IssuerRequest): Promise<Answer> {
  const { form } = request
  const grantType = form.get('grant_type')
  if (grantType === null) return oauthError('invalid_request')
  if (!['authorization_code', 'refresh_token', 'client_credentials'].includes(grantType))
    return oauthError('unsupported_grant_type')
  const client = authenticate(issuer.pool, request)
  if (!client) return oauthError('invalid_client')
  switch (grantType) {
    case 'authorization_code':
      return byCode(issuer, client, form)
    case 'refresh_token':
      return byRefreshToken(issuer, client, form)
    default:
      return byCredentials(issuer.pool, client, form)
  }
}

async function byCredentials(pool: Pool, client: LocalClient, form: URLSearchParams): Promise<Answer> {
  if (!client.client.grants.includes('client_credentials')) return oauthError('unauthorized_client')
  const may = client.client.scopes.map(({ fullScope }) => fullScope)
  const asked = [...new Set((form.get('scope') ?? '').split(' ').filter(Boolean))]
  if (asked.some(scope => !may.includes(scope))) return oauthError('invalid_scope')
  const grant = newGrant(pool, client, asked.length > 0 ? asked : may)
  const triggered = await withTrigger(pool, grant, 'TokenGeneration_ClientCredentials')
  if (!triggered.ok) return triggerError(triggered.reason)
  return json(200, await accessTokenOf(pool, triggered.value), OPEN_CORS)
}

async function byCode({ pool, codes }: Issuer, client: LocalClient, form: URLSearchParams): Promise<Answer> {
  if (!client.client.grants.includes('authorization_code')) return oauthError('unauthorized_client')
  const code = form.get('code')
  if (code === null) return oauthError('invalid_request')
  const found = codes.take(code)
  if (!found || found.grant.client.id !== client.id) return oauthError('invalid_grant')
  if (form.get('redirect_uri') !== found.redirectUri) return oauthError('invalid_grant')
  if (!provesChallenge(found.challenge, form.get('code_verifier'))) return oauthError('invalid_grant')
  const { grant } = found
  return userTokens(pool, grant, 'TokenGeneration_HostedAuth', refreshOf(pool, grant, grant.user.username))
}

/** RFC 7636 §4.6. A verifier without a challenge is refused too: it would prove nothing. */
function provesChallenge(challenge: string | undefined, verifier: string | null): boolean {
  if (challenge === undefined) return verifier === null
  return verifier !== null && createHash('sha256').update(verifier).digest('base64url') === challenge
}

async function byRefreshToken(issuer: Issuer, client: LocalClient, form: URLSearchParams): Promise<Answer> {
  const { pool, revoked, rotated } = issuer
  const token = form.get('refresh_token')
  if (token === null) return oauthError('invalid_request')
  const sealed = openRefresh(pool, token)
  if (!sealed || sealed.clientId !== client.id || sealed.exp <= pool.clock.now())
    return oauthError('invalid_grant')
  const user = pool.users().find(({ username }) => username === sealed.username)
  if (!user || revoked.get(sealed.originJti)) return oauthError('invalid_grant')
  const { authTime, originJti, scopes, resource } = sealed
  const bound = resource !== undefined && { resource }
  const grant = { client, user, scopes, authTime, originJti, eventId: pool.ids.uuid(), ...bound }
  const until = rotated.get(hashOf(token))
  if (until !== undefined && until <= pool.clock.now()) return oauthError('invalid_grant')
  return userTokens(pool, grant, 'TokenGeneration_RefreshTokens', rotate(issuer, client, token, sealed))
}

/**
 * The refresh token that replaces `token`, if the client's refresh tokens rotate. It is valid for the rest of the time of
 * the first, and the previous one for the grace period (guide, "Refresh tokens").
 */
function rotate(
  { pool, rotated }: Issuer,
  { client }: LocalClient,
  token: string,
  sealed: RefreshGrant,
): string | undefined {
  const { refreshTokenRotation: rotation } = client
  if (!rotation) return undefined
  const now = pool.clock.now()
  const key = hashOf(token)
  // A retry within the grace period does not extend it.
  if (rotated.get(key) === undefined)
    rotated.set(key, now + rotation.retryGracePeriodSeconds, sealed.exp - now)
  return sealRefresh(pool, sealed)
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

const newGrant = (pool: Pool, client: LocalClient, scopes: readonly string[]): Grant => ({
  client,
  scopes,
  authTime: pool.clock.now(),
  originJti: pool.ids.uuid(),
  eventId: pool.ids.uuid(),
})

async function accessTokenOf(pool: Pool, grant: Grant) {
  const times = lifetime(pool, grant.client, 'access')
  return {
    access_token: await signToken(accessClaims(pool, grant, times), pool.keys.access),
    expires_in: times.exp - times.iat,
    token_type: 'Bearer',
  }
}

/** The tokens of a user, after the trigger, and a refresh token if there is a new one. */
async function userTokens(
  pool: Pool,
  asked: Grant & { readonly user: NonNullable<Grant['user']> },
  source: TriggerSource,
  refreshToken: string | undefined,
): Promise<Answer> {
  const triggered = await withTrigger(pool, asked, source)
  if (!triggered.ok) return triggerError(triggered.reason)
  const grant = triggered.value
  const access = await accessTokenOf(pool, grant)
  const claims = grant.scopes.includes('openid')
    ? idClaims(pool, grant, lifetime(pool, grant.client, 'id'), access.access_token)
    : undefined
  return json(
    200,
    {
      ...(claims && { id_token: await signToken(claims, pool.keys.id) }),
      ...access,
      ...(refreshToken !== undefined && { refresh_token: refreshToken }),
    },
    OPEN_CORS,
  )
}

/** No tokens are issued if the trigger fails. */
const triggerError = (reason: string): Answer =>
  json(400, { error: 'invalid_request', error_description: reason }, OPEN_CORS)
