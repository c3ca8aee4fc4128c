import type { Spec } from '../spec'
import { scopesOf, withScopes } from './scope-uses'

/** Removes a scope, also from everything that uses it. */
export function removeScope(spec: Spec, server: number, index: number): Spec {
  const old = spec.resourceServers[server]
  if (!old) return spec
  return {
    ...without(spec, scopesOf(spec, server, index)),
    resourceServers: spec.resourceServers.with(server, {
      ...old,
      scopes: old.scopes.filter((_, at) => at !== index),
    }),
  }
}

/** Removes a resource server, and its scopes from everything that uses them. */
export const removeServer = (spec: Spec, server: number): Spec => ({
  ...without(spec, scopesOf(spec, server)),
  resourceServers: spec.resourceServers.filter((_, at) => at !== server),
})

const without = (spec: Spec, gone: ReadonlySet<string>): Spec =>
  withScopes(spec, scopes => scopes.filter(scope => !gone.has(scope)))
