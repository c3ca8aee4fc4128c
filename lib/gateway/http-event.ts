import type { JsonObject } from '../token/json'
import { scopesOf } from '../token/summarize'
import { encodeBase64 } from './base64'
import { ACCOUNT_ID, API_ID, type Call } from './call'
import { httpClaims, requestTime } from './claims'
import {
  decodeText,
  type GatewayRequest,
  grouped,
  type Header,
  headerValues,
  queryPairs,
  textOf,
} from './request'

/**
 * Payload format 2.0 (guide, "Create AWS Lambda proxy integrations for HTTP APIs"): decoded path, header names in lower
 * case, repeated headers and query values joined by commas, cookies in a list of their own, absent members left out.
 */
export function httpEvent(call: Call): JsonObject {
  const { request, endpoint, pathParameters } = call
  const routeKey = `${endpoint.method} ${endpoint.path}`
  const cookies = headerValues(request.headers, 'cookie').flatMap(value => value.split(/; */).filter(Boolean))
  const query = queryPairs(request.query)
  return {
    version: '2.0',
    routeKey,
    rawPath: decodeText(request.path),
    rawQueryString: request.query,
    ...(cookies.length > 0 && { cookies }),
    headers: joined(headersOf(request)),
    ...(query.length > 0 && { queryStringParameters: joined(query) }),
    requestContext: contextOf(call, routeKey),
    ...bodyOf(request),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
  }
}

function contextOf(call: Call, routeKey: string): JsonObject {
  const { request, endpoint, claims, time, requestId } = call
  const host = headerValues(request.headers, 'host')[0] ?? 'localhost'
  return {
    accountId: ACCOUNT_ID,
    apiId: API_ID,
    ...(claims && {
      authorizer: {
        jwt: {
          claims: httpClaims(claims),
          // The token's whole list on a route with scopes, null on any other (measured: floci, 2026-08).
          scopes: endpoint.scopes.length > 0 ? scopesOf(claims.scope ?? claims.scp) : null,
        },
      },
    }),
    domainName: host.replace(/:\d+$/, ''),
    domainPrefix: host.split(/[.:]/)[0] ?? host,
    http: {
      method: request.method,
      path: decodeText(request.path),
      protocol: 'HTTP/1.1',
      sourceIp: request.sourceIp,
      userAgent: headerValues(request.headers, 'user-agent')[0] ?? '',
    },
    requestId,
    routeKey,
    stage: '$default',
    time: requestTime(time),
    timeEpoch: time,
  }
}

function headersOf(request: GatewayRequest): readonly Header[] {
  const sent = request.headers
    .map(([name, value]): Header => [name.toLowerCase(), value])
    .filter(([name]) => name !== 'cookie')
  const added: readonly Header[] = [
    ['x-forwarded-for', request.sourceIp],
    ['x-forwarded-port', String(request.port)],
    ['x-forwarded-proto', request.scheme],
  ]
  return [...sent, ...added.filter(([name]) => !sent.some(([there]) => there === name))]
}

const joined = (pairs: readonly Header[]): JsonObject =>
  Object.fromEntries([...grouped(pairs)].map(([name, values]) => [name, values.join(',')]))

/** Types whose bodies are text; every other one, and any with a content encoding, arrives in base64 (same page). */
const TEXT = /^(?:text\/|application\/(?:json|javascript|xml)\b)/i

function bodyOf({ body, headers }: GatewayRequest): JsonObject {
  if (body.length === 0) return { isBase64Encoded: false }
  const [type = 'text/plain'] = headerValues(headers, 'content-type')
  const encoded = headerValues(headers, 'content-encoding').length > 0
  return TEXT.test(type) && !encoded
    ? { body: textOf(body), isBase64Encoded: false }
    : { body: encodeBase64(body), isBase64Encoded: true }
}
