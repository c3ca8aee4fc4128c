import type { Endpoint } from '../../model/model'
import type { JsonObject } from '../../token/json'
import { anyOf, type Call, failed, passed, type StepResult, takenForGranted } from './step'

/**
 * The type of token that a REST method wants: with scopes an access token, without an ID token (guide, "Integrate a REST
 * API with a user pool"). An HTTP API does not ask.
 */
export function tokenType({ token }: Call, endpoint: Endpoint): StepResult {
  const known = token.kind === 'access' || token.kind === 'id'
  const found = known ? `token_use is ${token.kind}` : 'token_use is neither access nor id'
  const accept = (type: string) => (known ? passed(found) : takenForGranted(`${found}, taken as ${type}`))
  if (endpoint.auth === 'access_token') {
    if (token.kind !== 'id') return accept('an access token')
    return failed(
      `${found}, and a method with scopes wants an access token`,
      'ID_TOKEN_NOT_ACCEPTED',
      'An ID token: this method has scopes, so it reads the scope claim, which only access tokens carry.',
      {
        tokenRequest: `Send the access token of the same sign-in, asked for with ${anyOf(endpoint.scopes.map(use => use.fullScope))}.`,
      },
    )
  }
  if (token.kind === 'id' || (!known && !looksLikeAccess(token.claims ?? {}))) return accept('an ID token')
  return failed(
    `${found}, and a method without scopes wants an ID token`,
    'ACCESS_TOKEN_NOT_ACCEPTED',
    'An access token: this method has no scopes, so API Gateway takes the token for an ID token and refuses it.',
    {
      tokenRequest: 'Send the ID token (sign in with the openid scope).',
      template: 'Or give the endpoint scopes: then it wants an access token.',
    },
  )
}

const looksLikeAccess = (claims: JsonObject): boolean =>
  claims.scope !== undefined || claims.client_id !== undefined
