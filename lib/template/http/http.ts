import type { Endpoint, Model } from '../../model/model'
import { firstOfEachAuth } from '../first-of-each-auth'
import type { Output, Resource } from '../template'
import { getAtt } from '../value'
import { API, defaultStage, httpApi, integration, jwtAuthorizer } from './http-api'
import { preflightRoute, route } from './route'

/** The resources of an HTTP API: its endpoints are routes, live on its default stage. */
export function http(model: Model): readonly Resource[] {
  const { api, endpoints, functions } = model
  const first = firstOfEachAuth(endpoints)
  const firstPreflight = endpoints.find(needsPreflight)
  return [
    httpApi(api, endpoints),
    ...(api.hasAuthorizer ? [jwtAuthorizer(model)] : []),
    ...functions.map(node => integration(node)),
    ...endpoints.flatMap(endpoint => [
      route(endpoint, first.has(endpoint)),
      ...(api.cors && needsPreflight(endpoint)
        ? [preflightRoute(endpoint, endpoint === firstPreflight)]
        : []),
    ]),
    defaultStage,
  ]
}

export const needsPreflight = ({ method, auth }: Endpoint): boolean => method === 'ANY' && auth !== 'none'

export const httpOutput: Output = {
  name: 'ApiUrl',
  description: 'Base URL of the API',
  value: getAtt(API, 'ApiEndpoint'),
  note: { field: 'api' },
}
