import { isGreedy, isVariable, segmentsOf } from '../document/endpoint-path'
import type { Endpoint, Model } from '../model/model'
import { isTokenAuth } from '../model/token-auth'
import type { JsonObject } from '../token/json'
import { API_ID } from './call'
import { lambdaEvent } from './event'
import { match } from './route'

/**
 * The event that the function of an endpoint receives when it is called with these claims: a request without query and
 * body, with the name of every path variable as its value, at the time of issue of the token.
 */
export function exampleEvent(model: Model, endpoint: Endpoint, claims: JsonObject | undefined): JsonObject {
  const path = `/${segmentsOf(endpoint.path).map(exampleSegment).join('/')}`
  const method = endpoint.method === 'ANY' ? 'GET' : endpoint.method
  const found = match({ ...model, endpoints: [endpoint] }, method, path)
  const iat = claims?.iat
  return lambdaEvent({
    model,
    endpoint,
    pathParameters: found?.pathParameters ?? {},
    request: {
      method,
      path,
      query: '',
      headers: [
        ['Host', `${API_ID}.execute-api.${model.region}.amazonaws.com`],
        ...(isTokenAuth(endpoint.auth) ? ([['Authorization', 'Bearer <token>']] as const) : []),
      ],
      body: new Uint8Array(),
      sourceIp: '203.0.113.10',
      port: 443,
      scheme: 'https',
    },
    ...(claims && isTokenAuth(endpoint.auth) && { claims }),
    time: typeof iat === 'number' ? iat * 1000 : 0,
    requestId: model.api.type === 'rest' ? 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef' : 'JKJaXmPLvHcESHA=',
  })
}

const exampleSegment = (segment: string): string =>
  isVariable(segment) ? segment.slice(1, isGreedy(segment) ? -2 : -1) : segment
