import { randomBytes, randomUUID } from 'node:crypto'
import { MAX_HEADER_BYTES } from '../../lib/aws/token-limits'
import { extendedRequestId } from '../../lib/gateway/call'
import { preflight } from '../../lib/gateway/cors'
import { lambdaEvent } from '../../lib/gateway/event'
import { denial, type OwnAnswer, ownAnswer } from '../../lib/gateway/own-answer'
import {
  type Answer,
  bearerToken,
  type GatewayRequest,
  type Header,
  headBytes,
  headerValues,
} from '../../lib/gateway/request'
import { type Match, match } from '../../lib/gateway/route'
import type { Endpoint, Model } from '../../lib/model/model'
import type { JsonObject } from '../../lib/token/json'
import type { Functions } from '../invoke/functions'
import type { Pool } from '../pool/pool'
import { curlCommand, withoutLongBody } from './curl'
import { type Integration, makeIntegration } from './integrate'
import type { Exchange, Reports, RequestCode, RequestLog } from './log'
import { type Judged, makeTokenCheck } from './token-check'

export interface GatewayOptions {
  readonly pool: Pool
  readonly functions: Functions
  readonly upstream?: URL
  /** Functions without a file answer with their event. */
  readonly stub: boolean
  /** Milliseconds that an integration may take. */
  readonly timeout: () => number
  readonly reports: Reports
  /** Scheme, host and port. */
  readonly origin: string
}

/** What a request came to. */
interface Outcome {
  readonly answer: Answer
  readonly code: RequestCode
  readonly judged?: Judged
  /** What the function received, as JSON. */
  readonly event?: string
  /** Why it went wrong, when the authorizer was not the cause. */
  readonly reason?: string
}

/** A request whose body may have been too large to keep. */
export interface Received {
  readonly request: GatewayRequest
  readonly tooLarge: boolean
}

/** The API of the pool's spec: every request gets the answer that API Gateway would give it, and is reported. */
export function makeGateway(options: GatewayOptions): (received: Received) => Promise<Answer> {
  const { pool, reports, origin } = options
  const check = makeTokenCheck(pool)
  const integrate = makeIntegration(options)
  return async ({ request: sent, tooLarge }) => {
    const start = performance.now()
    const model = pool.model()
    const requestId = model.api.type === 'rest' ? randomUUID() : `${randomBytes(11).toString('base64url')}=`
    const staged = withoutStage(model, sent.path)
    const request = { ...sent, path: staged.path }
    const outcome = await outcomeOf({
      model,
      sent,
      request,
      staged,
      tooLarge,
      requestId,
      check,
      integrate,
      pool,
    })
    reports.request(
      exchangeOf(outcome, {
        requestId,
        sent,
        request,
        origin,
        time: pool.clock.milliseconds(),
        ms: performance.now() - start,
      }),
    )
    return { ...outcome.answer, headers: [...outcome.answer.headers, ...idHeaders(model, requestId)] }
  }
}

interface Staged {
  readonly path: string
  readonly missing?: OwnAnswer
}

/** A REST API has its stage in front of every path; the stage alone, without a slash, is no resource (php-lambda-layer #31). */
function withoutStage({ api, stage }: Model, path: string): Staged {
  if (api.type === 'http') return { path }
  if (path.startsWith(`/${stage}/`)) return { path: path.slice(stage.length + 1) }
  return { path, missing: path === `/${stage}` ? 'no-route' : 'no-stage' }
}

interface Work {
  readonly model: Model
  /** As it came, with its stage. */
  readonly sent: GatewayRequest
  readonly request: GatewayRequest
  readonly staged: Staged
  readonly tooLarge: boolean
  readonly requestId: string
  readonly check: ReturnType<typeof makeTokenCheck>
  readonly integrate: Integration
  readonly pool: Pool
}

