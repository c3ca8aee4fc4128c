import { whole } from '../../deployed/compare'
import type { Authorizer, Endpoint, Link, ScopesSlot } from '../../deployed/deployed'
import { linkTo } from '../../deployed/links'
import { asText, fieldOf, property } from '../../deployed/questions'
import { absent, literal, type Term } from '../../deployed/term'
import type { Span } from '../../source/node'
import { upperCase } from '../cloudformation/rest'
import { typeOf } from '../openapi/security'
import type { Stack, TemplateResource } from '../template/resource'
import { propertyOf } from '../template/resource'
import type { SamApi } from './apis'
import type { SamAuthorizer } from './authorizers'

/** An event of a function that an API calls. */
export interface ApiEvent {
  readonly name: string
  readonly at: Span
  readonly settings: Term
  readonly type: 'rest' | 'http'
  readonly function: TemplateResource
  /** The API it names; absent for the implicit one. */
  readonly apiRef: Term
}

/** The API events of all functions. */
export function apiEvents({ resources }: Stack): readonly ApiEvent[] {
  const found: ApiEvent[] = []
  for (const resource of resources.values()) {
    if (resource.type !== 'AWS::Serverless::Function' && resource.type !== 'AWS::Serverless::StateMachine')
      continue
    const events = propertyOf(resource, 'Events')
    if (events.kind !== 'fields') continue
    for (const [name, { key, value }] of events.fields) {
      const kind = whole(asText(property(value, 'Type', key)))
      if (kind !== 'Api' && kind !== 'HttpApi') continue
      const settings = property(value, 'Properties', key)
      const type = kind === 'Api' ? 'rest' : 'http'
      const apiRef = property(settings, kind === 'Api' ? 'RestApiId' : 'ApiId', key)
      found.push({ name, at: key, settings, type, function: resource, apiRef })
    }
  }
  return found
}

/** An endpoint of an event, with the defaults of its API. */
export function toEndpoint(event: ApiEvent, apis: readonly SamApi[], prefix: string): Endpoint {
  const { at, settings, type } = event
  const link = apiLink(event, apis, prefix)
  const samApi = link.kind === 'one' ? link.to : undefined
  const auth = property(settings, 'Auth', at)
  const guard = guardOf(auth, samApi, at)
  const method = property(settings, 'Method', at)
  const path = property(settings, 'Path', at)
  return {
    id: event.name,
    key: `${event.function.key} event ${event.name}`,
    at,
    ...(event.function.under && { under: event.function.under }),
    apiType: type,
    api: link.kind === 'one' ? { kind: 'one', to: link.to.api } : link,
    method: upperCase(method.kind === 'absent' ? literal('ANY', at) : asText(method)),
    path: path.kind === 'absent' ? literal('$default', at) : asText(path),
    authorizationType: guard.type,
    authorizer: guard.authorizer,
    scopes: guard.scopes,
    ...scopesSlot(event, auth, samApi),
    integrationUri: absent(at),
    handler: propertyOf(event.function, 'Handler'),
    isMock: false,
    parts: [],
  }
}

function apiLink({ apiRef, type, at }: ApiEvent, apis: readonly SamApi[], prefix: string): Link<SamApi> {
  const wanted = apis.filter(({ api }) => api.type === type)
  if (apiRef.kind !== 'absent') {
    // A bare text names the logical id: SAM accepts it in place of a Ref.
    const id = apiRef.kind === 'text' ? whole(apiRef) : undefined
    const named = wanted.find(({ api }) => api.key === prefix + id)
    return named ? { kind: 'one', to: named } : linkTo(apiRef, wanted, ({ api }) => api.apiId, 'API')
  }
  const implicit = type === 'rest' ? 'ServerlessRestApi' : 'ServerlessHttpApi'
  const found = wanted.find(({ api }) => api.id === implicit)
  return found
    ? { kind: 'one', to: found }
    : {
        kind: 'foreign',
        text: literal(implicit, at),
        because: { kind: 'outside', name: 'API', message: 'The API is not in these files.' },
      }
}

interface Guard {
  readonly type: Term
  readonly authorizer: Link<Authorizer>
  readonly scopes: Term
}

const KEY = 'AuthorizationScopes'

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
            key: KEY,
            after: ['Method', 'Path'],
          },
        }
      : {}
  if (auth.kind !== 'fields' || !auth.node) return {}
  const slot = { map: auth.node, key: KEY, after: ['Authorizer'] }
  if (auth.fields.has('Authorizer') || (type === 'http' && name !== undefined)) return { scopesSlot: slot }
  return name === undefined || auth.fields.has(KEY)
    ? {}
    : { scopesSlot: { ...slot, values: { Authorizer: name } } }
}

function guardOf(auth: Term, samApi: SamApi | undefined, at: Span): Guard {
  const own = property(auth, 'Authorizer', at)
  const name = own.kind === 'absent' ? (samApi?.auth.defaultName ?? absent(at)) : own
  const written = property(auth, KEY, at)
  const open = (type: Term): Guard => ({ type, authorizer: { kind: 'none' }, scopes: written })
  if (name.kind === 'absent') return open(literal('NONE', at))
  const word = name.kind === 'text' ? whole(name) : undefined
  if (word === 'NONE' || word === 'AWS_IAM') return open(literal(word, name.at))
  const authorizer = samApi?.auth.authorizers.find(({ id }) => id === word)
  if (!authorizer) {
    if (word === undefined || !samApi) return unknownGuard(name, at)
    return {
      type: literal(samApi.api.type === 'rest' ? 'COGNITO_USER_POOLS' : 'JWT', name.at),
      authorizer: { kind: 'missing', name: word },
      scopes: absent(at),
    }
  }
  return {
    type: typeOf(authorizer, fieldOf(auth, 'Authorizer')?.key ?? at),
    authorizer: { kind: 'one', to: authorizer },
    scopes: scopesOf(written, own.kind !== 'absent', authorizer),
  }
}

/**
 * The scopes of an event, or the default ones of its authorizer. An empty list removes those of a REST API only; on an
 * HTTP API an event lists scopes for the default authorizer too.
 */
function scopesOf(written: Term, isOwn: boolean, { api, defaultScopes }: SamAuthorizer): Term {
  const isHttp = api.kind === 'one' && api.to.type === 'http'
  const counts = isHttp
    ? written.kind !== 'list' || written.items.length > 0 || written.open.length > 0
    : isOwn
  return counts && written.kind !== 'absent' ? written : defaultScopes
}

function unknownGuard(name: Term, at: Span): Guard {
  const cause =
    name.kind === 'unknown' || name.kind === 'either'
      ? name.cause
      : { kind: 'outside' as const, name: 'API', message: 'The API is not in these files.' }
  const type: Term = { kind: 'unknown', key: `authorizer ${at.start}`, cause, at, maybeAbsent: false }
  return { type, authorizer: { kind: 'unknown', because: [cause] }, scopes: type }
}
