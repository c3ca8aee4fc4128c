import type { Model } from '../../model/model'
import { routeCount } from '../../model/route-count'
import { allFunctions } from '../../model/trigger'
import { identityCount } from '../../template/resource-count'
import { isInBody } from './rest-body'

/** Counts the resources of the expanded template: each function has a role, each event a permission. */
export function expandedCount(model: Model): number {
  const { api, endpoints } = model
  const common = identityCount(model) + 2 * allFunctions(model).length
  // The API and its stage, and a deployment for REST.
  if (api.type === 'http') return common + 2 + routeCount(model)
  const inBody = endpoints.filter(endpoint => isInBody(api, endpoint))
  const granted = new Set(inBody.map(endpoint => endpoint.function)).size
  return common + 3 + endpoints.length - inBody.length + granted
}