async function outcomeOf(work: Work): Promise<Outcome> {
  const { model, request, staged, pool } = work
  const own = (kind: OwnAnswer, code: RequestCode, reason: string): Outcome => ({
    answer: ownAnswer(model.api, kind, request),
    code,
    reason,
  })
  if (work.tooLarge) return own('request-too-large', 'TOO_LARGE', 'The body is larger than 10 MB.')
  const head = headBytes(work.sent)
  if (head > MAX_HEADER_BYTES)
    return own(
      'head-too-large',
      'TOO_LARGE',
      `The request line and the values of the headers have ${head} bytes together; API Gateway accepts ${MAX_HEADER_BYTES}.`,
    )
  if (staged.missing)
    return own(staged.missing, 'NO_ROUTE', `The paths of this API begin with /${model.stage}/, the stage.`)
  const asked = preflight(model, request)
  if (asked) return { answer: asked, code: 'PREFLIGHT' }
  const found = match(model, request.method, request.path)
  if (!found) return own('no-route', 'NO_ROUTE', `There is no endpoint ${request.method} ${request.path}.`)
  const endpoint = unlessPreflightRoute(model, request, found)
  if (endpoint.auth === 'iam') return unsigned(work, endpoint)
  const judged = await work.check(endpoint, bearerToken(request.headers))
  if (!judged.verdict.allowed)
    return { answer: denial(model, judged.verdict, request), code: judged.verdict.code, judged }
  const claims = judged.verdict.code === 'NO_AUTH' ? undefined : judged.token?.claims
  const event = lambdaEvent({
    model,
    request,
    endpoint,
    pathParameters: found.pathParameters,
    ...(claims && { claims }),
    time: pool.clock.milliseconds(),
    requestId: work.requestId,
  })
  const payload = JSON.stringify(event)
  const { failure, answer } = await work.integrate({
    model,
    request,
    endpoint,
    event,
    payload,
    requestId: work.requestId,
  })
  return {
    answer,
    code: failure?.code ?? judged.verdict.code,
    judged,
    event: withShortBody(event, payload),
    ...(failure && { reason: failure.reason }),
  }
}

/** An endpoint with AWS_IAM authorization: a signature is not verified here, so every request is refused. */
async function unsigned({ model, request, check }: Work, endpoint: Endpoint): Promise<Outcome> {
  const [authorization = ''] = headerValues(request.headers, 'authorization')
  const isSigned = authorization.startsWith('AWS4-HMAC-SHA256')
  const judged = await check(endpoint, isSigned ? undefined : bearerToken(request.headers))
  return {
    answer: ownAnswer(model.api, 'iam', request),
    code: judged.verdict.code,
    judged,
    ...(isSigned && {
      reason:
        'The request is signed. The local gateway does not verify AWS signatures, so it refuses every request to this endpoint.',
    }),
  }
}

/** With CORS on an HTTP API every `ANY` route with an authorizer has an open OPTIONS route next to it. */
function unlessPreflightRoute({ api }: Model, { method }: GatewayRequest, { endpoint }: Match): Endpoint {
  const own = api.type === 'http' && api.cors && method === 'OPTIONS' && endpoint.method === 'ANY'
  return own && endpoint.auth !== 'none'
    ? { ...endpoint, method: 'OPTIONS', auth: 'none', scopes: [] }
    : endpoint
}

function idHeaders({ api }: Model, requestId: string): readonly Header[] {
  const server: Header = ['server', 'local test gateway']
  if (api.type === 'http') return [['apigw-requestid', requestId], server]
  return [['x-amzn-RequestId', requestId], ['x-amz-apigw-id', extendedRequestId(requestId)], server]
}

interface Seen {
  readonly requestId: string
  /** As it came, with its stage. */
  readonly sent: GatewayRequest
  readonly request: GatewayRequest
  readonly origin: string
  readonly time: number
  readonly ms: number
}

const MOST_SHOWN = 16_384

/** The event as kept for the page, shortened: a hundred events with bodies of 6 MB would fill the memory. */
function withShortBody(event: JsonObject, payload: string): string {
  const { body } = event
  if (typeof body !== 'string' || body.length <= MOST_SHOWN) return payload
  const shown = `${body.slice(0, MOST_SHOWN)}… and ${body.length - MOST_SHOWN} more characters`
  return JSON.stringify({ ...event, body: shown })
}

function exchangeOf({ answer, code, judged, event, reason }: Outcome, seen: Seen): Exchange {
  const { origin, ms } = seen
  const sent = withoutLongBody(seen.sent)
  const log: RequestLog = {
    type: 'request',
    method: seen.request.method,
    path: seen.request.path,
    status: answer.status,
    code,
    message: reason ?? judged?.verdict.message ?? '',
    checks: judged?.verdict.checks ?? [],
    fix: reason === undefined ? (judged?.verdict.fix ?? '') : '',
    ms: Math.round(ms * 10) / 10,
  }
  const { kind, header = {}, claims = {} } = judged?.token ?? {}
  return {
    log,
    requestId: seen.requestId,
    time: seen.time,
    ...(kind && { token: { kind, header, claims } }),
    ...(event !== undefined && { event }),
    curl: () => curlCommand(origin, `${sent.path}${sent.query === '' ? '' : `?${sent.query}`}`, sent),
  }
}
