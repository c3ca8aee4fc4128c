import type { Model } from '../model/model'
import { functionRole, lambdaFunction, permission, placeholder } from './function'
import { http, httpOutput } from './http/http'
import { rest, restOutput } from './rest/rest'
import type { Template } from './template'

/** The API Gateway half: API, authorizer, endpoints, and the functions behind them. */
export function api(model: Model): Template {
  const isHttp = model.api.type === 'http'
  const standIn = placeholder(model.api)
  return {
    parameters: [],
    resources: [
      ...(isHttp ? http(model) : rest(model)),
      functionRole,
      ...model.functions.flatMap((node, i) => [lambdaFunction(node, standIn, i === 0), permission(node)]),
    ],
    outputs: [isHttp ? httpOutput : restOutput],
  }
}
