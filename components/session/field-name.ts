import type { FieldPath } from '@/lib/document/field-path'

const WORDS: Readonly<Record<string, string>> = {
  service: 'Service name',
  region: 'Region',
  stage: 'Stage',
  userPool: 'User pool',
  'userPool.source': 'User pool',
  'userPool.name': 'User pool name',
  'userPool.tier': 'Feature plan',
  'userPool.domainPrefix': 'Domain prefix',
  'userPool.managedLogin': 'Login pages',
  'userPool.userPoolId': 'User pool id',
  'userPool.domain': 'Domain',
  resourceServers: 'Resource servers',
  'resourceServers.*': 'Resource server',
  'resourceServers.*.identifier': 'Identifier',
  'resourceServers.*.name': 'Name',
  'resourceServers.*.scopes': 'Scopes',
  'resourceServers.*.scopes.*': 'Scope',
  'resourceServers.*.scopes.*.name': 'Scope',
  'resourceServers.*.scopes.*.description': 'Description of scope',
  clients: 'Clients',
  'clients.*': 'Client',
  'clients.*.name': 'Client name',
  'clients.*.grants': 'Grants',
  'clients.*.grants.*': 'Grant',
  'clients.*.generateSecret': 'Client secret',
  'clients.*.scopes': 'Scopes',
  'clients.*.scopes.*': 'Scope',
  'clients.*.callbackUrls': 'Redirect URIs',
  'clients.*.callbackUrls.*': 'Redirect URI',
  'clients.*.defaultRedirectUri': 'Default redirect URI',
  'clients.*.logoutUrls': 'Sign-out URIs',
  'clients.*.logoutUrls.*': 'Sign-out URI',
  'clients.*.identityProviders': 'Identity providers',
  'clients.*.identityProviders.*': 'Identity provider',
  'clients.*.tokenValidity': 'Token lifetimes',
  'clients.*.tokenValidity.accessTokenMinutes': 'Access token lifetime',
  'clients.*.tokenValidity.idTokenMinutes': 'ID token lifetime',
  'clients.*.tokenValidity.refreshTokenDays': 'Refresh token lifetime',
  api: 'API',
  'api.type': 'API type',
  'api.name': 'API name',
  'api.cors': 'CORS',
  'api.cors.allowOrigins': 'Allowed origins',
  'api.cors.allowOrigins.*': 'Allowed origin',
  endpoints: 'Endpoints',
  'endpoints.*': 'Endpoint',
  'endpoints.*.method': 'Method',
  'endpoints.*.path': 'Path',
  'endpoints.*.auth': 'Authorization',
  'endpoints.*.scopes': 'Scopes',
  'endpoints.*.scopes.*': 'Scope',
  'endpoints.*.handler': 'Handler',
}

/** The word on the form for a field, numbered where it is one of several: `Redirect URI 4`. */
export function fieldName(path: FieldPath): string {
  if (path === '') return 'Document'
  const word = WORDS[path.replaceAll(/(?<=\.)\d+/g, '*')] ?? path.slice(path.lastIndexOf('.') + 1)
  const place = /\.(\d+)(?:\.(?:name|description))?$/.exec(path)?.[1]
  // A client's or a server's own name needs no number: what it belongs to says which.
  const numbered = place !== undefined && (/\.\d+$/.test(path) || word.endsWith('cope'))
  return numbered ? `${word} ${Number(place) + 1}` : word
}

interface Named {
  readonly clients?: readonly ({ readonly name?: unknown } | undefined)[]
  readonly resourceServers?: readonly ({ readonly identifier?: unknown } | undefined)[]
  readonly endpoints?: readonly ({ readonly method?: unknown; readonly path?: unknown } | undefined)[]
}

/** The same, with what it belongs to: `Redirect URI 4 of user-pool-client`. */
export function fullFieldName(path: FieldPath, values: Named): string {
  const [list, index = '', ...rest] = path.split('.')
  const at = Number(index)
  const client = values.clients?.[at]
  const server = values.resourceServers?.[at]
  const endpoint = values.endpoints?.[at]
  const owner =
    list === 'clients'
      ? client?.name
      : list === 'resourceServers'
        ? server?.identifier
        : list === 'endpoints' && endpoint
          ? `${endpoint.method ?? ''} ${endpoint.path ?? ''}`.trim()
          : undefined
  if (rest.length === 0 || typeof owner !== 'string' || owner === '') {
    const parent = rest.length > 0 ? ` of ${fieldName(`${list}.${index}`).toLowerCase()}` : ''
    return index !== '' && Number.isInteger(at) ? `${fieldName(path)}${parent}` : fieldName(path)
  }
  return `${fieldName(path)} of ${owner}`
}
