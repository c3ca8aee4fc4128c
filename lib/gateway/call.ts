import type { Endpoint, Model } from '../model/model'
import type { JsonObject } from '../token/json'
import type { GatewayRequest } from './request'

/** Everything that decides the event of a function. */
export interface Call {
  readonly model: Model
  readonly request: GatewayRequest
  readonly endpoint: Endpoint
  readonly pathParameters: Readonly<Record<string, string>>
  /** Claims of the token that was allowed; absent where no token was required. */
  readonly claims?: JsonObject
  /** Milliseconds since 1970. */
  readonly time: number
  /** A UUID on a REST API, 15 letters, digits and `=` on an HTTP API. */
  readonly requestId: string
}

/**
 * The second id of a request, 15 characters and `=`: `extendedRequestId` in the event of a REST API and the header
 * `x-amz-apigw-id`, which have the same value. AWS does not document its form.
 */
export const extendedRequestId = (requestId: string): string =>
  `${requestId.replaceAll('-', '').slice(0, 15)}=`

/** An account id that belongs to nobody. */
export const ACCOUNT_ID = '123456789012'

/** An API id in the form that API Gateway gives them. */
export const API_ID = 'local00api'
