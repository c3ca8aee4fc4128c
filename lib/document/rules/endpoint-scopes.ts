import { MAX_AUDIENCES, MAX_ROUTE_SCOPE_LENGTH, MAX_SCOPES_PER_ROUTE } from '../../aws/limits'
import { specError } from '../error-code'
import { child } from '../field-path'
import { quote } from '../quote'
import { specRule } from '../spec-rule'

/** Requires scopes for access tokens, and rejects them elsewhere: only access tokens carry scopes. */
export const endpointScopes = specRule(['endpoints'], function* ({ endpoints }) {
  for (const [i, { auth, scopes }] of (endpoints ?? []).entries()) {
    const path = child('endpoints', i, 'scopes')
    if (auth === 'access_token' && scopes?.length === 0)
      yield specError(
        'SCOPE_MISSING',
        path,
        'An endpoint that requires an access token needs at least one scope. Without one, API Gateway accepts only ID tokens.',
      )
    if ((auth === 'id_token' || auth === 'iam' || auth === 'none') && scopes?.length)
      yield specError(
        'SCOPE_NOT_WANTED',
        path,
        `An endpoint with Authorization "${auth}" cannot require scopes. Remove them, or set Authorization to "access_token".`,
      )
  }
})

/** Checks the quotas of an HTTP API that are lower than those of a REST API. */
export const httpApi = specRule(
  ['api', 'clients', 'endpoints'],
  function* ({ api, clients = [], endpoints = [] }) {
    if (api.type !== 'http') return
    const count = clients.length
    if (count > MAX_AUDIENCES)
      yield specError(
        'TOO_MANY',
        'clients',
        `There are ${count} clients, and a JWT authorizer allows ${MAX_AUDIENCES} audiences. Remove ${count - MAX_AUDIENCES}, or use a REST API.`,
      )
    for (const [i, { auth, scopes }] of endpoints.entries()) {
      if (auth !== 'access_token' || scopes === undefined) continue
      if (scopes.length > MAX_SCOPES_PER_ROUTE)
        yield specError(
          'TOO_MANY',
          child('endpoints', i, 'scopes'),
          `There are ${scopes.length} scopes, and a route of an HTTP API allows ${MAX_SCOPES_PER_ROUTE}. Remove ${scopes.length - MAX_SCOPES_PER_ROUTE}, or use a REST API.`,
        )
      for (const [j, scope] of scopes.entries())
        if (scope !== undefined && scope.length > MAX_ROUTE_SCOPE_LENGTH)
          yield specError(
            'TOO_LONG',
            child('endpoints', i, 'scopes', j),
            `The scope ${quote(scope)} has ${scope.length} characters. A route of an HTTP API allows at most ${MAX_ROUTE_SCOPE_LENGTH}: shorten its identifier or name, or use a REST API.`,
          )
    }
  },
)
