import { METHODS } from '../aws/patterns'
import { changeOf, requiresApiKey } from '../deployed/access'
import { causesOf, whole } from '../deployed/compare'
import type { Deployed, Endpoint, LambdaFunction } from '../deployed/deployed'
import { asText, listingOf } from '../deployed/questions'
import { endpointName } from '../deployed/show'
import { HANDLER } from '../document/endpoint'
import type { Spec } from '../document/spec'
import { ofOtherProvider } from './authorizers'
import { knownText, knownTexts } from './known-text'
import type { Notes } from './report'

type Auth = Spec['endpoints'][number]['auth']

/** An endpoint of the spec, not checked yet, and where it came from. */
export interface ImportedEndpoint {
  readonly endpoint: Endpoint
  readonly value: {
    readonly method: string
    readonly path: string
    readonly auth: Auth
    readonly scopes: readonly string[]
    readonly handler: string
  }
  /** The handler is ours. */
  readonly isHandlerInvented: boolean
}

/** The endpoints of an API that the spec can express. */
export function importEndpoints(
  endpoints: readonly Endpoint[],
  hasCors: boolean,
  { functions }: Deployed,
  notes: Notes,
): readonly ImportedEndpoint[] {
  return endpoints.flatMap(endpoint => {
    const reason = whyLeftOut(endpoint, hasCors)
    if (reason === undefined) {
      noteApiKey(endpoint, notes)
      return [toImported(endpoint, handlerOf(endpoint, functions))]
    }
    notes.entries.push({
      what: `endpoint ${endpointName(endpoint)}`,
      at: endpoint.at,
      how: 'left-out',
      into: null,
      why: reason,
    })
    return []
  })
}

function noteApiKey(endpoint: Endpoint, { entries }: Notes): void {
  const required = requiresApiKey(endpoint).is
  if (required === false) return
  const sure = required ? '' : ' These files do not show whether this endpoint requires one.'
  entries.push({
    what: `API key of ${endpointName(endpoint)}`,
    at: endpoint.apiKey?.at ?? endpoint.at,
    how: 'left-out',
    into: null,
    why: `A spec has no API keys.${sure}`,
  })
}

function whyLeftOut(endpoint: Endpoint, hasCors: boolean): string | undefined {
  const method = whole(endpoint.method)
  const path = whole(endpoint.path)
  const change = changeOf(endpoint)
  if (change) return change.message
  if (method === undefined || path === undefined) return 'Its method or path is not known from these files.'
  if (!(METHODS as readonly string[]).includes(method)) return `The method ${method} cannot be expressed.`
  if (!path.startsWith('/'))
    return endpoint.apiType === 'http'
      ? `The route ${path} has no path.`
      : `The path ${path} does not begin with a slash, or its resource is not in these files.`
  if (method === 'OPTIONS' && hasCors) return 'The CORS settings of the spec answer preflights.'
  const type = knownText(endpoint.authorizationType)
  if (type === undefined && endpoint.authorizationType.kind !== 'absent') {
    const [cause] = causesOf(asText(endpoint.authorizationType))
    return `These files do not show which clients can call it.${cause ? ` ${cause.message}` : ''}`
  }
  if (type === 'CUSTOM') return 'A Lambda authorizer decides who may call it, and a spec cannot express one.'
  if (type === 'AWS_IAM') return undefined
  const { authorizer } = endpoint
  const other = type === 'JWT' && authorizer.kind === 'one' && ofOtherProvider(authorizer.to)
  if (other) return `Its authorizer ${other}`
  const { items, open } = listingOf(endpoint.scopes)
  if (knownTexts(endpoint.scopes).length < items.length)
    return 'One of its scopes is not known from these files.'
  return open.length > 0 ? 'Its scopes are not known from these files.' : undefined
}

/** Code in a template is in no file of a project. */
const INLINE = 'index.handler'

/** The handler that the format names, or that of the function that the integration calls. */
function handlerOf({ handler, integrationUri }: Endpoint, functions: readonly LambdaFunction[]) {
  if (handler) return knownText(handler)
  const called = asText(integrationUri).parts.flatMap(part => (part.kind === 'resource' ? [part.id] : []))
  const own = functions.find(({ key }) => called.includes(key))
  const written = own && knownText(own.handler)
  return written === INLINE ? undefined : written
}

function toImported(endpoint: Endpoint, written: string | undefined): ImportedEndpoint {
  const method = whole(endpoint.method)!
  const path = whole(endpoint.path)!
  const listed = [...new Set(knownTexts(endpoint.scopes))]
  const auth = authOf(knownText(endpoint.authorizationType), listed)
  const given = written?.replace(/^\.\//, '')
  const handler = given && HANDLER.test(given) ? given : undefined
  return {
    endpoint,
    value: {
      method,
      path,
      auth,
      scopes: auth === 'access_token' ? listed : [],
      handler: handler ?? inventHandler(method, path),
    },
    isHandlerInvented: handler === undefined,
  }
}

function authOf(type: string | undefined, scopes: readonly string[]): Auth {
  if (type === 'NONE' || type === undefined) return 'none'
  if (type === 'AWS_IAM') return 'iam'
  return scopes.length > 0 ? 'access_token' : 'id_token'
}

/** `GET /orders/{id}` → `src/orders-id.get` */
function inventHandler(method: string, path: string): string {
  const name = path
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .join('-')
  return `src/${name || 'root'}.${method === 'DELETE' ? 'remove' : method.toLowerCase()}`.slice(-128)
}
