import { advise } from '../../lib/document/nearest'
import { quote } from '../../lib/document/quote'
import { resourcesOf } from '../../lib/document/resources'
import type { JsonObject } from '../../lib/token/json'
import type { TokenRequest } from '../api'
import { type Result, refused } from '../result'
import { accessClaims, type Grant, idClaims, lifetime } from './claims'
import type { LocalClient, Pool } from './pool'
import { refreshOf } from './refresh'
import { signToken, unsignedToken, withChangedSignature } from './sign'
import { type TriggerSource, withTrigger } from './trigger'
import { RESERVED_CLAIMS, type User, userNamed } from './users'

const TAMPER = ['signature', 'kid', 'issuer', 'alg-none']

/** Makes a token as the token endpoint would, then adds the fault asked for; a request that Cognito would refuse is refused. */
export async function mintToken(pool: Pool, request: TokenRequest): Promise<Result<string>> {
  const fault = formFault(request)
  if (fault) return refused(fault)
  const granted = grantOf(pool, request)
  if (!granted.ok) return granted
  const { use = 'access', expiresIn, tamper } = request
  if (use === 'refresh') return mintRefresh(pool, granted.value, request)
  const triggered = await withTrigger(pool, granted.value, sourceOf(granted.value))
  if (!triggered.ok) return triggered
  const grant = triggered.value
  const usual = lifetime(pool, grant.client, use)
  const exp = expiresIn === undefined ? usual.exp : usual.iat + Math.trunc(expiresIn)
  const times = { exp, iat: Math.min(usual.iat, exp - (usual.exp - usual.iat)) }
  if (expiresIn !== undefined && expiresIn > 0) times.iat = usual.iat
  const made =
    use === 'id' && grant.user
      ? idClaims(pool, { ...grant, user: grant.user }, times)
      : accessClaims(pool, grant, times)
  const claims: JsonObject = {
    ...made,
    ...request.claims,
    ...(tamper === 'issuer' && { iss: otherIssuer(pool) }),
  }
  const key = pool.keys[use]
  if (tamper === 'alg-none') return { ok: true, value: unsignedToken(claims) }
  if (tamper === 'kid')
    return {
      ok: true,
      value: await signToken(claims, key, Buffer.alloc(32, 'no such key ').toString('base64')),
    }
  const token = await signToken(claims, key)
  return { ok: true, value: tamper === 'signature' ? withChangedSignature(token) : token }
}

const sourceOf = ({ user }: Grant): TriggerSource =>
  user ? 'TokenGeneration_HostedAuth' : 'TokenGeneration_ClientCredentials'

function mintRefresh(pool: Pool, grant: Grant, { expiresIn, claims, tamper }: TokenRequest): Result<string> {
  const extra = { expiresIn, claims, tamper }
  const given = Object.entries(extra).find(([, value]) => value !== undefined)
  if (given) return refused(`${given[0]} does not apply to a refresh token`)
  if (!grant.user)
    return refused(
      `use refresh: ${grant.client.client.name} does not sign users in, so it gets no refresh token`,
    )
  return { ok: true, value: refreshOf(pool, grant, grant.user.username) }
}

const otherIssuer = ({ id, issuer }: Pool): string => issuer.replace(id, `${id.split('_')[0]}_Another00`)

/** Resolves client, user and scopes as the token endpoint would. */
function grantOf(
  pool: Pool,
  { client: name, user: username, scopes, use = 'access', resource }: TokenRequest,
): Result<Grant> {
  const client = clientNamed(pool, name)
  if (!client.ok) return client
  const { interactive, scopes: allowed } = client.value.client
  const may = allowed.map(({ fullScope }) => fullScope)
  const strange = scopes?.find(scope => !may.includes(scope))
  if (strange !== undefined)
    return refused(`scopes: ${name} may not request ${quote(strange)}; it may request ${may.join(', ')}`)
  if (!interactive && username !== undefined)
    return refused(`user: ${name} uses client_credentials, so no user ${quote(username)} can sign in to it`)
  if (!interactive && use === 'id')
    return refused(`use id: ${name} uses client_credentials, so it gets no ID token`)
  const resources = resourcesOf(pool.model())
  if (!interactive && resource !== undefined)
    return refused(`resource: ${name} uses client_credentials; Cognito binds only tokens of users`)
  if (resource !== undefined && !resources.includes(resource))
    return refused(`resource: ${quote(resource)} is not one of ${resources.join(', ')}`)
  const asked = scopes ?? may
  if (use === 'id' && !asked.includes('openid'))
    return refused('use id: Cognito issues an ID token only with the scope openid')
  const user = interactive ? signedInUser(pool, username) : { ok: true as const, value: undefined }
  if (!user.ok) return user
  return {
    ok: true,
    value: {
      client: client.value,
      ...(user.value && { user: user.value }),
      scopes: asked,
      authTime: pool.clock.now(),
      originJti: pool.ids.uuid(),
      eventId: pool.ids.uuid(),
      ...(resource !== undefined && { resource }),
    },
  }
}

/** The client of this name; the reason for none lists those there are. */
export function clientNamed(pool: Pool, name: string): Result<LocalClient> {
  const found = pool.clients().find(({ client }) => client.name === name)
  if (found) return { ok: true, value: found }
  const names = pool.clients().map(({ client }) => client.name)
  return refused(`client: there is no client ${quote(name)}; there are ${names.join(', ')}`)
}

/** The user of that name, or the first. */
function signedInUser(pool: Pool, name: string | undefined): Result<User | undefined> {
  if (name === undefined) return { ok: true, value: pool.users()[0] }
  const found = userNamed(pool.users(), name)
  return found.ok ? found : refused(`user: ${found.reason}`)
}

const MEMBERS: readonly string[] = [
  'client',
  'user',
  'scopes',
  'use',
  'expiresIn',
  'claims',
  'resource',
  'tamper',
]

/** What is wrong with the form of a request, which may come from another program. */
function formFault(request: TokenRequest): string | undefined {
  const unknown = Object.keys(request).find(name => !MEMBERS.includes(name))
  if (unknown !== undefined) return `${unknown}: unknown field. ${advise(unknown, MEMBERS)}`
  const { client, user, scopes, use, expiresIn, claims, resource, tamper } = request
  if (typeof client !== 'string') return 'client: the name of a client is required'
  if (user !== undefined && typeof user !== 'string') return 'user: expected a user name'
  if (scopes !== undefined && !(Array.isArray(scopes) && scopes.every(scope => typeof scope === 'string')))
    return 'scopes: expected an array of strings'
  if (scopes?.length === 0) return 'scopes: request at least one scope'
  if (use !== undefined && !['access', 'id', 'refresh'].includes(use))
    return `use: ${quote(String(use))} is not access, id or refresh`
  if (expiresIn !== undefined && !(Number.isFinite(expiresIn) && Math.abs(expiresIn) < 1e9))
    return `expiresIn: ${quote(String(expiresIn))} is not a number of seconds`
  if (resource !== undefined && typeof resource !== 'string') return 'resource: expected a string'
  if (tamper !== undefined && !TAMPER.includes(tamper))
    return `tamper: ${quote(String(tamper))} is not one of ${TAMPER.join(', ')}`
  return claimsFault(claims)
}

function claimsFault(claims: unknown): string | undefined {
  if (claims === undefined) return undefined
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims))
    return 'claims: expected an object'
  const reserved = RESERVED_CLAIMS.find(name => Object.hasOwn(claims, name))
  return reserved && `claims.${reserved}: this claim cannot be overridden; use expiresIn or tamper`
}
