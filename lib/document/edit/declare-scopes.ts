import { derivedNames } from '../derived-names'
import type { Spec } from '../spec'

type Server = Spec['resourceServers'][number]

/** A scope that no resource server has yet. */
export interface NewScope {
  /** Of its resource server, which may be new too. */
  readonly identifier: string
  readonly name: string
  readonly description: string
}

/** Adds scopes to the resource servers with their identifiers. Servers that are missing are added at the end. */
export function declareScopes(servers: readonly Server[], scopes: readonly NewScope[]): readonly Server[] {
  const known = new Set(servers.map(({ identifier }) => identifier))
  const missing = new Set(scopes.map(({ identifier }) => identifier).filter(one => !known.has(one)))
  const added = [...missing].map(identifier => ({ identifier, name: serverName(identifier), scopes: [] }))
  return [...servers, ...added].map(server => {
    const own = scopes.filter(({ identifier }) => identifier === server.identifier)
    if (own.length === 0) return server
    return { ...server, scopes: [...server.scopes, ...own.map(({ identifier: _, ...scope }) => scope)] }
  })
}

/** A first name for a resource server: `https://billing.example.com` gives `Billing Example Com API`. */
const serverName = (identifier: string) =>
  derivedNames(identifier.replace(/^\w+:\/\//, ''))['resourceServers.0.name']
