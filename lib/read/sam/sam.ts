import { requiresApiKey } from '../../deployed/access'
import type { Cause } from '../../deployed/cause'
import { causesOf, keyOf, sameText } from '../../deployed/compare'
import type { Endpoint } from '../../deployed/deployed'
import { isOn, isOneOf, property } from '../../deployed/questions'
import { absent, type Term } from '../../deployed/term'
import { all } from '../../deployed/truth'
import { entryOf, type Span } from '../../source/node'
import { ofAnyApi } from '../hidden-endpoint'
import type { Readers } from '../readers'
import type { Builder } from '../template/builder'
import { evaluate } from '../template/evaluate'
import type { Stack } from '../template/resource'
import { joins, readSamApis, type SamApi } from './apis'
import { hasIntegration, lacksIam, NO_SCHEME, securityOfSam } from './default-security'
import { mayBeMissing, unknownGuard } from './event-guard'
import { type ApiEvent, apiEvents, toEndpoint } from './events'

export { isImpliedApi } from './apis'

/** Expands what a SAM template says about APIs in its own words: APIs, authorizers, events, Globals. */
export function readSam(stack: Stack, builder: Builder, readers: Readers): void {
  const { events, hidden } = apiEvents(stack)
  const open = hidden.map(({ cause }) => cause)
  const implicit = new Map<string, Span>()
  for (const { apiRef, type, at } of events)
    if (apiRef.kind === 'absent' || isImplicitRef(apiRef))
      implicit.set(type === 'rest' ? 'ServerlessRestApi' : 'ServerlessHttpApi', at)
  const auths = events.map(({ settings }) => property(settings, 'Auth'))
  const apis = readSamApis(stack, globalsOf(stack), { implicit, open, auths }, builder, readers)
  const seen = new Set<string>()
  const elsewhere: ((operation: Endpoint) => Endpoint)[] = []
  const { endpoints } = builder
  const defined = new Map(endpoints.map((endpoint, i) => [identityOf(endpoint), i] as const))
  for (const event of events) {
    const endpoint = toEndpoint(event, apis, stack.prefix)
    const samApi = apis.find(({ api }) => endpoint.api.kind === 'one' && endpoint.api.to.key === api.key)
    const name = identityOf(endpoint)
    // The same method and path may be in the definition too: SAM adds the event's function to it.
    const index = defined.get(name) ?? -1
    const definition = endpoints[index]
    if (definition) endpoints[index] = withEvent(definition, endpoint, event, samApi)
    else if (!seen.has(name)) endpoints.push(...added(endpoint, event, samApi))
    seen.add(name)
    if (!samApi || whereUnknown(endpoint).length === 0) continue
    const doubts = doubtsOf(event, endpoint, samApi)
    elsewhere.push(operation =>
      doubts.length > 0 && samApi.operations.has(operation.key) && mayBeAt(endpoint, operation)
        ? undecidedEvent(operation, doubts)
        : operation,
    )
  }
  // After all others: an event whose path or method is not known may be at any operation of the definition.
  for (const change of elsewhere) for (const i of defined.values()) endpoints[i] = change(endpoints[i]!)
  builder.hidden.push(...ofAnyApi(hidden))
}

const whereUnknown = ({ path, method }: Endpoint) => [...causesOf(path), ...causesOf(method)]

const mayBeAt = (event: Endpoint, { path, method }: Endpoint): boolean =>
  all(sameText(event.path, path), sameText(event.method, method)).is !== false

/** The same text for the same method and path of the same API. */
const identityOf = ({ api, method, path }: Endpoint): string =>
  JSON.stringify([api.kind === 'one' && api.to.key, keyOf(method), keyOf(path)])

/**
 * The event as an endpoint of its own. Where SAM does not add it to the definition, it is one only if a part of the
 * definition that is not here has it, and that part decides who may call it. So does an operation of the definition
 * with a path that is not known.
 */
function added(endpoint: Endpoint, event: ApiEvent, samApi: SamApi | undefined): readonly Endpoint[] {
  if (!samApi) return [endpoint]
  const { addsEvents, hasDefinition, hidden: ofDefinition } = samApi
  if (!addsEvents.is && ofDefinition.length === 0) return []
  const hidden = !addsEvents.is
    ? ofDefinition
    : hasDefinition
      ? [...ofDefinition, ...whereUnknown(endpoint)]
      : []
  const because = [
    ...hidden,
    ...(inherits(endpoint, event) ? samApi.inherited : []),
    ...(hasDefinition && lacksIam(endpoint, samApi) ? [NO_SCHEME] : []),
  ]
  return [because.length > 0 ? undecidedEvent(endpoint, because) : endpoint]
}

/** SAM writes no security into its operation. */
const inherits = ({ authorizationType, apiKey }: Endpoint, { settings }: ApiEvent): boolean =>
  isOneOf(authorizationType, 'NONE').is === true &&
  property(property(settings, 'Auth'), 'Authorizer').kind === 'absent' &&
  !(apiKey && isOn(apiKey).is)

function undecidedEvent(event: Endpoint, because: readonly Cause[]): Endpoint {
  const { scopesSlot: _, unnamed: __, ...endpoint } = event
  const missing = mayBeMissing(event.authorizer)
  return { ...endpoint, ...unknownGuard(because, absent(event.at), event.at, missing) }
}

/** Why it is not known what SAM writes of the `Auth` of an event into the operations of the definition, and into which. */
function doubtsOf({ settings }: ApiEvent, endpoint: Endpoint, samApi: SamApi): readonly Cause[] {
  const auth = property(settings, 'Auth')
  const { is, because } = joins(samApi, auth)
  if (auth.kind === 'absent' || is === false) return []
  return [
    ...(endpoint.under ? [endpoint.under] : []),
    ...(auth.kind === 'either' ? [auth.cause] : []),
    ...because,
    ...whereUnknown(endpoint),
  ]
}

/** SAM adds the function to the operation, and writes what the event and the API say of its security. */
function withEvent(
  definition: Endpoint,
  endpoint: Endpoint,
  event: ApiEvent,
  samApi: SamApi | undefined,
): Endpoint {
  const operation = samApi?.operations.get(definition.key)
  if (!samApi || !operation) return definition
  const doubts = doubtsOf(event, endpoint, samApi)
  const auth = property(event.settings, 'Auth')
  const mayJoin = samApi.addsEvents.is || hasIntegration(operation.operation)
  const isJoined = mayJoin && joins(samApi, auth).is === true
  const merges = samApi.addsEvents.is === true && event.type === 'rest'
  const security = isJoined ? securityOfSam(samApi, operation, { auth, endpoint, merges }) : definition
  const { handler } = endpoint
  const { apiKey } = isJoined && requiresApiKey(security).is === false ? endpoint : definition
  const found = {
    ...security,
    // What is missing there goes into the event.
    ...(security.authorizer === endpoint.authorizer && { at: event.at, scopesSlot: endpoint.scopesSlot }),
    ...(handler && { handler }),
    ...(apiKey && { apiKey }),
  }
  return doubts.length > 0 ? undecidedEvent(found, doubts) : found
}

const isImplicitRef = (term: Term): boolean =>
  term.kind === 'text' &&
  term.parts.some(part => part.kind === 'resource' && /Serverless(?:Rest|Http)Api$/.test(part.id))

function globalsOf({ root, scope }: Stack): Term {
  const node = root?.kind === 'map' ? entryOf(root, 'Globals')?.value : undefined
  const at = root ?? { source: { path: '', text: '' }, start: 0, end: 0 }
  return node ? evaluate(node, scope) : absent(at)
}
