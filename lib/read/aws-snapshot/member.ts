import { entryOf, type MapNode } from '../../source/node'

/** The snapshot key for a single AWS response; undefined for anything else. */
export function snapshotMember(root: MapNode): string | undefined {
  const has = (key: string) => entryOf(root, key) !== undefined
  if (listKey(root) !== undefined) return 'authorizers'
  if (has('UserPool')) return 'userPool'
  if (has('UserPoolClient') || isClient(root)) return 'clients'
  if (has('ResourceServers') || has('ResourceServer')) return 'resourceServers'
  if (has('DomainDescription')) return 'domain'
  if (has('rootResourceId') || (has('id') && has('endpointConfiguration'))) return 'restApi'
  if (has('ApiId') && has('ProtocolType')) return 'httpApi'
  const list = entryOf(root, 'items')?.value ?? entryOf(root, 'Items')?.value
  const first = list?.kind === 'list' ? list.items.find(({ kind }) => kind === 'map') : undefined
  if (first?.kind !== 'map' || list?.kind !== 'list') return undefined
  const some = (key: string) => list.items.some(item => item.kind === 'map' && entryOf(item, key))
  if (some('resourceMethods') || (some('path') && some('id'))) return 'resources'
  if (some('AuthorizerType') || list.items.some(item => item.kind === 'map' && isRestAuthorizer(item)))
    return 'authorizers'
  if (some('RouteKey')) return 'routes'
  return some('responseType') ? 'gatewayResponses' : undefined
}

/** What `describe-user-pool-client --query UserPoolClient` answers: the client itself. A list of clients has names only. */
export const isClient = (root: MapNode): boolean =>
  ['UserPoolId', 'ClientId', 'RefreshTokenValidity'].every(key => entryOf(root, key) !== undefined)

/** Where a list would have the answer of `get-authorizer`, which is one authorizer; undefined for other answers. */
export function listKey(root: MapNode): 'items' | 'Items' | undefined {
  const has = (key: string) => entryOf(root, key) !== undefined
  if (has('AuthorizerId') && has('AuthorizerType')) return 'Items'
  return isRestAuthorizer(root) ? 'items' : undefined
}

/** An authorizer of a pool or of a function. */
const isRestAuthorizer = (map: MapNode): boolean =>
  entryOf(map, 'id') !== undefined &&
  ['authType', 'providerARNs', 'authorizerUri'].some(key => entryOf(map, key))
