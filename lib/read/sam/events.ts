import { type Cause, outside } from '../../deployed/cause'
import { causesOf, whole } from '../../deployed/compare'
import type { Api, Endpoint, Link, ScopesSlot } from '../../deployed/deployed'
import { linkTo } from '../../deployed/links'
import { asText, property } from '../../deployed/questions'
import { absent, literal, type Term } from '../../deployed/term'
import type { Span } from '../../source/node'
import { branchesOf } from '../branches'
import { upperCase } from '../cloudformation/rest'
import type { Hidden } from '../hidden'
import type { Stack, TemplateResource } from '../template/resource'
import { propertyOf } from '../template/resource'
import { apiKeyOfEvent } from './api-key'
import type { SamApi } from './apis'
import { guardOf, type NotKnown, SCOPES } from './event-guard'

/** An event of a function that an API calls. */
export interface ApiEvent {
  readonly name: string
  readonly at: Span
  readonly settings: Term
  readonly type: 'rest' | 'http'
  readonly function: TemplateResource
  /** The API it names; absent for the implicit one. */
  readonly apiRef: Term
  /** The condition that decides whether the event is there. */
  readonly under: Cause | undefined
}

/** The API events of functions, and why there may be others. */
export interface ApiEvents {
  readonly events: readonly ApiEvent[]
  readonly hidden: readonly Hidden[]
}

/** The API events of all functions. */
export function apiEvents({ resources }: Stack): ApiEvents {
  const found: ApiEvent[] = []
  const hidden: Hidden[] = []
  for (const resource of resources.values()) {
    if (resource.type !== 'AWS::Serverless::Function' && resource.type !== 'AWS::Serverless::StateMachine')
      continue
    const events = branchesOf(propertyOf(resource, 'Events'))
    hidden.push(...events.open.map(cause => ({ cause, at: resource.at })))
    for (const { map, under: ofAll } of events.branches)
      for (const [name, { key, value }] of map.fields) {
        const event = branchesOf(value, ofAll)
        hidden.push(...event.open.map(cause => ({ cause, at: key })))
        for (const { map: written, under: ofEvent } of event.branches) {
          const ofKind = asText(property(written, 'Type', key))
          hidden.push(...causesOf(ofKind).map(cause => ({ cause, at: key })))
          const kind = whole(ofKind)
          if (kind !== 'Api' && kind !== 'HttpApi') {
            const meant = ['Api', 'HttpApi'].find(it => it.toLowerCase() === kind?.toLowerCase())
            if (meant) hidden.push({ cause: noSuchType(name, kind ?? '', meant, key), at: key })
            continue
          }
          const type = kind === 'Api' ? 'rest' : 'http'
          for (const { settings, under } of settingsOf(property(written, 'Properties', key), ofEvent)) {
            const apiRef = property(settings, kind === 'Api' ? 'RestApiId' : 'ApiId', key)
            found.push({ name, at: key, settings, type, function: resource, apiRef, under })
          }
        }
      }
  }
  return { events: found, hidden }
}

const noSuchType = (name: string, written: string, meant: string, at: Span): Cause => ({
  ...outside(`event ${name}`, `SAM has no event of the type ${written}. Write ${meant}.`),
  at,
})

/** The settings of an event: those of each branch where a condition decides on them. */
const settingsOf = (term: Term, under: Cause | undefined): readonly Pick<ApiEvent, 'settings' | 'under'>[] =>
  term.kind === 'either'
    ? term.options.flatMap(option =>
        option.kind === 'absent' ? [] : settingsOf(option, under ?? term.cause),
      )
    : [{ settings: term, under }]

/** An endpoint of an event, with the defaults of its API. */
export function toEndpoint(event: ApiEvent, apis: readonly SamApi[], prefix: string): Endpoint {
  const { at, settings, type } = event
  const link = apiLink(event, apis, prefix)
  const samApi = link.kind === 'one' ? apis.find(({ api }) => api === link.to) : undefined
  const auth = property(settings, 'Auth', at)
  const written = property(settings, 'Method', at)
  const method = upperCase(written.kind === 'absent' ? literal('ANY', at) : asText(written))
  const guardedApi = samApi ?? whyUnknown(link)
  const path = property(settings, 'Path', at)
  // Events are no endpoints of an API with a definition of its own.
  const under = event.function.under ?? event.under ?? (link.kind === 'unknown' ? link.because[0] : undefined)
  return {
    id: event.name,
    key: `${event.function.key} event ${event.name}`,
    at,
    ...(under && { under }),
    apiType: type,
    api: link,
    method,
    path: path.kind === 'absent' ? literal('$default', at) : asText(path),
    ...guardOf(auth, guardedApi, method, at),
    ...(type === 'rest' && { apiKey: apiKeyOfEvent(auth, guardedApi, method, at) }),
    ...scopesSlot(event, auth, samApi),
    integrationUri: absent(at),
    handler: propertyOf(event.function, 'Handler'),
    isMock: false,
    parts: [],
  }
}

function apiLink({ apiRef, type, at }: ApiEvent, apis: readonly SamApi[], prefix: string): Link<Api> {
  const wanted = apis.flatMap(({ api }) => (api.type === type ? [api] : []))
  const implicit = type === 'rest' ? 'ServerlessRestApi' : 'ServerlessHttpApi'
  const ref = apiRef.kind === 'absent' ? literal(implicit, at) : apiRef
  // A bare text names the logical id: SAM accepts it in place of a Ref.
  const id = ref.kind === 'text' ? whole(ref) : undefined
  const named = wanted.find(({ key }) => key === prefix + id)
  return named ? { kind: 'one', to: named } : linkTo(ref, wanted, ({ apiId }) => apiId, 'API')
}

const NOT_HERE = outside('API', 'SAM adds events only to its own APIs of the same template.')

const whyUnknown = (link: Link<Api>): NotKnown =>
  link.kind === 'unknown' ? { because: link.because, mayBeMissing: true } : { because: [NOT_HERE] }

/** Where the event's own scopes go. On a REST API SAM accepts them only next to the name of the authorizer. */
function scopesSlot(
  { settings, type }: ApiEvent,
  auth: Term,
  samApi: SamApi | undefined,
): { readonly scopesSlot?: ScopesSlot } {
  const preset = samApi?.auth.defaultName
  const name = preset?.kind === 'text' ? whole(preset) : undefined
  if (auth.kind === 'absent')
    return settings.kind === 'fields' && settings.node && name !== undefined
      ? {
          scopesSlot: {
            map: settings.node,
            within: 'Auth',
            values: { Authorizer: name },
            key: SCOPES,
            after: ['Method', 'Path'],
          },
        }
      : {}
  if (auth.kind !== 'fields' || !auth.node) return {}
  const slot = { map: auth.node, key: SCOPES, after: ['Authorizer'] }
  if (auth.fields.has('Authorizer') || (type === 'http' && name !== undefined)) return { scopesSlot: slot }
  return name === undefined || auth.fields.has(SCOPES)
    ? {}
    : { scopesSlot: { ...slot, values: { Authorizer: name } } }
}
