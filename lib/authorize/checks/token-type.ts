import type { Endpoint } from '../../model/model'
import type { JsonObject } from '../../token/json'
import { anyOf, assumed, type Call, type CheckResult, failed, passed } from './check'

/**
 * Checks the type of token that a REST method requires: an access token if the method has scopes, otherwise an ID token
 * (guide, "Integrate a REST API with a user pool"). An HTTP API does not check the type.
 */
export function tokenType({ token }: Call, endpoint: Endpoint): CheckResult {
  const certain = token.kind === 'access' || token.kind === 'id'
  const found = certain ? `token_use is ${token.kind}` : 'token_use is neither access nor id'
  const accept = (type: string) => (certain ? passed(found) : assumed(`${found}; treated as ${type}`))
  if (endpoint.auth === 'access_token') {
    if (token.kind !== 'id') return accept('an access token')
    return failed(
      `${found}; a method with scopes requires an access token`,
      'ID_TOKEN_NOT_ACCEPTED',
      'This is an ID token. The method has scopes, so API Gateway reads the scope claim, which only access tokens have.',
      {
        tokenRequest: `Send the access token of the same sign-in, requested with ${anyOf(endpoint.scopes.map(use => use.fullScope))}.`,
      },
    )
  }
  if (token.kind === 'id' || (!certain && !looksLikeAccess(token.claims ?? {}))) return accept('an ID token')
  return failed(
    `${found}; a method without scopes requires an ID token`,
    'ACCESS_TOKEN_NOT_ACCEPTED',
    'This is an access token. The method has no scopes, so API Gateway expects an ID token and rejects it.',
    {
      tokenRequest: 'Send the ID token (sign in with the openid scope).',
      template: 'Or give the endpoint scopes: it then requires an access token.',
    },
  )
}

const looksLikeAccess = (claims: JsonObject): boolean =>
  claims.scope !== undefined || claims.client_id !== undefined
