import { type Cause, outside } from '../../deployed/cause'
import type { Api, Resource } from '../../deployed/deployed'
import { fieldOf, isEmpty, isOn, isOneOf, listingOf, property, propertyAt } from '../../deployed/questions'
import { literal, type Term } from '../../deployed/term'
import { known, some, type Truth, yes } from '../../deployed/truth'
import type { Span } from '../../source/node'
import { bodyOf, withDefinition } from '../cloudformation/body'
import { hiddenAuthorizers } from '../hidden-authorizer'
import type { Replaces } from '../openapi/schemes'
import type { Readers } from '../readers'
import type { Builder } from '../template/builder'
import { ownText } from '../template/own-text'
import type { Stack, TemplateResource } from '../template/resource'
import type { Scope } from '../template/scope'
import { unknownResponses } from '../unknown-responses'
import { defaultApiKey } from './api-key'
import { API_KEY, type GuardedApi, readAuth } from './authorizers'
import { hasIntegration, type Operation, securityOfSam } from './default-security'
import { mergeTerms } from './merge'

/** An API in SAM's own words. */
export interface SamApi extends GuardedApi {
  /** It has a definition of its own, to which events are added. */
  readonly hasDefinition: boolean
  /** Why the definition may say more than the files show. */
  readonly hidden: readonly Cause[]
  /** The definition requires something of operations that have no security of their own. */
  readonly inherited: readonly Cause[]
  /** The operations of the definition, by the key of their endpoints. */
  readonly operations: ReadonlyMap<string, Operation>
  /** SAM adds the method and path of an event to the API, and not only the permission to call the function. */
  readonly addsEvents: Truth
}

const KINDS = [
  { resource: 'AWS::Serverless::Api', globals: 'Api', type: 'rest', implicit: 'ServerlessRestApi' },
  { resource: 'AWS::Serverless::HttpApi', globals: 'HttpApi', type: 'http', implicit: 'ServerlessHttpApi' },
] as const

/** Whether it is the logical id of an API that SAM creates for events that name none. */
export const isImpliedApi = (id: string): boolean => KINDS.some(({ implicit }) => implicit === id)

/** What the events of the functions say about APIs: the implicit ones, and why there may be more events. */
interface OfEvents {
  readonly implicit: ReadonlyMap<string, Span>
  readonly open: readonly Cause[]
  /** The `Auth` of each event. */
  readonly auths: readonly Term[]
}

/** Reads the APIs of a SAM template, Globals included. */
export function readSamApis(
  stack: Stack,
  globals: Term,
  { implicit, open, auths }: OfEvents,
  builder: Builder,
  readers: Readers,
): readonly SamApi[] {
  const found: SamApi[] = []
  for (const kind of KINDS) {
    const shared = property(globals, kind.globals)
    const origins: Origin[] = [...stack.resources.values()].filter(({ type }) => type === kind.resource)
    const at = implicit.get(kind.implicit)
    if (at && !stack.resources.has(kind.implicit)) {
      // Globals are where the properties of an API that is not written go.
      const properties = shared.kind === 'fields' ? shared.node : undefined
      const id = kind.implicit
      origins.push({ id, key: stack.prefix + id, at, ...(properties && { properties }) })
    }
    for (const origin of origins) {
      const settings = origin.value ? mergeTerms(shared, origin.value) : shared
      found.push(toApi(kind.type, origin, { settings, open, auths }, stack.scope, builder, readers))
    }
  }
  for (const { api, auth } of found) {
    builder.apis.push(api)
    builder.authorizers.push(...auth.authorizers)
    builder.hiddenAuthorizers.push(...hiddenAuthorizers(auth.hidden, api))
  }
  return found
}

type Origin = Resource & Partial<Pick<TemplateResource, 'value'>>

