import type { Spec } from '../document/spec'
import { keep } from './keep'
import type { Api, Model, UserPool } from './model'
import { type LastModel, toNodes } from './nodes'
import { isTokenAuth } from './token-auth'

/**
 * Builds the model of a valid spec: references, ids, distinct functions and the tree of paths. A node that is equal to
 * the one of the model before is the same object.
 */
export function toModel(spec: Spec, last?: LastModel): Model {
  const { service, region, stage, userPool: pool } = spec
  const { resourceServers, clients, paths, endpoints, functions, preTokenGeneration } = toNodes(spec, last)
  const api: Api = {
    field: 'api',
    type: spec.api.type,
    name: spec.api.name,
    cors: spec.api.cors && keep(last?.model.api.cors, { field: 'api.cors', ...spec.api.cors }),
    additionalAudiences: spec.api.additionalAudiences ?? [],
    hasAuthorizer: spec.endpoints.some(({ auth }) => isTokenAuth(auth)),
    paths,
  }
  const node = { field: 'userPool', id: 'UserPool' }
  const userPool: UserPool =
    pool.source === 'new'
      ? { ...pool, ...node, preTokenGeneration }
      : { ...pool, domain: pool.domain, ...node }
  return { service, region, stage, userPool, resourceServers, clients, api, endpoints, functions }
}
