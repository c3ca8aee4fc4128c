import { whole } from '../deployed/compare'
import type { Endpoint } from '../deployed/deployed'
import type { Facts } from './rule'

/** The full names of the scopes that the resource servers here declare, those of the endpoint's pools only. */
export function declaredScopes({ deployed, access }: Facts, endpoint?: Endpoint): readonly string[] {
  const pools = endpoint ? access.poolsOf(endpoint) : undefined
  const servers = deployed.resourceServers.filter(server => {
    const own = access.poolOf(server)
    return (
      !pools || pools.some(pool => pool.kind !== 'one' || own.kind !== 'one' || pool.to.key === own.to.key)
    )
  })
  return servers.flatMap(server => access.fullScopes(server).items.flatMap(({ text }) => whole(text) ?? []))
}
