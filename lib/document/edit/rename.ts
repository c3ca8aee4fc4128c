import type { Spec } from '../spec'
import { withScopes } from './scope-uses'

/** Changes the identifier of a resource server, also in every full scope. */
export function renameServer(spec: Spec, server: number, identifier: string): Spec {
  const old = spec.resourceServers[server]
  if (!old) return spec
  const others = spec.resourceServers.filter((_, at) => at !== server).map(other => other.identifier)
  const names = old.scopes.map(({ name }) => [`${old.identifier}/${name}`, `${identifier}/${name}`] as const)
  const shared = isShared(others, old.identifier, identifier)
  const { additionalAudiences } = spec.api
  return {
    ...renamed(spec, shared ? [] : [...names, [old.identifier, identifier]]),
    resourceServers: spec.resourceServers.with(server, { ...old, identifier }),
    ...(additionalAudiences?.includes(old.identifier) &&
      !shared && {
        api: {
          ...spec.api,
          additionalAudiences: additionalAudiences.map(audience =>
            audience === old.identifier ? identifier : audience,
          ),
        },
      }),
  }
}

/** Renames a scope of a resource server, also wherever it is used. */
export function renameScope(spec: Spec, server: number, index: number, name: string): Spec {
  const old = spec.resourceServers[server]
  const scope = old?.scopes[index]
  if (!old || !scope) return spec
  const others = old.scopes.filter((_, at) => at !== index).map(other => other.name)
  const full = [`${old.identifier}/${scope.name}`, `${old.identifier}/${name}`] as const
  return {
    ...renamed(spec, isShared(others, scope.name, name) ? [] : [full]),
    resourceServers: spec.resourceServers.with(server, {
      ...old,
      scopes: old.scopes.with(index, { ...scope, name }),
    }),
  }
}

/** True if another item has the old or the new name: it is then unclear which one a use refers to, so uses stay as they are. */
const isShared = (others: readonly string[], ...names: readonly string[]) =>
  names.some(name => others.includes(name))

function renamed(spec: Spec, names: readonly (readonly [string, string])[]): Spec {
  const next = new Map(names)
  const { acknowledged } = spec
  return {
    ...withScopes(spec, scopes => scopes.map(scope => next.get(scope) ?? scope)),
    ...(acknowledged && {
      acknowledged: acknowledged.map(entry =>
        entry.at !== undefined && next.has(entry.at) ? { ...entry, at: next.get(entry.at) } : entry,
      ),
    }),
  }
}
