import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Verdict } from '../authorize/verdict'
import type { Api, Model } from '../model/model'
import { encodeBase64 } from './base64'
import { corsHeaders } from './cors'
import { type Answer, type GatewayRequest, headerValues } from './request'

/** Why API Gateway itself answers, besides the authorizer's verdicts. */
export type OwnAnswer =
  | 'no-route'
  | 'no-stage'
  | 'iam'
  | 'function-failed'
  | 'integration-timeout'
  | 'request-too-large'
  | 'head-too-large'
  | 'payload-too-large'
  | 'upstream-failed'

interface Words {
  readonly status: number
  readonly message: string
  /** Value of `x-amzn-ErrorType`, which a REST API sends. */
  readonly type?: string
}

/**
 * Texts of a REST API: guide, "Gateway response types for API Gateway"; no such method and no such path are the same
 * failure (measured: floci #3547). Not verified on AWS: the text for a missing stage and those for size. The text about
 * headers and its status are reported by users, each of them elsewhere.
 */
const REST: Readonly<Record<Exclude<OwnAnswer, 'no-route' | 'iam'>, Words>> = {
  'no-stage': { status: 403, message: 'Forbidden', type: 'ForbiddenException' },
  'function-failed': { status: 502, message: 'Internal server error', type: 'InternalServerErrorException' },
  'upstream-failed': { status: 502, message: 'Internal server error', type: 'InternalServerErrorException' },
  'integration-timeout': {
    status: 504,
    message: 'Endpoint request timed out',
    type: 'InternalServerErrorException',
  },
  'request-too-large': {
    status: 413,
    message: 'HTTP content length exceeded 10485760 bytes.',
    type: 'RequestTooLargeException',
  },
  'head-too-large': {
    status: 431,
    message: 'HTTP header is larger than 10240 bytes.',
    type: 'RequestTooLargeException',
  },
  'payload-too-large': { status: 413, message: 'Request Too Long', type: 'RequestTooLargeException' },
}

const HTTP: Readonly<Record<OwnAnswer, Words>> = {
  'no-route': { status: 404, message: 'Not Found' },
  'no-stage': { status: 404, message: 'Not Found' },
  iam: { status: 403, message: 'Forbidden' },
  'function-failed': { status: 500, message: 'Internal Server Error' },
  'upstream-failed': { status: 502, message: 'Bad Gateway' },
  'integration-timeout': { status: 503, message: 'Service Unavailable' },
  'request-too-large': { status: 413, message: 'Request Entity Too Large' },
  'head-too-large': { status: 431, message: 'HTTP header is larger than 10240 bytes.' },
  'payload-too-large': { status: 413, message: 'Request Entity Too Large' },
}

/** What API Gateway says when it answers without calling anything, with the CORS headers of the API. */
export function ownAnswer(api: Api, kind: OwnAnswer, request: GatewayRequest): Answer {
  const { status, message, type } = wording(api, kind, request)
  return {
    status,
    headers: [
      ['content-type', 'application/json'],
      ...(type === undefined ? [] : ([['x-amzn-ErrorType', type]] as const)),
      ...corsHeaders(api, request),
    ],
    body: JSON.stringify({ message }),
  }
}

function wording(api: Api, kind: OwnAnswer, request: GatewayRequest): Words {
  if (api.type === 'http') return HTTP[kind]
  return kind === 'no-route' || kind === 'iam' ? unsigned(request) : REST[kind]
}

/**
 * A REST API reads any `Authorization` header on a path or method that it does not have, and on an `iam` method, as an
 * AWS signature. The text is reported by users in 2025 and 2026; what is hashed in it is not verified.
 */
function unsigned({ headers }: GatewayRequest): Words {
  const [authorization] = headerValues(headers, 'authorization')
  if (authorization === undefined || authorization === '')
    return {
      status: 403,
      message: 'Missing Authentication Token',
      type: 'MissingAuthenticationTokenException',
    }
  if (authorization.startsWith('AWS4-HMAC-SHA256'))
    return {
      status: 403,
      message: 'The security token included in the request is invalid.',
      type: 'UnrecognizedClientException',
    }
  const hash = encodeBase64(sha256(utf8ToBytes(authorization)))
  return {
    status: 403,
    message: `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${hash}'.`,
    type: 'IncompleteSignatureException',
  }
}

/** What the caller of a refused request receives. The 401 and 403 of an HTTP API have no content type (measured). */
export function denial({ api }: Model, verdict: Verdict, request: GatewayRequest): Answer {
  const { status, response } = verdict
  return {
    status,
    headers: [
      ...(api.type === 'rest' ? ([['content-type', 'application/json']] as const) : []),
      ...Object.entries(response?.headers ?? {}),
      ...corsHeaders(api, request),
    ],
    body: response?.body ?? '',
  }
}
