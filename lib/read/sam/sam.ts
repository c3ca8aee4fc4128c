import { requiresApiKey } from '../../deployed/access'
import type { Cause } from '../../deployed/cause'
import { causesOf, sameText } from '../../deployed/compare'
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
import { readSamApis, type SamApi } from './apis'
import { securityOfSam } from './default-security'
import { unknownGuard } from './event-guard'
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
  const apis = readSamApis(stack, globalsOf(stack), { implicit, open }, builder, readers)
  const seen = new Set<string>()
  const defined = new Map(builder.endpoints.map((endpoint, i) => [identityOf(endpoint), i] as const))
  for (const event of events) {
    const endpoint = toEndpoint(event, apis, stack.prefix)
    const samApi = apis.find(({ api }) => endpoint.api.kind === 'one' && endpoint.api.to.key === api.key)
    const name = identityOf(endpoint)
    // The same method and path may be in the definition too: SAM adds the event's function to it.
    const index = defined.get(name)
    const definition = index === undefined ? undefined : builder.endpoints[index]
    if (definition && index !== undefined)
      builder.endpoints[index] = withEvent(definition, endpoint, event, samApi)
    else if (!seen.has(name)) builder.endpoints.push(...added(endpoint, event, samApi))
    seen.add(name)
    const doubts = samApi ? doubtsOf(event, endpoint, samApi) : []
    if (doubts.length > 0)
      for (const [i, it] of builder.endpoints.entries())
        if (
          samApi?.operations.has(it.key) &&
          all(sameText(it.path, endpoint.path), sameText(it.method, endpoint.method)).is !== false
        )
          builder.endpoints[i] = undecidedEvent(it, doubts)
  }
  builder.hidden.push(...ofAnyApi(hidden))
}

/** The same text for the same method and path of the same API. */
const identityOf = ({ api, method, path }: Endpoint): string =>
  JSON.stringify([api, method.parts, path.parts].map(nameOf))

/**
 * The event as an endpoint of its own. Where SAM does not add it to the definition, it is one only if a part of the
 * definition that is not here has it, and that part decides who may call it. So does an operation of the definition
 * with a path that is not known.
 */
function added(endpoint: Endpoint, event: ApiEvent, samApi: SamApi | undefined): readonly Endpoint[] {
  if (!samApi) return [endpoint]
  const { addsEvents, hasDefinition, hidden: ofDefinition } = samApi
  if (!addsEvents && ofDefinition.length === 0) return []
  const hidden = !addsEvents
    ? ofDefinition
    : hasDefinition
      ? [...ofDefinition, ...causesOf(endpoint.path), ...causesOf(endpoint.method)]
      : []
  const because = [...hidden, ...(inherits(endpoint, event) ? samApi.inherited : [])]
  return [because.length > 0 ? undecidedEvent(endpoint, because) : endpoint]
}

/** SAM writes no security into its operation. */
const inherits = ({ authorizationType, apiKey }: Endpoint, { settings }: ApiEvent): boolean =>
  isOneOf(authorizationType, 'NONE').is === true &&
  property(property(settings, 'Auth'), 'Authorizer').kind === 'absent' &&
  !(apiKey && isOn(apiKey).is)

function undecidedEvent(event: Endpoint, because: readonly Cause[]): Endpoint {
  const { scopesSlot: _, unnamed: __, ...endpoint } = event
  const { authorizer } = event
  const mayBeMissing =
    authorizer.kind === 'missing' || (authorizer.kind === 'unknown' && authorizer.mayBeMissing)
  const { type, ...guard } = unknownGuard(because, absent(event.at), event.at, mayBeMissing || undefined)
  return { ...endpoint, ...guard, authorizationType: type }
}

/** Why it is not known what SAM writes of the `Auth` of an event into the operations of the definition, and into which. */
function doubtsOf(
  { settings }: ApiEvent,
  { under, path, method }: Endpoint,
  { addsEvents, mayAddEvents }: SamApi,
): readonly Cause[] {
  const auth = property(settings, 'Auth')
  const overrides = isOn(property(auth, 'OverrideApiAuth'))
  const joins = addsEvents || overrides.is
  const mayJoin = joins ? [] : [...overrides.because, ...mayAddEvents]
  if (auth.kind === 'absent' || !(joins || mayJoin.length > 0)) return []
  return [
    ...(under ? [under] : []),
    ...(auth.kind === 'either' ? [auth.cause] : []),
    ...mayJoin,
    ...causesOf(path),
    ...causesOf(method),
  ]
}

/** SAM adds the function to the operation, and writes what the event and the API say of its security. */
function withEvent(
  definition: Endpoint,
  endpoint: Endpoint,
  event: ApiEvent,
  samApi: SamApi | undefined,
): Endpoint {
  const { handler } = endpoint
  const operation = samApi?.operations.get(definition.key)
  const auth = property(event.settings, 'Auth')
  const isAdded = samApi?.addsEvents !== false
  // SAM writes the authorizer of an event into a definition that it adds no event to, if that is asked for.
  const joins = isAdded || isOn(property(auth, 'OverrideApiAuth')).is === true
  const merges = isAdded && event.type === 'rest'
  const security =
    joins && samApi && operation ? securityOfSam(samApi, operation, { auth, endpoint, merges }) : definition
  const { authorizationType, authorizer, scopes } = security
  const { apiKey } = joins && requiresApiKey(security).is === false ? endpoint : definition
  return {
    ...definition,
    ...(handler && { handler }),
    ...(apiKey && { apiKey }),
    authorizationType,
    authorizer,
    scopes,
  }
}

const nameOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'to' in value
    ? (value as { readonly to: { readonly key: string } }).to.key
    : Array.isArray(value)
      ? value.map(part => part.text ?? part.key ?? part.id)
      : null

const isImplicitRef = (term: Term): boolean =>
  term.kind === 'text' &&
  term.parts.some(part => part.kind === 'resource' && /Serverless(?:Rest|Http)Api$/.test(part.id))

function globalsOf({ root, scope }: Stack): Term {
  const node = root?.kind === 'map' ? entryOf(root, 'Globals')?.value : undefined
  const at = root ?? { source: { path: '', text: '' }, start: 0, end: 0 }
  return node ? evaluate(node, scope) : absent(at)
}
