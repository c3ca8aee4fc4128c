import type { Auth, Model } from '../../model/model'
import type { Output, Resource } from '../template'
import { pseudo, ref, sub } from '../value'
import { authorizer } from './authorizer'
import { deployment } from './deployment'
import { gatewayResponses } from './gateway-response'
import { method } from './method'
import { preflights } from './preflight'
import { API, apiStage, pathResource, restApi } from './rest-api'

/** A REST API with the methods of the endpoints, deployed to one stage. */
export function rest(model: Model): readonly Resource[] {
  const { api } = model
  const seen = new Set<Auth>()
  const methods = model.endpoints.map(endpoint => {
    const explained = !seen.has(endpoint.auth)
    seen.add(endpoint.auth)
    return method(endpoint, explained)
  })
  const deployedParts = [...methods, ...preflights(model), ...gatewayResponses(api, API)]
  const snapshot = deployment(model, deployedParts)
  return [
    restApi(api),
    ...(api.hasAuthorizer ? [authorizer(model.userPool, API)] : []),
    ...api.paths.map(pathResource),
    ...deployedParts,
    snapshot,
    apiStage(snapshot.logicalId),
  ]
}

export const restOutput: Output = {
  name: 'ApiUrl',
  description: 'The API; the paths of the endpoints follow',
  value: sub`https://${ref(API)}.execute-api.${pseudo('Region')}.${pseudo('URLSuffix')}/${ref('ApiStage')}`,
  note: { field: 'api' },
}
