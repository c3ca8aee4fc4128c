import type { Cause } from '../../deployed/cause'
import type { Api, Authorizer, Endpoint } from '../../deployed/deployed'
import { isAbsent, property, propertyAt } from '../../deployed/questions'
import { type Field, type Fields, literal, type Term } from '../../deployed/term'
import { branchesOf } from '../branches'
import type { Hidden } from '../hidden'
import { hiddenAuthorizers } from '../hidden-authorizer'
import { hiddenEndpoints } from '../hidden-endpoint'
import { functionUriOf, mockOf, OPENAPI } from '../preflight'
import type { Builder } from '../template/builder'
import { unknownResponses } from '../unknown-responses'
import { type ApiKeyOf, apiKeysIn } from './api-key'
import { pathItemOf } from './path-item'
import { type Replaces, readSchemes } from './schemes'
import { type DefinedSchemes, securityOf } from './security'

const VERBS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch'])

/** What protects an endpoint. */
export type Protection = Pick<Endpoint, 'authorizationType' | 'authorizer' | 'scopes'>

/** Why an operation's scopes or authorizer are not those of the definition alone. */
export interface Defaults {
  /** Authorizers by name that the format adds to those of the definition. */
  readonly authorizers?: readonly Authorizer[]
  /** Why there may be others. */
  readonly hidden?: readonly Hidden[]
  /** What the format writes into an operation instead of what `found` says of it. */
  readonly security?: (operation: Term, found: Endpoint) => Partial<Protection> & Pick<Endpoint, 'apiKey'>
  /** The format may put its own security schemes in place of those of OpenAPI 3. */
  readonly replaces?: Replaces
  /** The definition may be an export without extensions, which shows authorizers as schemes without one. */
  readonly mayLackExtensions?: true
}

/**
 * Reads an OpenAPI definition with API Gateway's extensions into the authorizers, endpoints and gateway responses of an
 * API; gives the API with its CORS settings.
 */
export function readDefinition(
  document: Fields,
  origin: Api,
  builder: Builder,
  defaults: Defaults = {},
): Api {
  const paths = property(document, 'paths')
  const ofPaths = branchesOf(paths)
  const items = ofPaths.branches.flatMap(({ map, under }) =>
    fieldsOf(map)
      // An extension is no path (OpenAPI 3.1, "Paths Object").
      .filter(([path]) => !path.startsWith('x-'))
      .map(([path, { key, value }]) => ({
        path,
        key,
        ...pathItemOf(path, value, document, 0, under),
      })),
  )
  // Authorizers and endpoints refer to the API with all that is not known about it.
  const api = apiOf(document, origin, [...ofPaths.open, ...items.flatMap(({ open }) => open)])
  const isInTemplate = !defaults.mayLackExtensions
  const schemes = readSchemes(document, api, isInTemplate, defaults.replaces)
  const authorizers = [...schemes.authorizers, ...(defaults.authorizers ?? [])]
  builder.authorizers.push(...schemes.authorizers)
  builder.hiddenAuthorizers.push(...hiddenAuthorizers(schemes.hidden, api))
  const ofSchemes = [...schemes.hidden, ...(defaults.hidden ?? [])]
  const defined = { ...schemes, authorizers, hidden: ofSchemes, isInTemplate }
  const apiKeyOf = apiKeysIn(document, schemes)
  for (const { path, branches } of items)
    for (const { map, under } of branches)
      for (const [verb, operation] of fieldsOf(map)) {
        const method = verb === 'x-amazon-apigateway-any-method' ? 'any' : verb.toLowerCase()
        if (method !== 'any' && !VERBS.has(method)) continue
        const endpoint = toEndpoint(document, api, { path, method, under, operation }, defined, apiKeyOf)
        builder.endpoints.push(withDefault(endpoint, operation, defaults))
      }
  const hidden = [
    ...ofPaths.open.map(cause => ({ cause, at: paths.at })),
    ...items.flatMap(({ path, key, open }) => open.map(cause => ({ cause, at: key, path }))),
  ]
  builder.hidden.push(...hiddenEndpoints(hidden, api.type, () => ({ kind: 'one', to: api })))
  const responses = property(document, 'x-amazon-apigateway-gateway-responses')
  if ('cause' in responses) builder.gatewayResponses.push(unknownResponses(api, responses.cause))
  for (const [type, { key, value }] of fieldsOf(responses))
    builder.gatewayResponses.push({
      id: type,
      key: `${api.key} response ${type}`,
      at: key,
      ...(api.under && { under: api.under }),
      api: { kind: 'one', to: api },
      responseType: literal(type, key),
      headers: property(value, 'responseParameters'),
    })
  return api
}

function apiOf(document: Fields, api: Api, hidden: readonly Cause[]): Api {
  const cors = property(document, 'x-amazon-apigateway-cors')
  return {
    ...api,
    // API Gateway names an API after the title of its definition.
    ...(api.name.kind === 'absent' && { name: propertyAt(document, ['info', 'title']) }),
    ...(cors.kind !== 'absent' && { cors, corsHeaders: property(cors, 'allowHeaders') }),
    policies: [...(api.policies ?? []), property(document, 'x-amazon-apigateway-policy')],
    open: [...api.open, ...hidden],
  }
}

const withDefault = (endpoint: Endpoint, { value }: Field, { security }: Defaults): Endpoint => ({
  ...endpoint,
  ...security?.(value, endpoint),
})

/** An operation of a definition, and the condition that decides on its path. */
interface Operation {
  readonly path: string
  readonly method: string
  readonly under: Cause | undefined
  readonly operation: Field
}

function toEndpoint(
  document: Fields,
  api: Api,
  { path, method: verb, under: ofPath, operation: { key, value: operation } }: Operation,
  schemes: DefinedSchemes,
  apiKeyOf: ApiKeyOf,
): Endpoint {
  const method = verb.toUpperCase()
  const security = securityOf(operation, document, schemes)
  const integration = property(operation, 'x-amazon-apigateway-integration')
  const isSure = isAbsent(operation).is === false
  const under = api.under ?? ofPath ?? (!isSure && 'cause' in operation ? operation.cause : undefined)
  return {
    id: `${method} ${path}`,
    key: `${api.key} ${method} ${path}`,
    at: key,
    ...(under && { under }),
    ...(api.generated && { generated: api.generated }),
    ...(api.assumed && { assumed: api.assumed }),
    apiType: api.type,
    api: { kind: 'one', to: api },
    method: literal(method, key),
    path: literal(path, key),
    authorizationType: security.type(key),
    authorizer: security.authorizer,
    scopes: security.scopes,
    ...(api.type === 'rest' && { apiKey: apiKeyOf(operation, key) }),
    integrationUri: functionUriOf(integration, OPENAPI, key),
    credentials: property(integration, 'credentials', key),
    ...mockOf(integration, OPENAPI),
    parts: [],
  }
}

export const fieldsOf = (term: Term): readonly (readonly [string, Field])[] =>
  term.kind === 'fields' ? [...term.fields] : []
