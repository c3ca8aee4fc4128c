import type { Model } from '../model/model'
import { functionRole, lambdaFunction, permission } from './function'
import { http, httpOutput } from './http/http'
import { rest, restOutput } from './rest/rest'
import type { Template } from './template'

/** The API Gateway half: API, authorizer, endpoints and their functions. */
export function api(model: Model): Template {
  const isHttp = model.api.type === 'http'
  return {
    parameters: [],
    resources: [
      ...(isHttp ? http(model) : rest(model)),
      functionRole,
      ...model.functions.flatMap((node, i) => [lambdaFunction(node, model.api, i === 0), permission(node)]),
    ],
    outputs: [isHttp ? httpOutput : restOutput],
  }
}
