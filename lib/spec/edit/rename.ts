import type { Spec } from '../spec'
import { withScopes } from './scope-uses'

/** Gives the resource server at `server` another identifier, in every full scope too. */
export function renameServer(spec: Spec, server: number, identifier: string): Spec {
  const old = spec.resourceServers[server]
  if (!old) return spec
  const names = new Map(old.scopes.map(({ name }) => [`${old.identifier}/${name}`, `${identifier}/${name}`]))
  return {
    ...renamed(spec, names),
    resourceServers: spec.resourceServers.with(server, { ...old, identifier }),
  }
}

/** Gives the scope at `index` of a resource server another name, wherever it is used too. */
export function renameScope(spec: Spec, server: number, index: number, name: string): Spec {
  const old = spec.resourceServers[server]
  const scope = old?.scopes[index]
  if (!old || !scope) return spec
  const names = new Map([[`${old.identifier}/${scope.name}`, `${old.identifier}/${name}`]])
  return {
    ...renamed(spec, names),
    resourceServers: spec.resourceServers.with(server, {
      ...old,
      scopes: old.scopes.with(index, { ...scope, name }),
    }),
  }
}

const renamed = (spec: Spec, names: ReadonlyMap<string, string>): Spec =>
  withScopes(spec, scopes => scopes.map(scope => names.get(scope) ?? scope))
