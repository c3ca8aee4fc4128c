import type { Model } from '../model/model'
import type { JsonValue } from '../token/json'
import { corsHeaders } from './cors'
import { httpResult } from './http-result'
import { ownAnswer } from './own-answer'
import type { Answer, GatewayRequest } from './request'
import { restResult } from './rest-result'

/** What a function's result becomes on the wire; `malformed` says what API Gateway does not accept about it. */
export interface Returned {
  readonly answer: Answer
  readonly malformed?: string
}

/** The response that API Gateway creates from what a Lambda function returned. */
export function resultAnswer(model: Model, result: JsonValue, request: GatewayRequest): Returned {
  const read = model.api.type === 'rest' ? restResult(result) : httpResult(result)
  if (!read.ok) return { answer: ownAnswer(model.api, 'function-failed', request), malformed: read.reason }
  const { answer } = read
  if (model.api.type === 'rest') return { answer }
  // With CORS on an HTTP API its headers replace those of the function (guide, "Configure CORS for HTTP APIs").
  const cors = corsHeaders(model.api, request)
  const own = answer.headers.filter(([name]) => !model.api.cors || !/^access-control-/i.test(name))
  return { answer: { ...answer, headers: [...own, ...cors] } }
}
