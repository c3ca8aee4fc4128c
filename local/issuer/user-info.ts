import { type Answer, bearerToken } from '../../lib/gateway/request'
import { decode } from '../../lib/token/decode'
import { scopesOf } from '../../lib/token/summarize'
import { verify } from '../../lib/token/verify'
import { attributesOf } from '../pool/claims'
import { openRefresh } from '../pool/refresh'
import { authenticate } from './client-auth'
import { type Issuer, type IssuerRequest, json, OPEN_CORS } from './exchange'
import { oauthError } from './token'

/** `/oauth2/userInfo`: needs an access token with openid (guide, "The userInfo endpoint"). Booleans are text there. */
export async function userInfo({ pool, revoked }: Issuer, { headers }: IssuerRequest): Promise<Answer> {
  const text = bearerToken(headers)
  if (text === undefined) return refusal(400, 'invalid_request', 'Bad OAuth2 request at UserInfo Endpoint')
  const token = decode(text)
  const { state } = await verify(token, [pool.keys.access.publicJwk])
  const { iss, exp, scope, origin_jti, username } = token.claims ?? {}
  const valid =
    state === 'valid' &&
    token.kind === 'access' &&
    iss === pool.issuer &&
    typeof exp === 'number' &&
    exp > pool.clock.now() &&
    !revoked.get(String(origin_jti))
  const user = valid ? pool.users().find(one => pool.usernameOf(one) === username) : undefined
  if (!user)
    return refusal(
      401,
      'invalid_token',
      'Access token is expired, disabled, or deleted, or the user has globally signed out.',
    )
  const scopes = scopesOf(scope)
  if (!scopes.includes('openid'))
    return refusal(401, 'invalid_token', 'Access token does not contain openid scope')
  const attributes = Object.entries(attributesOf(user, scopes)).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return json(
    200,
    { sub: pool.subOf(user), ...Object.fromEntries(attributes), username: pool.usernameOf(user) },
    OPEN_CORS,
  )
}

const refusal = (status: number, error: string, description: string): Answer =>
  json(status, { error, error_description: description }, [
    ['www-authenticate', `error="${error}", error_description="${description}"`],
    ...OPEN_CORS,
  ])

/** `POST /oauth2/revoke` (guide, "The token revocation endpoint"): ends a sign-in; what is revoked already stays so. */
export function revoke({ pool, revoked }: Issuer, request: IssuerRequest): Answer {
  const client = authenticate(pool, request)
  if (!client) return oauthError('invalid_client')
  const token = request.form.get('token')
  if (token === null || token === '') return oauthError('invalid_request')
  const sealed = openRefresh(pool, token)
  if (!sealed) return oauthError('unsupported_token_type')
  if (sealed.clientId !== client.id) return oauthError('invalid_request')
  revoked.set(sealed.originJti, true, Math.max(0, sealed.exp - pool.clock.now()))
  return { status: 200, headers: [...OPEN_CORS], body: '' }
}
