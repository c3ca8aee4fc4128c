import { starterEndpoint } from '../presets/new-api'
import type { Spec } from '../spec'
import { declareScopes, type NewScope } from './declare-scopes'

type Endpoint = Spec['endpoints'][number]

/** The one endpoint that a new API starts with, unless it was edited or has others next to it. */
export function starterOf({ endpoints }: Pick<Spec, 'endpoints'>): Endpoint | undefined {
  const [first, ...others] = endpoints
  const isStarter =
    first !== undefined &&
    others.length === 0 &&
    (['method', 'path', 'auth', 'handler'] as const).every(key => first[key] === starterEndpoint[key])
  return isStarter ? first : undefined
}

/**
 * Adds endpoints after all others, and scopes with the resource servers that they need. The endpoint that a new API
 * starts with is replaced.
 */
export function addEndpoints(
  spec: Spec,
  endpoints: readonly Endpoint[],
  scopes: readonly NewScope[] = [],
): Spec {
  const kept = starterOf(spec) && endpoints.length > 0 ? [] : spec.endpoints
  return {
    ...spec,
    endpoints: [...kept, ...endpoints],
    ...(scopes.length > 0 && { resourceServers: [...declareScopes(spec.resourceServers, scopes)] }),
  }
}
