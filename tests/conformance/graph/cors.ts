import { expectExactly, fields, items } from './fields'
import type { Allowed, HttpCors, Preflight, RestCors } from './graph'
import { sorted, sortedBy } from './graph'
import type { Opened } from './intrinsics'
import { overriddenHeaders } from './velocity'

/** A path's OPTIONS that API Gateway answers itself, without a function. */
export interface MockMethod {
  readonly path: string
  readonly method: string
  readonly integration: Readonly<Record<string, unknown>>
}

/** Header name in small letters → value, for one origin. */
type Answer = (origin: string) => Readonly<Record<string, string>>

/** The header that a gateway response adds. */
const ORIGIN = 'gatewayresponse.header.Access-Control-Allow-Origin'

const WANTED_HEADERS = ['authorization', 'content-type']

/** What a browser on each of the `probes` makes of an answer to its preflight. */
function allowed(answer: Answer, probes: readonly string[], methods: readonly string[]): Allowed {
  const origins = probes.filter(probe => {
    const origin = answer(probe)['access-control-allow-origin']
    return origin === '*' || origin === probe
  })
  const headers = answer(probes[0]!)
  const list = (name: string) => (headers[name] ?? '').split(',').map(item => item.trim())
  const allowedMethods = list('access-control-allow-methods')
  const allowedHeaders = list('access-control-allow-headers').map(name => name.toLowerCase())
  return {
    origins: sorted(origins),
    methodsMissing: sorted(
      methods
        .flatMap(method => (method === 'ANY' ? ['GET', 'PUT', 'DELETE'] : [method]))
        .filter(method => !allowedMethods.includes(method) && !allowedMethods.includes('*')),
    ),
    headers: WANTED_HEADERS.filter(name => allowedHeaders.includes(name)),
    credentials: headers['access-control-allow-credentials'] === 'true',
  }
}

export function readRestCors(
  template: Opened,
  mocks: readonly MockMethod[],
  endpoints: readonly string[],
  probes: readonly string[],
): RestCors | null {
  const gatewayResponses: Record<string, string> = {}
  for (const response of template.ofType('AWS::ApiGateway::GatewayResponse')) {
    const { ResponseType, ResponseParameters } = template.properties(response, [
      'RestApiId',
      'ResponseType',
      'ResponseParameters',
    ])
    const type = String(ResponseType)
    const origin = fields(ResponseParameters, [ORIGIN], response.id)[ORIGIN]
    if (type in gatewayResponses || origin === undefined) throw new Error(`gateway response ${type}`)
    gatewayResponses[type] = unquoted(origin)
  }
  if (mocks.length === 0 && Object.keys(gatewayResponses).length === 0) return null
  const preflights = mocks.map(mock => {
    const methods = endpoints
      .map(endpoint => endpoint.split(' ') as [string, string])
      .filter(([, path]) => path === mock.path)
      .map(([method]) => method)
    return { path: mock.path, ...allowed(preflightAnswer(mock), probes, methods) }
  })
  return { type: 'rest', preflights: sortedBy<Preflight>(preflights, ({ path }) => path), gatewayResponses }
}

function preflightAnswer({ path, method, integration }: MockMethod): Answer {
  if (method !== 'OPTIONS') throw new Error(`${method} ${path} has no function`)
  expectExactly(integration, { ContentHandling: 'CONVERT_TO_TEXT' }, path)
  const request = Object.values(fields(integration.RequestTemplates, JSON_ONLY, path)).map(String)
  const responses = items(integration.IntegrationResponses, path)
  if (responses.length !== 1) throw new Error(`${path} answers in ${responses.length} ways`)
  const response = fields(responses[0], ['StatusCode', 'ResponseParameters', 'ResponseTemplates'], path)
  // A mock integration takes the status from its request template and finds the response by it.
  const chosen = request.map(text => /statusCode"?\s*:\s*"?(\d+)/.exec(text)?.[1])
  const status = String(response.StatusCode)
  if (
    chosen.length === 0 ||
    !chosen.every(code => code !== undefined && /^2/.test(code)) ||
    !/^2/.test(status)
  )
    throw new Error(`${path} preflight: ${chosen} ${status}`)
  const fixed: Record<string, string> = {}
  for (const [name, value] of Object.entries((response.ResponseParameters ?? {}) as object))
    fixed[name.replace(/^method\.response\.header\./, '').toLowerCase()] = unquoted(value)
  expectExactly(fields(fixed, [...ALLOW, 'vary'], path), { vary: 'Origin' }, path)
  const [template] = Object.values(fields(response.ResponseTemplates, JSON_ONLY, path)).map(String)
  return origin => {
    const overridden = template ? overriddenHeaders(template, { origin }) : {}
    return { ...fixed, ...(fields(overridden, [ALLOW_ORIGIN], path) as Readonly<Record<string, string>>) }
  }
}

const JSON_ONLY = ['application/json']
const ALLOW_ORIGIN = 'access-control-allow-origin'
const ALLOW = [
  ALLOW_ORIGIN,
  ...['methods', 'headers', 'credentials'].map(name => `access-control-allow-${name}`),
]

/** Headers that a response may set must be declared on the method, or API Gateway rejects the integration. */
export function undeclaredHeaders(properties: Readonly<Record<string, unknown>>): readonly string[] {
  const integration = properties.Integration as Record<string, unknown>
  const responses = (integration.IntegrationResponses ?? []) as readonly Record<string, unknown>[]
  const declared = items(properties.MethodResponses, 'MethodResponses').flatMap(item => {
    const response = fields(item, ['StatusCode', 'ResponseParameters', 'ResponseModels'], 'MethodResponses')
    expectExactly(response, { ResponseModels: {} }, 'MethodResponses')
    return Object.keys((response.ResponseParameters ?? {}) as object).map(
      name => `${response.StatusCode} ${name}`,
    )
  })
  return responses
    .flatMap(({ StatusCode, ResponseParameters }) =>
      Object.keys((ResponseParameters ?? {}) as object).map(name => `${StatusCode} ${name}`),
    )
    .filter(header => !declared.includes(header))
}

/** `'*'` as API Gateway writes a literal → `*`. */
function unquoted(value: unknown): string {
  const inner = /^'([^']*)'$/.exec(String(value))
  if (!inner) throw new Error(`not a literal: ${value}`)
  return inner[1]!
}

export function readHttpCors(
  configuration: unknown,
  endpoints: readonly string[],
  probes: readonly string[],
): HttpCors | null {
  if (configuration === undefined) return null
  const { AllowOrigins, AllowMethods, AllowHeaders, AllowCredentials } = fields(
    configuration,
    ['AllowOrigins', 'AllowMethods', 'AllowHeaders', 'AllowCredentials'],
    'CorsConfiguration',
  )
  const list = (value: unknown) => ((value ?? []) as readonly string[]).join(',')
  const origins = (AllowOrigins ?? []) as readonly string[]
  // `https://*` is a pattern that the spec has no word for.
  if (origins.some(origin => origin !== '*' && origin.includes('*'))) throw new Error(`origins ${origins}`)
  return {
    type: 'http',
    ...allowed(
      origin => ({
        'access-control-allow-origin': origins.includes('*') ? '*' : origins.includes(origin) ? origin : '',
        'access-control-allow-methods': list(AllowMethods),
        'access-control-allow-headers': list(AllowHeaders),
        'access-control-allow-credentials': String(AllowCredentials ?? false),
      }),
      probes,
      endpoints.map(endpoint => endpoint.split(' ')[0]!),
    ),
  }
}
