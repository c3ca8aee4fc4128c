import { shortHash } from '../model/ids'
import type { JsonObject } from '../token/json'
import { ACCOUNT_ID, API_ID, type Call, extendedRequestId } from './call'
import { requestTime, restClaims } from './claims'
import { type GatewayRequest, grouped, type Header, headerValues, queryPairs, textOf } from './request'

/**
 * Payload format 1.0 (guide, "Set up Lambda proxy integrations in API Gateway"). `path` is encoded as sent and without
 * the stage, which `requestContext.path` has. The API has no binary media types, so every body is text.
 */
export function restEvent(call: Call): JsonObject {
  const { request, endpoint, pathParameters } = call
  const headers = grouped(headersOf(request))
  const query = grouped(queryPairs(request.query))
  return {
    resource: endpoint.path,
    path: request.path,
    httpMethod: request.method,
    headers: lastOf(headers),
    multiValueHeaders: allOf(headers),
    queryStringParameters: lastOf(query),
    multiValueQueryStringParameters: allOf(query),
    pathParameters: Object.keys(pathParameters).length > 0 ? pathParameters : null,
    stageVariables: null,
    requestContext: contextOf(call),
    body: request.body.length > 0 ? textOf(request.body) : null,
    isBase64Encoded: false,
  }
}

function contextOf({ model, request, endpoint, claims, time, requestId }: Call): JsonObject {
  const host = headerValues(request.headers, 'host')[0] ?? 'localhost'
  return {
    resourceId: sixHex(endpoint, endpoint.path),
    ...(claims && { authorizer: { claims: restClaims(claims) } }),
    resourcePath: endpoint.path,
    httpMethod: request.method,
    extendedRequestId: extendedRequestId(requestId),
    requestTime: requestTime(time),
    path: `/${model.stage}${request.path}`,
    accountId: ACCOUNT_ID,
    protocol: 'HTTP/1.1',
    stage: model.stage,
    domainPrefix: host.split(/[.:]/)[0] ?? host,
    requestTimeEpoch: time,
    requestId,
    identity: {
      cognitoIdentityPoolId: null,
      accountId: null,
      cognitoIdentityId: null,
      caller: null,
      sourceIp: request.sourceIp,
      principalOrgId: null,
      accessKey: null,
      cognitoAuthenticationType: null,
      cognitoAuthenticationProvider: null,
      userArn: null,
      userAgent: headerValues(request.headers, 'user-agent')[0] ?? null,
      user: null,
    },
    domainName: host.replace(/:\d+$/, ''),
    deploymentId: sixHex(model, model.service),
    apiId: API_ID,
  }
}

/** Hashes of a model and its endpoints, which are the same on every call. */
const hashes = new WeakMap<object, string>()

/** An id of six characters for an endpoint or a model, from the text that names it. */
function sixHex(owner: object, name: string): string {
  const known = hashes.get(owner)
  if (known !== undefined) return known
  const made = shortHash(name).slice(0, 6)
  hashes.set(owner, made)
  return made
}

/** The headers as sent, and those that API Gateway adds. */
function headersOf(request: GatewayRequest): readonly Header[] {
  const added: readonly Header[] = [
    ['X-Forwarded-For', request.sourceIp],
    ['X-Forwarded-Port', String(request.port)],
    ['X-Forwarded-Proto', request.scheme],
  ]
  const missing = added.filter(([name]) => headerValues(request.headers, name.toLowerCase()).length === 0)
  return [...request.headers, ...missing]
}

function lastOf(groups: ReadonlyMap<string, readonly string[]>): JsonObject | null {
  if (groups.size === 0) return null
  return Object.fromEntries([...groups].map(([name, values]) => [name, values.at(-1)!]))
}

const allOf = (groups: ReadonlyMap<string, readonly string[]>): JsonObject | null =>
  groups.size === 0 ? null : Object.fromEntries(groups)
