import type { Api, Endpoint, Model } from '../model/model'
import { type Answer, type GatewayRequest, type Header, headerValues } from './request'
import { endpointsAt } from './route'

const REST_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']

/**
 * The CORS headers that API Gateway adds to its own answers. A REST API has one static value for all of them (the
 * gateway responses DEFAULT_4XX and DEFAULT_5XX); an HTTP API answers a listed origin with that origin.
 */
export function corsHeaders(api: Api, request: GatewayRequest): readonly Header[] {
  if (!api.cors) return []
  const { allowOrigins } = api.cors
  if (api.type === 'rest')
    return [['Access-Control-Allow-Origin', allowOrigins.length === 1 ? allowOrigins[0]! : '*']]
  const origin = allowedOrigin(allowOrigins, request)
  return origin === undefined ? [] : [['access-control-allow-origin', origin]]
}

function allowedOrigin(allowOrigins: readonly string[], { headers }: GatewayRequest): string | undefined {
  const [origin] = headerValues(headers, 'origin')
  if (origin === undefined) return undefined
  if (allowOrigins.includes('*')) return '*'
  return allowOrigins.includes(origin) ? origin : undefined
}

/**
 * The answer to a preflight, or undefined when this request is none. On a REST API every OPTIONS to a path with
 * endpoints goes to a mock integration; an HTTP API with CORS answers an OPTIONS that names its origin and method.
 */
export function preflight(model: Model, request: GatewayRequest): Answer | undefined {
  const { api } = model
  if (!api.cors || request.method !== 'OPTIONS') return undefined
  return api.type === 'rest'
    ? restPreflight(model, api.cors.allowOrigins, request)
    : httpPreflight(model, api.cors.allowOrigins, request)
}

function restPreflight(
  model: Model,
  allowOrigins: readonly string[],
  request: GatewayRequest,
): Answer | undefined {
  const here = endpointsAt(model, request.path)
  if (here.length === 0) return undefined
  const methods = here.flatMap(({ method }) => (method === 'ANY' ? REST_METHODS : [method]))
  const [first = '*', ...others] = allowOrigins
  const [origin] = headerValues(request.headers, 'origin')
  return {
    status: 204,
    headers: [
      ['Access-Control-Allow-Headers', 'Authorization,Content-Type'],
      ['Access-Control-Allow-Methods', [...new Set(methods), 'OPTIONS'].join()],
      ['Access-Control-Allow-Origin', origin !== undefined && others.includes(origin) ? origin : first],
      ...(others.length > 0 ? ([['Vary', 'Origin']] as const) : []),
    ],
    body: '',
  }
}

function httpPreflight(
  { endpoints }: Model,
  allowOrigins: readonly string[],
  request: GatewayRequest,
): Answer | undefined {
  const sent = (name: string) => headerValues(request.headers, name).length > 0
  if (!sent('origin') || !sent('access-control-request-method')) return undefined
  const origin = allowedOrigin(allowOrigins, request)
  return {
    status: 204,
    headers: [
      ...(origin === undefined ? [] : ([['access-control-allow-origin', origin]] as const)),
      ['access-control-allow-methods', httpMethods(endpoints)],
      ['access-control-allow-headers', 'authorization,content-type'],
    ],
    body: '',
  }
}

function httpMethods(endpoints: readonly Endpoint[]): string {
  const methods = new Set(endpoints.map(({ method }) => method))
  return methods.has('ANY') ? '*' : [...methods, 'OPTIONS'].join()
}
