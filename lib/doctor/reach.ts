import { amongMembers } from '../deployed/access'
import { outside } from '../deployed/cause'
import type { Endpoint, Link, UserPool } from '../deployed/deployed'
import { anyItem, listingOf } from '../deployed/questions'
import { all, no, not, some, someFor, type Truth, undecided } from '../deployed/truth'
import type { Facts } from './rule'
import { isShort } from './short-scope'

const NO_CLIENT = outside('client', 'No client of the user pool is in these files.')

/** Whether a client in these files can get one of the scopes of an endpoint. Undecided where the clients are elsewhere. */
export const isObtainable = (endpoint: Endpoint, facts: Facts): Truth =>
  ofPools(endpoint, facts, pool => {
    const { access, deployed } = facts
    const clients = access.clientsOf(pool)
    const found = someFor(clients, ({ thing, belongs }) =>
      all(
        belongs,
        anyItem(listingOf(endpoint.scopes), scope => access.canObtain(thing, scope)),
      ),
    )
    return amongMembers(found, clients, pool, deployed, NO_CLIENT)
  })

/** Do all clients of the endpoint's pools sign in through the SDK only? No, where there are none. */
export const allSdkOnly = (endpoint: Endpoint, facts: Facts): Truth =>
  ofPools(endpoint, facts, facts.access.isForSdkOnly)

/** Is one of its scopes short, or certainly not declared? */
export function hasUndeclared(endpoint: Endpoint, { access }: Facts): Truth {
  const pools = access.poolsOf(endpoint)
  return anyItem(listingOf(endpoint.scopes), scope =>
    some(
      isShort(scope),
      pools.length === 0 ? no : not(someFor(pools, pool => access.isDeclared(scope, pool))),
    ),
  )
}

/** A key of the authorizer may be misspelt. */
export const namesNoPool = ({ authorizer }: Endpoint): Truth => {
  const id = authorizer.kind === 'one' ? authorizer.to.id : 'the authorizer'
  return undecided(outside(`user pool of ${id}`, `${id} names no user pool. Check the spelling of its keys.`))
}

function ofPools(endpoint: Endpoint, { access }: Facts, ask: (pool: Link<UserPool>) => Truth): Truth {
  const pools = access.poolsOf(endpoint)
  return pools.length === 0 ? namesNoPool(endpoint) : someFor(pools, ask)
}
