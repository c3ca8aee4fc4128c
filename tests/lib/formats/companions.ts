import type { Spec } from '@/lib/document/spec'

/** Changes of other fields that an edit may need to be valid; the first valid one is taken. */
export const companions = (before: Spec, after: Spec): readonly Spec[] => {
  const renamed = renameReferences(before, after)
  return [
    renamed,
    dropDangling(after),
    suitGrants(after),
    suitGrants(dropDangling(renamed)),
    listDefaults(after),
    withoutRotation(after),
    withoutRotation(suitGrants(dropDangling(renamed))),
    withFlows(after),
    withTier(after),
  ]
}

/** Renamed scopes and callback URLs get their new name wherever they are listed. */
function renameReferences(before: Spec, after: Spec): Spec {
  const [was, is] = [fullScopes(before), fullScopes(after)]
  const names = new Map(was.length === is.length ? was.map((scope, i) => [scope, is[i] ?? scope]) : [])
  const rename = (scopes: readonly string[]) => scopes.map(scope => names.get(scope) ?? scope)
  return {
    ...after,
    clients: after.clients.map((client, i) => {
      const place = before.clients[i]?.callbackUrls.indexOf(client.defaultRedirectUri ?? '') ?? -1
      const moved = client.callbackUrls[place]
      return {
        ...client,
        scopes: rename(client.scopes),
        ...(moved !== undefined && { defaultRedirectUri: moved }),
      }
    }),
    endpoints: after.endpoints.map(endpoint => ({ ...endpoint, scopes: rename(endpoint.scopes) })),
  }
}

/** Nothing refers to what is gone, and each endpoint has scopes if its `auth` needs them. */
function dropDangling(spec: Spec): Spec {
  const declared = fullScopes(spec)
  const usable = (scopes: readonly string[]) =>
    [...new Set(scopes)].filter(scope => !scope.includes('/') || declared.includes(scope))
  const orOne = (scopes: string[]) => (scopes.length > 0 ? scopes : declared.slice(0, 1))
  const { userPool } = spec
  return {
    ...spec,
    userPool:
      userPool.source === 'new' && userPool.tier === 'LITE'
        ? { ...userPool, managedLogin: false, preTokenGeneration: undefined }
        : userPool,
    clients: spec.clients.map(({ defaultRedirectUri, ...client }) => ({
      ...client,
      scopes: orOne(usable(client.scopes)),
      ...(defaultRedirectUri !== undefined &&
        client.callbackUrls.includes(defaultRedirectUri) && { defaultRedirectUri }),
    })),
    endpoints: spec.endpoints.map(endpoint => ({
      ...endpoint,
      scopes: endpoint.auth === 'access_token' ? orOne(usable(endpoint.scopes)) : [],
    })),
  }
}

/** A machine client has a secret, custom scopes and no URLs; any other has a callback URL. */
function suitGrants(spec: Spec): Spec {
  const declared = fullScopes(spec)
  return {
    ...spec,
    clients: spec.clients.map(({ defaultRedirectUri, ...client }) =>
      client.grants.includes('client_credentials')
        ? {
            ...client,
            grants: ['client_credentials'],
            generateSecret: true,
            scopes: client.scopes.every(scope => scope.includes('/')) ? client.scopes : declared.slice(0, 1),
            callbackUrls: [],
            logoutUrls: [],
          }
        : {
            ...client,
            callbackUrls: client.callbackUrls.length > 0 ? client.callbackUrls : ['https://new.example/in'],
            ...(defaultRedirectUri !== undefined && { defaultRedirectUri: client.callbackUrls[0] }),
          },
    ),
  }
}

/** No refresh tokens rotate. */
const withoutRotation = (spec: Spec): Spec => ({
  ...spec,
  clients: spec.clients.map(({ refreshTokenRotation: _, ...client }) => client),
})

/** Where refresh tokens rotate, the client lists flows without the one that refreshes. */
const withFlows = (spec: Spec): Spec => ({
  ...spec,
  clients: spec.clients.map(client => {
    if (!client.refreshTokenRotation) return client
    const flows = (client.explicitAuthFlows ?? []).filter(flow => flow !== 'ALLOW_REFRESH_TOKEN_AUTH')
    return { ...client, explicitAuthFlows: flows.length > 0 ? flows : ['ALLOW_USER_SRP_AUTH'] }
  }),
})

/** A pool with a trigger has a tier that allows one. */
const withTier = (spec: Spec): Spec => ({
  ...spec,
  userPool:
    spec.userPool.source === 'new' && spec.userPool.preTokenGeneration
      ? { ...spec.userPool, tier: 'ESSENTIALS' }
      : spec.userPool,
})

/** A default redirect URI is one of the callback URLs. */
const listDefaults = (spec: Spec): Spec => ({
  ...spec,
  clients: spec.clients.map(client => ({
    ...client,
    callbackUrls: [...new Set([...client.callbackUrls, client.defaultRedirectUri ?? []].flat())],
  })),
})

const fullScopes = (spec: Spec): string[] =>
  spec.resourceServers.flatMap(({ identifier, scopes }) => scopes.map(({ name }) => `${identifier}/${name}`))
