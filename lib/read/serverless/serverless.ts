import { type Cause, outside } from '../../deployed/cause'
import type { Api } from '../../deployed/deployed'
import { property } from '../../deployed/questions'
import type { Service as NamedService } from '../../deployed/service'
import { absent, literal, type Term } from '../../deployed/term'
import { entryOf, type MapNode, type Node, type ScalarNode, type Span, valueAt } from '../../source/node'
import { type Hidden, hiddenKeys, isNamed } from '../hidden'
import { hiddenAuthorizers } from '../hidden-authorizer'
import { ofAnyApi } from '../hidden-endpoint'
import type { Builder } from '../template/builder'
import { evaluate } from '../template/evaluate'
import { ownText } from '../template/own-text'
import type { Stack, StackOptions } from '../template/resource'
import { plainScope, type Scope } from '../template/scope'
import { openStack } from '../template/stack'
import { corsOf } from './cors'
import { toEndpoint } from './endpoint'
import { httpEvents, isEmpty } from './events'
import { providerAuthorizers } from './http-guard'
import { logicalIdOf } from './logical-id'
import { type Overrides, overridesIn } from './overrides'
import { mergedSections } from './sections'
import { type Surroundings, variablesOf } from './variables'

/** A serverless.yml whose own words are still to be read: its resources are a template. */
export interface Service {
  readonly stack: Stack
  /** Reads events and authorizers; the resources of the template must be read already. */
  readonly readEvents: (builder: Builder) => void
  /** Reads the APIs that the framework creates, so that resources can refer to them. */
  readonly readApis: (builder: Builder) => void
}

type Options = Omit<StackOptions, 'variables' | 'resolve' | 'isImplied'>

/** Opens a serverless.yml, or its JSON. */
export function openService(root: MapNode, options: Options, file: Surroundings['file']): Service {
  let current: Scope = plainScope
  const variables = variablesOf({ root, known: options.known, file, scope: () => current })
  const { resolve } = variables
  const stack = openStack(resourcesOf(root, resolve), {
    ...options,
    variables: variables.evaluated,
    resolve,
    isImplied,
    onScope: scope => {
      current = scope
    },
  })
  const events = httpEvents(valueAt(root, 'functions'), resolve)
  const provider = valueAt(root, 'provider')
  const ofProvider = (name: string) => resolvedTerm(provider && valueAt(resolve(provider), name), stack, root)
  const httpApi = ofProvider('httpApi')
  const authorizers = property(httpApi, 'authorizers')
  const hidden = hiddenIn(root, resolve, variables.evaluated)
  const overrides = overridesIn(valueAt(root, 'resources'), resolve, stack, root)
  const apis = (['rest', 'http'] as const).flatMap(type => {
    const first = events.find(event => event.type === type)
    // An event that is not known may make the API that the authorizers are for.
    const mayMake =
      type === 'http' && hasKeys(authorizers) ? hidden.events.find(it => !isNamed(it)) : undefined
    const isRest = type === 'rest'
    const name = isRest ? ofProvider('apiName') : property(httpApi, 'name')
    const apiGateway = ofProvider('apiGateway')
    const shared = isRest ? property(apiGateway, 'restApiId') : property(httpApi, 'id')
    const at = first?.key ?? mayMake?.at
    if (!at) return []
    const ofType = toApi(type, at, { name, httpApi, shared, overrides }, stack)
    const api = isRest
      ? { ...ofType, ...networkLimits(ofProvider('endpointType'), apiGateway, overrides) }
      : ofType
    return first || !mayMake ? [api] : [{ ...api, under: mayMake.cause }]
  })
  const open = [...stack.open, ...hidden.causes]
  return {
    stack: { ...stack, open },
    readApis: builder => {
      // A resource with the logical id of an API that the framework makes is that API.
      remove(builder.apis, new Set(apis.map(({ key }) => key)))
      builder.apis.push(...apis)
      builder.services.push({
        prefix: stack.prefix,
        name: serviceName(resolvedTerm(valueAt(root, 'service'), stack, root)),
        stage: stageOf(ofProvider('stage'), options, root),
        region: ofProvider('region'),
      })
    },
    readEvents: builder => {
      for (const api of apis)
        if (api.type === 'http') {
          builder.authorizers.push(...providerAuthorizers(authorizers, api))
          builder.hiddenAuthorizers.push(...hiddenAuthorizers(hiddenKeys(authorizers), api))
        }
      const endpoints = events.flatMap(event => {
        const api = apis.find(({ type }) => type === event.type)
        return api ? [toEndpoint(event, api, authorizers, overrides, stack.scope, builder)] : []
      })
      const ids = endpoints.flatMap(endpoint => logicalIdOf(endpoint) ?? [])
      remove(builder.endpoints, new Set(ids.map(id => stack.prefix + id)))
      for (const endpoint of endpoints) builder.endpoints.push(endpoint)
      // The type of an authorizer may be written in any event of a REST API.
      for (const endpoint of ofAnyApi(hidden.events))
        builder.hidden.push(
          endpoint.apiType === 'rest' ? { ...endpoint, writtenType: endpoint.authorizationType } : endpoint,
        )
    },
  }
}

/** Removes what has one of these keys. */
function remove(things: { readonly key: string }[], keys: ReadonlySet<string>): void {
  const kept = things.filter(({ key }) => !keys.has(key))
  things.length = 0
  for (const thing of kept) things.push(thing)
}

