import { whole } from '../../deployed/compare'
import type { Api, Endpoint, Slot } from '../../deployed/deployed'
import { asText, fieldOf, property } from '../../deployed/questions'
import { absent, joinParts, literal, type Term, type Text } from '../../deployed/term'
import type { Span } from '../../source/node'
import { upperCase } from '../cloudformation/rest'
import { routeKey } from '../cloudformation/route-key'
import type { Builder } from '../template/builder'
import { evaluate } from '../template/evaluate'
import type { Scope } from '../template/scope'
import type { HttpEvent } from './events'
import { httpGuard } from './http-guard'
import { restGuard } from './rest-guard'
import { typeAdvice } from './type-advice'

/** An `http` or `httpApi` event as an endpoint. */
export function toEndpoint(
  event: HttpEvent,
  api: Api,
  httpAuthorizers: Term,
  scope: Scope,
  builder: Builder,
): Endpoint {
  const at = span(event.key)
  const settings = evaluate(event.settings, scope)
  const { method, path } = target(settings, event.type, at)
  const authorizer = property(settings, 'authorizer', at)
  const key = `${api.key} ${event.functionName} ${at.source.path} ${at.start}`
  const guard =
    event.type === 'rest'
      ? restGuard(authorizer, api, key, at, builder)
      : httpGuard(authorizer, httpAuthorizers, builder, at)
  if (guard.made) builder.authorizers.push(guard.made)
  const slot = scopesSlot(authorizer)
  const scopesAt = (authorizer.kind === 'fields' && fieldOf(settings, 'authorizer')?.key) || at
  const advice = typeAdvice(guard, scopesAt)
  return {
    id: event.functionName,
    key,
    at,
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
    ...(event.type === 'rest' && { cors: property(settings, 'cors', at) }),
    parts: [],
  }
}

const span = ({ source, start, end }: Span): Span => ({ source, start, end })

function scopesSlot(authorizer: Term): Slot | undefined {
  return authorizer.kind === 'fields' && authorizer.node
    ? { map: authorizer.node, key: 'scopes', after: ['authorizerId', 'name', 'arn', 'type'] }
    : undefined
}

/** `GET /notes`, `{ method, path }`, or `*`. */
function target(settings: Term, type: Api['type'], at: Span): { readonly method: Text; readonly path: Text } {
  if (settings.kind === 'text') {
    const [part] = settings.parts
    if (settings.parts.length === 1 && part?.kind === 'literal' && part.text.trim() === '*')
      return routeKey(literal('$default', at))
    const { method, path } = routeKey(settings)
    return { method, path: rooted(path) }
  }
  const method = property(settings, 'method', at)
  const path = property(settings, 'path', at)
  const isDefault = type === 'http' && (path.kind === 'absent' || whole(asText(path)) === '*')
  return {
    method: anyFor(method.kind === 'absent' ? literal('ANY', at) : asText(method)),
    path: isDefault ? literal('$default', at) : rooted(asText(path)),
  }
}

/** `*` is ANY in an httpApi event. */
const anyFor = (method: Text): Text => {
  const [part] = method.parts
  return part?.kind === 'literal' && part.text === '*' ? literal('ANY', method.at) : method
}

/** Paths may be written without the slash in front. */
function rooted(path: Text): Text {
  const [first] = path.parts
  if (first?.kind === 'literal' && first.text.startsWith('/')) return path
  return { ...path, parts: joinParts([{ kind: 'literal', text: '/' }, ...path.parts], path.at) }
}
