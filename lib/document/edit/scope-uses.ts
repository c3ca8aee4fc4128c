import type { Spec } from '../spec'

/** Clients and endpoints that use scopes, and whether an endpoint would keep any scope without them. */
export interface ScopeUses {
  readonly clients: readonly string[]
  readonly endpoints: readonly { readonly name: string; readonly keepsAny: boolean }[]
}

/** Full scopes that would no longer be declared without a resource server, or without one of its scopes. */
export function scopesOf({ resourceServers }: Spec, server: number, index?: number): ReadonlySet<string> {
  const gone = new Set<string>()
  const kept = new Set<string>()
  for (const [at, { identifier, scopes }] of resourceServers.entries())
    for (const [nth, { name }] of scopes.entries())
      (at === server && (index === undefined || nth === index) ? gone : kept).add(`${identifier}/${name}`)
  return new Set([...gone].filter(scope => !kept.has(scope)))
}

/** Finds the clients and endpoints that use any of these scopes. */
export const usesOf = ({ clients, endpoints }: Spec, scopes: ReadonlySet<string>): ScopeUses => ({
  clients: clients.filter(client => listOf(client).some(scope => scopes.has(scope))).map(({ name }) => name),
  endpoints: endpoints
    .filter(endpoint => listOf(endpoint).some(scope => scopes.has(scope)))
    .map(endpoint => ({
      name: `${endpoint.method} ${endpoint.path}`,
      keepsAny: listOf(endpoint).some(scope => !scopes.has(scope)),
    })),
})

/** Changes the scopes of every client and endpoint. */
export const withScopes = (spec: Spec, change: (scopes: readonly string[]) => string[]): Spec => ({
  ...spec,
  clients: spec.clients.map(client => ({ ...client, scopes: change(listOf(client)) })),
  endpoints: spec.endpoints.map(endpoint => ({ ...endpoint, scopes: change(listOf(endpoint)) })),
})

/** The list can be missing in an unfinished form. */
const listOf = ({ scopes }: { readonly scopes?: readonly string[] }): readonly string[] => scopes ?? []
