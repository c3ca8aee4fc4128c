import type { JsonObject } from '../token/json'
import type { Call } from './call'
import { httpEvent } from './http-event'
import { restEvent } from './rest-event'

/** The event a Lambda function receives: format 1.0 of a REST API, 2.0 of an HTTP API. */
export const lambdaEvent = (call: Call): JsonObject =>
  call.model.api.type === 'rest' ? restEvent(call) : httpEvent(call)
