import { setting } from '../deployed/client'
import { whole } from '../deployed/compare'
import type { Endpoint } from '../deployed/deployed'
import { listingOf } from '../deployed/questions'
import { appendItems } from '../source/insert'
import type { Proposal } from './finding'
import type { Facts } from './rule'
import { withItsServer } from './write-scope'

/** There is one right thing when one client is there to give the scope to. */
export function proposeClientScope(endpoint: Endpoint, facts: Facts): readonly Proposal[] {
  const { access } = facts
  const pools = access.poolsOf(endpoint)
  const clients = pools.flatMap(pool => access.clientsOf(pool))
  const [client] = clients
  if (!client || clients.length > 1 || client.belongs.is !== true) return []
  const list = setting(client.thing, 'AllowedOAuthScopes')
  if (list.kind !== 'list' || !list.node) return []
  const { node } = list
  return listingOf(endpoint.scopes).items.flatMap(({ text }) => {
    const scope = whole(text)
    if (scope === undefined) return []
    const allow = { label: `Allow ${scope} for ${client.thing.id}`, edits: [appendItems(node, scope)] }
    return [withItsServer(client.thing, scope, allow, facts)]
  })
}
