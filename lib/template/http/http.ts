import type { Auth, Endpoint, Model } from '../../model/model'
import type { Output, Resource } from '../template'
import { getAtt } from '../value'
import { API, defaultStage, httpApi, integration, jwtAuthorizer } from './http-api'
import { preflightRoute, route } from './route'

/** An HTTP API with the routes of the endpoints, live on its default stage. */
export function http(model: Model): readonly Resource[] {
  const { api } = model
  const seen = new Set<Auth>()
  const first = api.cors && model.endpoints.find(needsPreflight)
  const routes = model.endpoints.flatMap(endpoint => {
    const explained = !seen.has(endpoint.auth)
    seen.add(endpoint.auth)
    const made = route(endpoint, explained)
    return api.cors && needsPreflight(endpoint)
      ? [made, preflightRoute(endpoint, endpoint === first)]
      : [made]
  })
  return [
    httpApi(api, model.endpoints),
    ...(api.hasAuthorizer ? [jwtAuthorizer(model)] : []),
    ...model.functions.map(integration),
    ...routes,
    defaultStage,
  ]
}

const needsPreflight = ({ method, auth }: Endpoint): boolean => method === 'ANY' && auth !== 'none'

export const httpOutput: Output = {
  name: 'ApiUrl',
  description: 'The API; the paths of the endpoints follow',
  value: getAtt(API, 'ApiEndpoint'),
  note: { field: 'api' },
}
