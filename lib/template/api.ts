import type { Model } from '../model/model'
import { triggerOf } from '../model/trigger'
import { functionRole, lambdaFunction, permission } from './function'
import { http, httpOutput } from './http/http'
import { rest, restOutput } from './rest/rest'
import type { Template } from './template'
import { triggerFunction } from './trigger'

/** The API Gateway half: API, authorizer, endpoints and their functions, with that of the pool's trigger. */
export function api(model: Model): Template {
  const isHttp = model.api.type === 'http'
  const trigger = triggerOf(model)
  return {
    parameters: [],
    resources: [
      ...(isHttp ? http(model) : rest(model)),
      functionRole,
      ...model.functions.flatMap((node, i) => [lambdaFunction(node, model.api, i === 0), permission(node)]),
      ...(trigger ? [triggerFunction(trigger, model)] : []),
    ],
    outputs: [isHttp ? httpOutput : restOutput],
  }
}
