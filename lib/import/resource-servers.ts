import { IDENTIFIER_CHARACTERS } from '../aws/patterns'
import { isReservedScope } from '../aws/scopes'
import type { ResourceServer } from '../deployed/deployed'
import { property } from '../deployed/questions'
import { knownText } from './known-text'
import type { Notes } from './report'

/** A resource server of the spec, not checked yet. */
export interface ImportedServer {
  readonly server: ResourceServer | undefined
  /** Names of scopes that the files use and do not declare. */
  readonly invented: readonly string[]
  readonly value: {
    readonly identifier: string
    readonly name: string
    readonly scopes: readonly { readonly name: string; readonly description: string }[]
  }
}

/** The resource servers of the files, and any others that the scopes of clients and endpoints need. */
export function importServers(
  servers: readonly ResourceServer[],
  used: readonly string[],
  notes: Notes,
): readonly ImportedServer[] {
  const found = new Map<string, ImportedServer>()
  for (const server of servers) {
    const identifier = knownText(server.identifier)
    if (identifier === undefined || found.has(identifier)) {
      const why =
        identifier === undefined
          ? 'Its identifier is not known from these files.'
          : 'Its identifier is used twice.'
      notes.entries.push({
        what: `resource server ${server.id}`,
        at: server.at,
        how: 'left-out',
        into: null,
        why,
      })
      continue
    }
    const value = { identifier, name: nameOf(server, identifier), scopes: scopesOf(server) }
    found.set(identifier, { server, invented: [], value })
    const changed = (what: string, why: string) =>
      notes.entries.push({
        what: `${what} of resource server ${server.id}`,
        at: server.at,
        how: 'changed',
        into: 'resourceServers',
        why,
      })
    if (server.name.kind !== 'absent' && knownText(server.name) !== value.name)
      changed('name', 'It is not known, or has other characters than names of a spec.')
    if (!areScopesKnown(server)) changed('scopes', 'Left out: what these files do not show.')
  }
  for (const scope of used) declare(scope, found)
  if (found.size === 0) {
    const value = {
      identifier: 'change-me',
      name: 'change-me',
      scopes: [{ name: 'read', description: 'change-me' }],
    }
    found.set('change-me', { server: undefined, invented: [], value })
    const why = 'The files contain none of the user pool, and the spec requires one.'
    notes.entries.push({
      what: 'resource server change-me',
      at: null,
      how: 'invented',
      into: 'resourceServers.0',
      why,
    })
  }
  return [...found.values()]
}

const nameOf = (server: ResourceServer, identifier: string) =>
  (knownText(server.name) ?? identifier).replace(/[^\w +=,.@-]/g, '-').slice(0, 256)

function scopesOf({ scopes }: ResourceServer) {
  const found = new Map<string, { readonly name: string; readonly description: string }>()
  for (const { term } of scopes.kind === 'list' ? scopes.items : []) {
    const name = knownText(property(term, 'ScopeName'))
    if (name !== undefined)
      found.set(name, { name, description: knownText(property(term, 'ScopeDescription')) || name })
  }
  return [...found.values()]
}

/** Whether the files show every scope of a server, and its description. */
const areScopesKnown = ({ scopes }: ResourceServer): boolean =>
  scopes.kind === 'absent' ||
  (scopes.kind === 'list' &&
    scopes.items.every(
      ({ term, under }) =>
        !under &&
        knownText(property(term, 'ScopeName')) !== undefined &&
        knownText(property(term, 'ScopeDescription')) !== undefined,
    ))

const SCOPE = new RegExp(`^[${IDENTIFIER_CHARACTERS.characters}]+$`)

/** Whether a resource server can declare a scope: one that it cannot would make the whole server invalid. */
export const canBeDeclared = (scope: string): boolean => SCOPE.test(scope)

/** A scope that nothing in the files declares is declared here: the spec needs that. */
function declare(scope: string, servers: Map<string, ImportedServer>): void {
  const slash = scope.lastIndexOf('/')
  if (isReservedScope(scope) || slash < 1 || !canBeDeclared(scope)) return
  const [identifier, name] = [scope.slice(0, slash), scope.slice(slash + 1)]
  const known = servers.get(identifier)
  if (known?.value.scopes.some(it => it.name === name)) return
  const scopes = [...(known?.value.scopes ?? []), { name, description: name }]
  const label = known?.value.name ?? identifier.replace(/[^\w +=,.@-]/g, '-')
  servers.set(identifier, {
    server: known?.server,
    invented: [...(known?.invented ?? []), name],
    value: { identifier, name: label, scopes },
  })
}

/** The full name of a scope that is written without its identifier, where one server alone declares it. */
export function fullScopeOf(scope: string, servers: readonly ResourceServer[]): string {
  if (scope.includes('/') || isReservedScope(scope)) return scope
  const [only, ...others] = servers.filter(server => scopesOf(server).some(({ name }) => name === scope))
  const identifier = only && others.length === 0 ? knownText(only.identifier) : undefined
  return identifier ? `${identifier}/${scope}` : scope
}
