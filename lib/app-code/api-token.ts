import type { Client, Model } from '../model/model'

export type ApiToken = 'access' | 'id'

/** The kinds of token that endpoints require and the client can get. The first is what most calls need. */
export function apiTokens({ endpoints }: Model, { scopes }: Client): readonly ApiToken[] {
  const hasIdToken =
    endpoints.some(({ auth }) => auth === 'id_token') &&
    scopes.some(({ fullScope }) => fullScope === 'openid')
  const hasAccessToken = endpoints.some(({ auth }) => auth === 'access_token')
  if (!hasIdToken) return ['access']
  return hasAccessToken ? ['access', 'id'] : ['id']
}
