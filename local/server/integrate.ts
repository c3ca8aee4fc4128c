import { corsHeaders } from '../../lib/gateway/cors'
import { type OwnAnswer, ownAnswer } from '../../lib/gateway/own-answer'
import type { Answer, GatewayRequest } from '../../lib/gateway/request'
import { resultAnswer } from '../../lib/gateway/result'
import type { Endpoint, Model } from '../../lib/model/model'
import type { JsonObject } from '../../lib/token/json'
import type { Called, Functions } from '../invoke/functions'
import { forward } from '../invoke/upstream'
import type { RequestCode } from './log'

/** An allowed request on its way to the function. */
export interface Allowed {
  readonly model: Model
  readonly request: GatewayRequest
  readonly endpoint: Endpoint
  readonly event: JsonObject
  /** The event as JSON. */
  readonly payload: string
  readonly requestId: string
}

export interface Integrated {
  readonly answer: Answer
  readonly failure?: { readonly code: RequestCode; readonly reason: string }
}

export type Integration = (allowed: Allowed) => Promise<Integrated>

/** What Lambda accepts as an event and as a result: 6 MB (guide, "Lambda quotas"). */
const MAX_BYTES = 6 * 1024 * 1024

/** Whether Lambda would not accept the text: bytes count, and a character has three at most. */
const isTooLarge = (text: string): boolean =>
  text.length * 3 > MAX_BYTES && Buffer.byteLength(text) > MAX_BYTES

/** Calls the function of an endpoint, or the upstream server, and makes the answer of what comes back. */
export function makeIntegration(options: {
  readonly functions: Functions
  readonly upstream?: URL
  readonly stub: boolean
  readonly timeout: () => number
}): Integration {
  const { functions, upstream, stub, timeout } = options
  return upstream
    ? allowed => viaUpstream(upstream, allowed, timeout())
    : allowed => viaFunction(functions, stub, allowed, timeout())
}

function failed({ model, request }: Allowed, kind: OwnAnswer, code: RequestCode, reason: string): Integrated {
  return { answer: ownAnswer(model.api, kind, request), failure: { code, reason } }
}

const late = (allowed: Allowed, name: string, timeout: number): Integrated =>
  failed(
    allowed,
    'integration-timeout',
    'TIMEOUT',
    `${name} took longer than ${timeout / 1000} s, the timeout of the integration.`,
  )

async function viaFunction(
  functions: Functions,
  stub: boolean,
  allowed: Allowed,
  timeout: number,
): Promise<Integrated> {
  const { endpoint, payload, requestId, model, request } = allowed
  if (stub && !functions.has(endpoint.function))
    return {
      answer: { status: 200, headers: [['content-type', 'application/json']], body: payload },
    }
  if (isTooLarge(payload))
    return failed(
      allowed,
      'payload-too-large',
      'TOO_LARGE',
      'The event is larger than 6 MB, which Lambda does not accept.',
    )
  const called = await orLate(functions.invoke(endpoint.function, payload, requestId), timeout)
  const name = endpoint.function.handler
  switch (called.kind) {
    case 'late':
      return late(allowed, name, timeout)
    case 'timeout':
      return failed(allowed, 'function-failed', 'TIMEOUT', `${name}: ${called.reason}.`)
    case 'missing':
    case 'failed':
      return failed(allowed, 'function-failed', 'HANDLER_ERROR', `${name}: ${called.reason}`)
    case 'result': {
      if (isTooLarge(called.json))
        return failed(allowed, 'function-failed', 'HANDLER_ERROR', `${name}: its result is larger than 6 MB.`)
      const { answer, malformed } = resultAnswer(model, JSON.parse(called.json), request)
      return malformed === undefined
        ? { answer }
        : { answer, failure: { code: 'HANDLER_ERROR', reason: `${name}: malformed result: ${malformed}.` } }
    }
  }
}

const orLate = (called: Promise<Called>, timeout: number): Promise<Called | { readonly kind: 'late' }> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve({ kind: 'late' }), timeout)
    called.then(resolve, reject).finally(() => clearTimeout(timer))
  })

async function viaUpstream(upstream: URL, allowed: Allowed, timeout: number): Promise<Integrated> {
  const { model, request, event } = allowed
  const signal = AbortSignal.timeout(timeout)
  const came = await forward(upstream, request, event, signal)
  if (!came.ok && signal.aborted) return late(allowed, upstream.origin, timeout)
  if (!came.ok) return failed(allowed, 'upstream-failed', 'UPSTREAM_ERROR', came.reason)
  const cors = model.api.type === 'http' ? corsHeaders(model.api, request) : []
  return { answer: { ...came.value, headers: [...came.value.headers, ...cors] } }
}
