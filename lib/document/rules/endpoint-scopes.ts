import { MAX_AUDIENCES, MAX_ROUTE_SCOPE_LENGTH, MAX_SCOPES_PER_ROUTE } from '../../aws/limits'
import { specError } from '../error-code'
import { child } from '../field-path'
import { quote } from '../quote'
import type { SpecRule } from './rule'

/** Scopes are in access tokens only, and without scopes API Gateway reads any token as an ID token. */
export const endpointScopes: SpecRule = function* ({ endpoints }) {
  for (const [i, { auth, scopes }] of (endpoints ?? []).entries()) {
    const path = child('endpoints', i, 'scopes')
    if (auth === 'access_token' && scopes?.length === 0)
      yield specError(
        'SCOPE_MISSING',
        path,
        'An endpoint that takes access tokens needs at least one scope; without one API Gateway takes ID tokens only.',
      )
    if ((auth === 'id_token' || auth === 'none') && scopes?.length)
      yield specError(
        'SCOPE_NOT_WANTED',
        path,
        `An endpoint with auth ${auth} cannot ask for scopes; remove them or set auth to access_token.`,
      )
  }
}

/** What an HTTP API's JWT authorizer takes less of than a REST API. */
export const httpApi: SpecRule = function* ({ api, clients, endpoints }) {
  if (api.type !== 'http') return
  const count = clients?.length ?? 0
  if (count > MAX_AUDIENCES)
    yield specError(
      'TOO_MANY',
      'clients',
      `There are ${count} clients; a JWT authorizer takes ${MAX_AUDIENCES} audiences, so remove ${count - MAX_AUDIENCES} or use a REST API.`,
    )
  for (const [i, { auth, scopes }] of (endpoints ?? []).entries()) {
    if (auth !== 'access_token' || scopes === undefined) continue
    if (scopes.length > MAX_SCOPES_PER_ROUTE)
      yield specError(
        'TOO_MANY',
        child('endpoints', i, 'scopes'),
        `There are ${scopes.length} scopes; a route of an HTTP API takes ${MAX_SCOPES_PER_ROUTE}, so remove ${scopes.length - MAX_SCOPES_PER_ROUTE} or use a REST API.`,
      )
    for (const [j, scope] of scopes.entries())
      if (scope !== undefined && scope.length > MAX_ROUTE_SCOPE_LENGTH)
        yield specError(
          'TOO_LONG',
          child('endpoints', i, 'scopes', j),
          `The scope ${quote(scope)} has ${scope.length} characters; a route of an HTTP API takes at most ${MAX_ROUTE_SCOPE_LENGTH}, so shorten its identifier or name, or use a REST API.`,
        )
  }
}
