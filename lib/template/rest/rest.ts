import type { Model } from '../../model/model'
import { firstOfEachAuth } from '../first-of-each-auth'
import type { Output, Resource } from '../template'
import { pseudo, ref, sub } from '../value'
import { authorizer } from './authorizer'
import { deployment } from './deployment'
import { gatewayResponses } from './gateway-response'
import { method } from './method'
import { preflights } from './preflight'
import { API, apiStage, pathResource, restApi } from './rest-api'

/** The resources of a REST API: its endpoints are methods, deployed to one stage. */
export function rest(model: Model): readonly Resource[] {
  const { api, endpoints } = model
  const first = firstOfEachAuth(endpoints)
  const deployedParts = [
    ...endpoints.map(endpoint => method(endpoint, first.has(endpoint))),
    ...preflights(model),
    ...gatewayResponses(api, API),
  ]
  const snapshot = deployment(model, deployedParts)
  return [
    restApi(api),
    ...(api.hasAuthorizer ? [authorizer(model.userPool, API)] : []),
    ...api.paths.map(node => pathResource(node)),
    ...deployedParts,
    snapshot,
    apiStage(snapshot.logicalId),
  ]
}

export const restOutput: Output = {
  name: 'ApiUrl',
  description: 'Base URL of the API',
  value: sub`https://${ref(API)}.execute-api.${pseudo('Region')}.${pseudo('URLSuffix')}/${ref('ApiStage')}`,
  note: { field: 'api' },
}
