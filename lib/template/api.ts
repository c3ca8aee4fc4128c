import type { Model } from '../model/model'
import { triggerOf } from '../model/trigger'
import { functionRole, lambdaFunction, permission } from './function'
import { http, httpOutput } from './http/http'
import { rest, restOutput } from './rest/rest'
import type { Resource, Template } from './template'
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
      ...endpointFunctions(model),
      ...(trigger ? [triggerFunction(trigger, model)] : []),
    ],
    outputs: [isHttp ? httpOutput : restOutput],
  }
}

/** Each function and its permission. A loop, because `flatMap` takes several times as long for 300 of them. */
function endpointFunctions({ functions, api: { type, cors } }: Model): readonly Resource[] {
  const made: Resource[] = []
  for (const node of functions)
    made.push(lambdaFunction(node, type, cors, made.length === 0), permission(node))
  return made
}
