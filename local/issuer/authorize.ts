import { SCOPES_WITH_OPENID } from '../../lib/aws/scopes'
import { resourcesOf } from '../../lib/document/resources'
import type { Answer } from '../../lib/gateway/request'
import { accessClaims, idClaims, lifetime } from '../pool/claims'
import { type LocalClient, type Pool, signInAttributes } from '../pool/pool'
import { signToken } from '../pool/sign'
import { withTrigger } from '../pool/trigger'
import type { User } from '../pool/users'
import {
  type CodeGrant,
  errorPage,
  type Issuer,
  type IssuerRequest,
  redirect,
  withParameters,
} from './exchange'
import { sessionCookie, signedInUser } from './session'

/** A valid authorization request. */
interface Asked {
  readonly client: LocalClient
  readonly redirectUri: string
  readonly responseType: 'code' | 'token'
  readonly scopes: readonly string[]
  readonly state?: string
  readonly nonce?: string
  readonly challenge?: string
  readonly resource?: string
  readonly prompt: readonly string[]
}

type Read = { readonly ok: true; readonly asked: Asked } | { readonly ok: false; readonly answer: Answer }

/** `/oauth2/authorize`: straight back to the app for a user who has signed in, otherwise to the login page. */
export async function authorizeEndpoint(issuer: Issuer, request: IssuerRequest): Promise<Answer> {
  const read = readAuthorization(issuer.pool, request.parameters)
  if (!read.ok) return read.answer
  const { asked } = read
  const automatic = automaticUser(issuer)
  if (automatic) return grantTo(issuer, asked, automatic)
  const user = signedInUser(issuer.pool, request)
  if (user && !asked.prompt.includes('login')) return grantTo(issuer, asked, user)
  if (asked.prompt.includes('none')) return failure(asked, 'login_required')
  return redirect(`/login?${request.query}`)
}

/** What the login page may show: the request has to be valid. */
export const loginRequest = (pool: Pool, parameters: URLSearchParams): Read =>
  readAuthorization(pool, parameters)

/** Signs the user in and sends the browser back to the app. */
export async function signIn(issuer: Issuer, asked: Asked, user: User): Promise<Answer> {
  const answer = await grantTo(issuer, asked, user)
  return { ...answer, headers: [...answer.headers, ['set-cookie', sessionCookie(issuer.pool, user)]] }
}

/** The user who is signed in without a page, whatever the request says about one. */
export const automaticUser = ({ pool, autoLogin }: Issuer): User | undefined =>
  pool.users().find(({ username }) => username === autoLogin)

/** What a user types to sign in: the attributes of the pool that the user has, otherwise the user name. */
export function signInNames(pool: Pool, { username, attributes = {} }: User): readonly string[] {
  const values = signInAttributes(pool.model()).flatMap(name => attributes[name] ?? [])
  const names = values.filter(value => typeof value === 'string')
  return names.length > 0 ? names : [username]
}

/** Reads the parameters of authorize and login (guide, "The redirect and authorization endpoint"). */
function readAuthorization(pool: Pool, parameters: URLSearchParams): Read {
  const refuse = (answer: Answer): Read => ({ ok: false, answer })
  const clientId = parameters.get('client_id')
  const client = pool.clients().find(({ id }) => id === clientId)
  if (!client) return refuse(errorPage('Client does not exist.', clientId))
  const { callbackUrls, defaultRedirectUri, scopes: allowed, grants, interactive } = client.client
  const redirectUri = parameters.get('redirect_uri') ?? defaultRedirectUri
  // A machine client has no redirect URI at all.
  if (!interactive || redirectUri === undefined || !callbackUrls.includes(redirectUri))
    return refuse(errorPage('redirect_mismatch', clientId))
  const state = parameters.get('state') ?? undefined
  const fail = (error: string, description?: string) =>
    refuse(failure({ redirectUri, ...(state !== undefined && { state }) }, error, description))

  const responseType = parameters.get('response_type')
  if (responseType !== 'code' && responseType !== 'token')
    return fail('invalid_request', 'response_type is code or token')
  if (!grants.includes(responseType === 'code' ? 'authorization_code' : 'implicit'))
    return fail('unauthorized_client')
  const scopes = [...new Set((parameters.get('scope') ?? '').split(' ').filter(Boolean))]
  const may = allowed.map(({ fullScope }) => fullScope)
  if (scopes.some(scope => !may.includes(scope))) return fail('invalid_scope')
  if (scopes.some(scope => SCOPES_WITH_OPENID.includes(scope)) && !scopes.includes('openid'))
    return fail('invalid_scope')
  const challenge = parameters.get('code_challenge') ?? undefined
  if (challenge !== undefined && parameters.get('code_challenge_method') !== 'S256')
    return fail('invalid_request', 'code_challenge_method is S256')
  const resource = parameters.get('resource') ?? undefined
  if (resource !== undefined && !resourcesOf(pool.model()).includes(resource))
    return fail(
      'invalid_request',
      'resource is neither the identifier of a resource server nor an additional audience',
    )
  const nonce = parameters.get('nonce') ?? undefined
  return {
    ok: true,
    asked: {
      client,
      redirectUri,
      responseType,
      scopes: scopes.length > 0 ? scopes : may,
      prompt: (parameters.get('prompt') ?? '').split(' '),
      ...(state !== undefined && { state }),
      ...(nonce !== undefined && { nonce }),
      ...(challenge !== undefined && { challenge }),
      ...(resource !== undefined && { resource }),
    },
  }
}

const failure = (
  { redirectUri, state }: Pick<Asked, 'redirectUri' | 'state'>,
  error: string,
  description?: string,
): Answer => redirect(withParameters(redirectUri, { error_description: description, error, state }))

async function grantTo(issuer: Issuer, asked: Asked, user: User): Promise<Answer> {
  const { pool, codes } = issuer
  const grant = {
    client: asked.client,
    user,
    scopes: asked.scopes,
    authTime: pool.clock.now(),
    originJti: pool.ids.uuid(),
    eventId: pool.ids.uuid(),
    ...(asked.nonce !== undefined && { nonce: asked.nonce }),
    ...(asked.resource !== undefined && { resource: asked.resource }),
  }
  if (asked.responseType === 'token') {
    const triggered = await withTrigger(pool, grant, 'TokenGeneration_HostedAuth')
    return triggered.ok
      ? implicit(pool, asked, triggered.value)
      : failure(asked, 'invalid_request', triggered.reason)
  }
  const code = pool.ids.uuid()
  const { redirectUri, challenge } = asked
  codes.set(code, { grant, redirectUri, ...(challenge !== undefined && { challenge }) }, 300)
  return redirect(withParameters(redirectUri, { code, state: asked.state }))
}

/** The implicit grant puts the tokens into the fragment (RFC 6749 §4.2.2). */
async function implicit(pool: Pool, asked: Asked, grant: CodeGrant['grant']): Promise<Answer> {
  const times = lifetime(pool, grant.client, 'access')
  const accessToken = await signToken(accessClaims(pool, grant, times), pool.keys.access)
  const fragment = new URLSearchParams()
  if (grant.scopes.includes('openid')) {
    const claims = idClaims(pool, grant, lifetime(pool, grant.client, 'id'), accessToken)
    fragment.set('id_token', await signToken(claims, pool.keys.id))
  }
  fragment.set('access_token', accessToken)
  fragment.set('expires_in', String(times.exp - times.iat))
  fragment.set('token_type', 'Bearer')
  if (asked.state !== undefined) fragment.set('state', asked.state)
  return redirect(`${asked.redirectUri}#${fragment}`)
}
