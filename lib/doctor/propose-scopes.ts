import { RESERVED_SCOPES, SIGN_IN_SCOPE } from '../aws/scopes'
import { isSdkOnly, scopesOf } from '../deployed/client'
import { whole } from '../deployed/compare'
import type { Client, Endpoint } from '../deployed/deployed'
import { insertEntries, replaceValue } from '../source/insert'
import type { ListNode } from '../source/node'
import type { Proposal } from './finding'
import type { Facts } from './rule'

/** How many scopes are offered. */
const MOST_CHOICES = 5

/**
 * Scopes for an endpoint that requires none. Clients with OAuth: the narrowest declared scope that they share. Clients
 * that sign in through the SDK only: the one scope that their tokens have; a custom one would refuse them for ever.
 */
export function proposeScopes(endpoint: Endpoint, { access }: Facts): readonly Proposal[] {
  const [pool] = access.poolsOf(endpoint)
  if (pool?.kind !== 'one') return []
  const clients = access.clientsOf(pool).flatMap(({ thing, belongs }) => (belongs.is === true ? [thing] : []))
  if (clients.length === 0) return []
  if (clients.every(client => isSdkOnly(client).is === true)) return write(endpoint, SIGN_IN_SCOPE)
  return sharedScopes(clients)
    .slice(0, MOST_CHOICES)
    .flatMap(scope => write(endpoint, scope))
}

/** Custom scopes that every OAuth client may get, those that end in a word for reading first. */
function sharedScopes(clients: readonly Client[]): readonly string[] {
  const lists = clients
    .filter(client => isSdkOnly(client).is !== true)
    .map(client =>
      scopesOf(client).items.flatMap(({ text, sure }) => (sure.is === true ? (whole(text) ?? []) : [])),
    )
  const [first = [], ...rest] = lists
  const shared = first.filter(scope => !isOfCognito(scope) && rest.every(list => list.includes(scope)))
  const byName = [...new Set(shared)].toSorted()
  return [...byName.filter(isForReading), ...byName.filter(scope => !isForReading(scope))]
}

const isOfCognito = (scope: string) => (RESERVED_SCOPES as readonly string[]).includes(scope)
const isForReading = (scope: string) => /\b(?:read|get|list|view)\b/i.test(scope)

function write({ scopes, scopesSlot }: Endpoint, scope: string): readonly Proposal[] {
  const label = `Require ${scope}`
  const list: ListNode | undefined = scopes.kind === 'list' ? scopes.node : undefined
  if (list) return [{ label, edits: [replaceValue(list, [scope])] }]
  if (!scopesSlot || scopes.kind !== 'absent') return []
  const { map, key, after, values, within } = scopesSlot
  const written = { ...values, [key]: [scope] }
  return [
    { label, edits: [insertEntries(map, within === undefined ? written : { [within]: written }, after)] },
  ]
}