/** Why functions, events or resources may be there that the files do not show: files that were not given. */
function hiddenIn(
  root: MapNode,
  resolve: (node: Node) => Node,
  evaluated: (node: ScalarNode) => Term | undefined,
): { readonly causes: readonly Cause[]; readonly events: readonly Hidden[] } {
  const causes: Cause[] = []
  const events: Hidden[] = []
  const look = (node: Node | undefined, hasEvents = false): Node | undefined => {
    const found = node && resolve(node)
    const term = found?.kind === 'scalar' && found.value.includes('${') ? evaluated(found) : undefined
    if (found && term?.kind === 'unknown') {
      causes.push({ ...term.cause, at: found })
      if (hasEvents) events.push({ cause: term.cause, at: found })
    }
    return found
  }
  const each = (node: Node | undefined, visit: (item: Node) => void, hasEvents = false) => {
    const found = look(node, hasEvents)
    if (found?.kind === 'list') for (const item of found.items) visit(item)
    else if (found) visit(found)
  }
  each(valueAt(root, 'resources'), item => {
    const section = look(item)
    for (const name of ['Resources', 'extensions']) {
      const resources = look(valueAt(section, name))
      if (resources?.kind === 'map') for (const { value } of resources.entries) look(value)
    }
  })
  const visitFunctions = (item: Node) => {
    const map = look(item, true)
    for (const { value } of map?.kind === 'map' ? map.entries : [])
      each(valueAt(look(value, true), 'events'), visitEvent, true)
  }
  const visitEvent = (event: Node) => {
    const found = look(event, true)
    for (const { key, value: settings } of found?.kind === 'map' ? found.entries : [])
      if (/^http(?:Api)?$/.test(key.value) && isEmpty(look(settings) ?? settings)) {
        causes.push({ ...NO_SETTINGS, at: key })
        events.push({ cause: NO_SETTINGS, at: key })
      }
  }
  each(valueAt(root, 'functions'), visitFunctions, true)
  const custom = valueAt(root, 'custom')
  const proxies = custom && valueAt(resolve(custom), 'apiGatewayServiceProxies')
  if (proxies) {
    causes.push({ ...PROXIES, at: proxies })
    events.push({ cause: PROXIES, at: proxies })
  }
  return { causes, events }
}

const NO_SETTINGS = outside(
  'event',
  'The event has no settings. Its path, method and authorizer belong below it, further to the right than its name.',
)

const PROXIES = outside(
  'apiGatewayServiceProxies',
  'A plugin adds methods that are described here, not in functions. Give what `serverless package` writes, .serverless/cloudformation-template-update-stack.json.',
)

const hasKeys = (term: Term): boolean => term.kind === 'fields' && term.fields.size > 0

const resolvedTerm = (node: Node | undefined, stack: Stack, at: Span): Term =>
  node ? evaluate(node, stack.scope) : absent(at)

/** `service` is a name, or, in older files, a map with one. */
const serviceName = (service: Term): Term => (service.kind === 'text' ? service : property(service, 'name'))

/** The framework's stage is dev where neither the file nor an option says another. */
function stageOf(written: Term, { known }: Options, at: Span): NamedService['stage'] {
  if (known.stage !== undefined) return literal(known.stage, at)
  return written.kind === 'absent' ? literal('dev', at, ['opt:stage']) : written
}

function toApi(
  type: Api['type'],
  { source, start, end }: Span,
  {
    name,
    httpApi,
    shared,
    overrides,
  }: { readonly name: Term; readonly httpApi: Term; readonly shared: Term; readonly overrides: Overrides },
  stack: Stack,
): Api {
  const id = type === 'rest' ? REST_API : 'HttpApi'
  const at = { source, start, end }
  const key = stack.prefix + id
  const ofProvider = type === 'http' ? property(httpApi, 'cors', at) : absent(at)
  const under = overrides.under(id)
  return {
    id,
    key,
    at,
    ...(under && { under }),
    type,
    name: overrides.property(id, 'Name', name),
    apiId: ownText({ key, at }),
    deploysItself: true,
    permitsItself: true,
    ...corsOf(ofProvider, overrides, id),
    open: shared.kind === 'absent' ? [] : [ofAnother(shared)],
  }
}

function networkLimits(
  endpointType: Term,
  apiGateway: Term,
  { property: overridden }: Overrides,
): Pick<Api, 'policies' | 'endpointTypes'> {
  const endpoints = overridden(REST_API, 'EndpointConfiguration', absent(endpointType.at))
  return {
    policies: [overridden(REST_API, 'Policy', property(apiGateway, 'resourcePolicy'))],
    endpointTypes: [endpointType, property(endpoints, 'Types')],
  }
}

/** An API that several services share has CORS settings, gateway responses and endpoints of other stacks too. */
const ofAnother = ({ at }: Term): Cause => ({
  kind: 'outside',
  name: 'API',
  message: 'The API belongs to another stack, which may add to it. Give its template too, or a snapshot.',
  at,
})

/** `resources` may be a map with Resources, or a list of such maps; all of them become one template. */
function resourcesOf(root: MapNode, resolve: (node: Node) => Node): Node {
  const merged = mergedSections(valueAt(root, 'resources'), resolve)
  const written = merged && entryOf(merged, 'Resources')
  const resources = written && resolve(written.value)
  const key = { ...root.entries[0]!.key, value: 'Resources' }
  const value: MapNode = { ...root, entries: resources?.kind === 'map' ? resources.entries : [] }
  const others = merged?.entries.filter(({ key }) => key.value !== 'Resources') ?? []
  return { ...root, entries: [...others, { key, value, merged: false }] }
}

const REST_API = 'ApiGatewayRestApi'

/** Whether the framework generates a resource with this logical id. */
const isImplied = (id: string): boolean =>
  /LambdaFunction$|^(?:ApiGateway|HttpApi|IamRole|ServerlessDeploymentBucket)/.test(id)