function toApi(
  type: Api['type'],
  origin: Origin,
  { settings, open: ofEvents, auths }: Omit<OfEvents, 'implicit'> & { readonly settings: Term },
  scope: Scope,
  builder: Builder,
  readers: Readers,
): SamApi {
  const inline = property(settings, 'DefinitionBody', origin.at)
  const location = property(settings, 'DefinitionUri', origin.at)
  const { body, open: ofBody } = bodyOf(inline, location, scope)
  const cors = property(settings, type === 'rest' ? 'Cors' : 'CorsConfiguration', origin.at)
  const auth = property(settings, 'Auth', origin.at)
  const { key, at } = origin
  const base: Api = {
    ...origin,
    type,
    name: property(settings, 'Name', at),
    apiId: ownText({ key, at }),
    deploysItself: true,
    permitsItself: false,
    cors,
    corsHeaders: property(cors, 'AllowHeaders'),
    ...(type === 'rest' && networkLimits(settings, auth)),
    ...(cors.label && { corsAt: cors.label }),
    ...(type === 'rest' && {
      preflightGuarded: {
        flag: property(auth, 'AddDefaultAuthorizerToCorsPreflight', at),
        defaultAuthorizer: property(auth, 'DefaultAuthorizer', at),
        at: fieldOf(settings, 'Auth')?.key ?? at,
        ...(auth.kind === 'fields' && auth.node && { node: auth.node }),
      },
    }),
    open: [...ofBody, ...ofEvents],
  }
  const adds = addsEvents(type, inline, location, settings)
  const joining = auths.filter(it => joins({ addsEvents: adds }, it).is !== false)
  const read = readAuth(auth, base, body, schemesOf(joining))
  const responses = property(settings, 'GatewayResponses', at)
  if ('cause' in responses) builder.gatewayResponses.push(unknownResponses(base, responses.cause))
  if (responses.kind === 'fields')
    for (const [name, field] of responses.fields)
      builder.gatewayResponses.push({
        id: name,
        key: `${key} response ${name}`,
        at: field.key,
        api: { kind: 'one', to: base },
        responseType: literal(name, field.key),
        headers: samHeaders(propertyAt(field.value, ['ResponseParameters', 'Headers'], field.key)),
      })
  const guarded: GuardedApi = { auth: read, api: base }
  const apiKeyOf = defaultApiKey(guarded)
  const operations = new Map<string, Operation>()
  const { preflightGuarded, ...defined } = withDefinition(body, base, builder, readers, {
    authorizers: read.authorizers,
    hidden: read.hidden,
    ...(read.replaces && { replaces: read.replaces }),
    security: (operation, found) => {
      operations.set(found.key, { operation, found })
      if (!hasIntegration(operation)) return {}
      const endpoint = securityOfSam(guarded, { operation, found })
      return { ...endpoint, ...apiKeyOf(operation, endpoint) }
    },
  })
  const { ignoresDefault } = read
  const api = {
    ...defined,
    ...(preflightGuarded && { preflightGuarded: { ...preflightGuarded, ignoresDefault } }),
  }
  return {
    api,
    auth: read,
    operations,
    inherited: isEmpty(listingOf(property(body, 'security'))).is ? [] : [INHERITED],
    hasDefinition: body.kind !== 'absent',
    hidden: [...api.open.filter(cause => !ofEvents.includes(cause)), ...adds.because],
    addsEvents: adds,
  }
}

const INHERITED = outside(
  'security',
  'The definition sets security for all its operations, which is not read for events.',
)

/** SAM writes the authorizer of an event into a definition that it adds no event to, if that is asked for. */
export const joins = ({ addsEvents }: Pick<SamApi, 'addsEvents'>, auth: Term): Truth =>
  some(addsEvents, isOn(property(auth, 'OverrideApiAuth')))

/** Which schemes those that SAM defines for events replace. */
function schemesOf(auths: readonly Term[]): Replaces | undefined {
  if (auths.some(auth => isOneOf(property(auth, 'Authorizer'), 'AWS_IAM').is !== false)) return 'all but IAM'
  return auths.some(auth => isOn(property(auth, API_KEY)).is !== false) ? 'all' : undefined
}

/** Events join the definition of an HTTP API; that of a REST API only where `MergeDefinitions` says so. */
function addsEvents(type: Api['type'], body: Term, location: Term, settings: Term): Truth {
  const hasBody = body.kind !== 'absent'
  if (type === 'http') return known(hasBody || location.kind === 'absent')
  return !hasBody && location.kind === 'absent' ? yes : isOn(property(settings, 'MergeDefinitions'))
}

/** SAM takes the type of the endpoints as a word or in a map, and writes a policy of its own. */
const networkLimits = (settings: Term, auth: Term): Pick<Api, 'policies' | 'endpointTypes'> => {
  const endpoints = property(settings, 'EndpointConfiguration')
  return {
    policies: [property(settings, 'Policy'), property(auth, 'ResourcePolicy')],
    endpointTypes: [endpoints, property(endpoints, 'Type')],
  }
}

/** SAM's `Headers` map as API Gateway's parameters. */
function samHeaders(headers: Term): Term {
  if (headers.kind !== 'fields') return headers
  const fields = new Map(
    [...headers.fields].map(([name, field]) => [`gatewayresponse.header.${name}`, field] as const),
  )
  return { ...headers, fields }
}
