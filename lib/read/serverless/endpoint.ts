import { type Cause, outside } from '../../deployed/cause'
import { whole } from '../../deployed/compare'
import type { Api, Endpoint, Slot } from '../../deployed/deployed'
import { linkTo } from '../../deployed/links'
import { asText, fieldOf, property } from '../../deployed/questions'
import { absent, joinParts, literal, type Term, type Text, unknown } from '../../deployed/term'
import type { Span } from '../../source/node'
import { upperCase } from '../cloudformation/rest'
import { routeKey } from '../cloudformation/route-key'
import type { Builder } from '../template/builder'
import { evaluate } from '../template/evaluate'
import type { Scope } from '../template/scope'
import type { HttpEvent } from './events'
import type { Guard } from './guard'
import { httpGuard } from './http-guard'
import { logicalIdOf } from './logical-id'
import type { Overrides } from './overrides'
import { restGuard } from './rest-guard'
import { typeAdvice } from './type-advice'

/** An `http` or `httpApi` event as an endpoint. */
export function toEndpoint(
  event: HttpEvent,
  api: Api,
  httpAuthorizers: Term,
  overrides: Overrides,
  scope: Scope,
  builder: Builder,
): Endpoint {
  const at = span(event.key)
  const settings = evaluate(event.settings, scope)
  const { method, path } = target(settings, event.type, at)
  const authorizer = fieldOf(settings, 'cfAuthorizer')
    ? unknown(`cfAuthorizer ${at.source.path} ${at.start}`, OF_PLUGIN, at)
    : property(settings, 'authorizer', at)
  const key = `${api.key} ${event.functionName} ${at.source.path} ${event.number}`
  const ofEvent =
    event.type === 'rest'
      ? restGuard(authorizer, api, key, at, builder)
      : httpGuard(authorizer, httpAuthorizers, builder, at)
  if (ofEvent.made) builder.authorizers.push(ofEvent.made)
  const route = { apiType: event.type, method, path }
  const logicalId = logicalIdOf(route)
  const hidden = overrides.hidden(route)
  const under = hidden ?? (logicalId === undefined ? undefined : overrides.under(logicalId))
  const guard = hidden
    ? besideHidden(ofEvent, hidden, at)
    : overridden(ofEvent, logicalId, overrides, builder)
  const slot = scopesSlot(authorizer)
  const scopesAt = (authorizer.kind === 'fields' && fieldOf(settings, 'authorizer')?.key) || at
  const advice = typeAdvice(guard, scopesAt)
  return {
    id: event.functionName,
    key,
    at,
    ...(under && { under }),
    apiType: event.type,
    api: { kind: 'one', to: api },
    method: upperCase(method),
    path,
    authorizationType: guard.type,
    ...(guard.writtenType && { writtenType: guard.writtenType }),
    ...(advice && { typeAdvice: advice }),
    authorizer: guard.authorizer,
    scopes: guard.scopes,
    scopesAt,
    ...(slot && { scopesSlot: slot }),
    integrationUri: absent(at),
    ...(event.handler && { handler: evaluate(event.handler, scope) }),
    isMock: false,
    ...(event.type === 'rest' && {
      cors: property(settings, 'cors', at),
      apiKey: apiKeyOf(property(settings, 'private', at), logicalId, overrides),
    }),
    parts: [],
  }
}

const OF_PLUGIN = outside(
  'cfAuthorizer',
  'A plugin reads cfAuthorizer and decides on the authorizer. Give what `serverless package` writes, .serverless/cloudformation-template-update-stack.json.',
)

const apiKeyOf = (own: Term, logicalId: string | undefined, overrides: Overrides): Term =>
  logicalId === undefined ? own : overrides.property(logicalId, 'ApiKeyRequired', own)

const span = ({ source, start, end }: Span): Span => ({ source, start, end })

function scopesSlot(authorizer: Term): Slot | undefined {
  return authorizer.kind === 'fields' && authorizer.node
    ? { map: authorizer.node, key: 'scopes', after: ['authorizerId', 'name', 'arn', 'type'] }
    : undefined
}

/** What becomes of an event whose method or route the resources of the file change. */
function overridden(guard: Guard, id: string | undefined, overrides: Overrides, builder: Builder): Guard {
  if (id === undefined) return guard
  const type = overrides.property(id, 'AuthorizationType', guard.type)
  const authorizer = overrides.property(id, 'AuthorizerId', absent(type.at))
  const { writtenType: _, ...rest } = guard
  return {
    ...(type === guard.type ? guard : { ...rest, type }),
    ...(authorizer.kind !== 'absent' && {
      authorizer: linkTo(authorizer, builder.authorizers, ({ authorizerId }) => authorizerId, 'authorizer'),
    }),
    scopes: overrides.property(id, 'AuthorizationScopes', guard.scopes),
  }
}

/** The same where it is not known whether and how they change it. A file that was not given is named by itself. */
function besideHidden(guard: Guard, cause: Cause, at: Span): Guard {
  if (cause.kind === 'file') return guard
  const term = unknown(`override of ${at.source.path} ${at.start}`, cause, at, true)
  const authorizer = { kind: 'unknown', because: [cause], mayBeMissing: true } as const
  return { ...guard, type: term, authorizer, scopes: term }
}

/** `GET /notes`, `{ method, path }`, or `*`. */
function target(settings: Term, type: Api['type'], at: Span): { readonly method: Text; readonly path: Text } {
  if (settings.kind === 'text') {
    const [part] = settings.parts
    if (settings.parts.length === 1 && part?.kind === 'literal' && part.text.trim() === '*')
      return routeKey(literal('$default', at))
    const { method, path } = routeKey(settings)
    return { method, path: pathOf(path, type) }
  }
  const method = property(settings, 'method', at)
  const path = property(settings, 'path', at)
  const isDefault = type === 'http' && whole(asText(path)) === '*'
  return {
    method: anyFor(method.kind === 'absent' ? literal('ANY', at) : asText(method)),
    path: isDefault
      ? literal('$default', at)
      : path.kind === 'absent'
        ? asText(unknown(`path of ${at.source.path} ${at.start}`, NO_PATH, at))
        : pathOf(asText(path), type),
  }
}

const NO_PATH: Cause = {
  kind: 'variable',
  name: 'path',
  message: 'An event has no path. The Serverless Framework does not deploy it.',
}

/** `*` is ANY in an httpApi event. */
const anyFor = (method: Text): Text => {
  const [part] = method.parts
  return part?.kind === 'literal' && part.text === '*' ? literal('ANY', method.at) : method
}

/** A REST API has its paths without the slash at their end, which may be written. */
function pathOf(path: Text, type: Api['type']): Text {
  const { parts } = rooted(path)
  const last = parts.at(-1)
  if (type === 'http' || last?.kind !== 'literal' || !/.\/$/.test(last.text)) return { ...path, parts }
  return { ...path, parts: [...parts.slice(0, -1), { ...last, text: last.text.slice(0, -1) }] }
}

/** Paths may be written without the slash in front. */
function rooted(path: Text): Text {
  const [first] = path.parts
  if (first?.kind === 'literal' && first.text.startsWith('/')) return path
  return { ...path, parts: joinParts([{ kind: 'literal', text: '/' }, ...path.parts], path.at) }
}
