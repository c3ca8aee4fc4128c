import type { Spec } from '../spec'

/** Who lists some scopes, and what would be left without them. */
export interface ScopeUses {
  readonly clients: readonly string[]
  readonly endpoints: readonly { readonly name: string; readonly keepsAny: boolean }[]
}

/** The full scopes that nothing declares any more without the resource server at `server`, or the scope at `index` of it. */
export function scopesOf({ resourceServers }: Spec, server: number, index?: number): ReadonlySet<string> {
  const gone = new Set<string>()
  const kept = new Set<string>()
  for (const [at, { identifier, scopes }] of resourceServers.entries())
    for (const [nth, { name }] of scopes.entries())
      (at === server && (index === undefined || nth === index) ? gone : kept).add(`${identifier}/${name}`)
  return new Set([...gone].filter(scope => !kept.has(scope)))
}

/** Who uses any of these scopes, and would lose it. */
export const usesOf = ({ clients, endpoints }: Spec, scopes: ReadonlySet<string>): ScopeUses => ({
  clients: clients.filter(client => listOf(client).some(scope => scopes.has(scope))).map(({ name }) => name),
  endpoints: endpoints
    .filter(endpoint => listOf(endpoint).some(scope => scopes.has(scope)))
    .map(endpoint => ({
      name: `${endpoint.method} ${endpoint.path}`,
      keepsAny: listOf(endpoint).some(scope => !scopes.has(scope)),
    })),
})

/** The spec with every list of scopes in clients and endpoints changed. */
export const withScopes = (spec: Spec, change: (scopes: readonly string[]) => string[]): Spec => ({
  ...spec,
  clients: spec.clients.map(client => ({ ...client, scopes: change(listOf(client)) })),
  endpoints: spec.endpoints.map(endpoint => ({ ...endpoint, scopes: change(listOf(endpoint)) })),
})

/** A form that is not finished may lack the list. */
const listOf = ({ scopes }: { readonly scopes?: readonly string[] }): readonly string[] => scopes ?? []
