import type { Model } from '../model/model'
import { routeCount } from '../model/route-count'
import { triggerOf } from '../model/trigger'

/** Counts the resources of the CloudFormation template without building it. */
export function resourceCount(model: Model): number {
  const { length: functions } = model.functions
  // A function and its permission each, the trigger's function, and one role.
  return (
    identityCount(model) +
    (model.api.type === 'rest' ? restCount(model) : httpCount(model)) +
    2 * functions +
    (triggerOf(model) ? 1 : 0) +
    1
  )
}

/** Counts the resources of Cognito, with the permission of the trigger. */
export const identityCount = ({ userPool, resourceServers, clients }: Model): number =>
  (userPool.source === 'new' ? 2 : 0) +
  (triggerOf({ userPool }) ? 1 : 0) +
  resourceServers.length +
  clients.length +
  (userPool.managedLogin ? clients.filter(({ interactive }) => interactive).length : 0)

/** API, deployment and stage, authorizer, path resources, methods, preflights and two gateway responses. */
const restCount = ({ api, endpoints }: Model): number =>
  3 +
  (api.hasAuthorizer ? 1 : 0) +
  api.paths.length +
  endpoints.length +
  (api.cors ? new Set(endpoints.map(({ path }) => path)).size + 2 : 0)

/** API and stage, authorizer, integrations and routes. */
const httpCount = (model: Model): number =>
  2 + (model.api.hasAuthorizer ? 1 : 0) + model.functions.length + routeCount(model)
