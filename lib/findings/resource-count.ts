import type { Model } from '../model/model'

/** How many CloudFormation resources each output format makes of a model. */
export interface ResourceCounts {
  readonly cloudformation: number
  readonly serverless: number
  readonly cdk: number
}

/** Counts without printing; tests hold them against what the tools of each format compile. */
export function resourceCounts(model: Model): ResourceCounts {
  const common = identityCount(model) + (model.api.type === 'rest' ? restCount(model) : httpCount(model))
  const { length: functions } = model.functions
  // A function and its permission each, and one role.
  const cloudformation = common + 2 * functions + 1
  // A log group for each function, the deployment bucket and its policy; a stage of a REST API is no resource.
  const serverless = cloudformation + functions + 2 - (model.api.type === 'rest' ? 1 : 0)
  return { cloudformation, serverless, cdk: cloudformation }
}

const identityCount = ({ userPool, resourceServers, clients }: Model): number =>
  (userPool.source === 'new' ? 2 : 0) +
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

/** Routes of an HTTP API: with CORS an authorized ANY has an OPTIONS beside it. */
export const routeCount = ({ api, endpoints }: Model): number =>
  endpoints.length +
  (api.cors ? endpoints.filter(({ method, auth }) => method === 'ANY' && auth !== 'none').length : 0)
