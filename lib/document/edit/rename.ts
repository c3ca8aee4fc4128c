import type { Spec } from '../spec'
import { withScopes } from './scope-uses'

/** Gives the resource server at `server` another identifier, in every full scope too. */
export function renameServer(spec: Spec, server: number, identifier: string): Spec {
  const old = spec.resourceServers[server]
  if (!old) return spec
  const others = spec.resourceServers.filter((_, at) => at !== server).map(other => other.identifier)
  const names = old.scopes.map(({ name }) => [`${old.identifier}/${name}`, `${identifier}/${name}`] as const)
  return {
    ...renamed(spec, isAnothers(others, old.identifier, identifier) ? [] : names),
    resourceServers: spec.resourceServers.with(server, { ...old, identifier }),
  }
}

/** Gives the scope at `index` of a resource server another name, wherever it is used too. */
export function renameScope(spec: Spec, server: number, index: number, name: string): Spec {
  const old = spec.resourceServers[server]
  const scope = old?.scopes[index]
  if (!old || !scope) return spec
  const others = old.scopes.filter((_, at) => at !== index).map(other => other.name)
  const full = [`${old.identifier}/${scope.name}`, `${old.identifier}/${name}`] as const
  return {
    ...renamed(spec, isAnothers(others, scope.name, name) ? [] : [full]),
    resourceServers: spec.resourceServers.with(server, {
      ...old,
      scopes: old.scopes.with(index, { ...scope, name }),
    }),
  }
}

/** Once two share a name, nobody can tell any more whose a use of it is: uses stay as they are. */
const isAnothers = (others: readonly string[], ...names: readonly string[]) =>
  names.some(name => others.includes(name))

function renamed(spec: Spec, names: readonly (readonly [string, string])[]): Spec {
  const next = new Map(names)
  return withScopes(spec, scopes => scopes.map(scope => next.get(scope) ?? scope))
}
