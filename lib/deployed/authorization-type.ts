import type { Span } from '../source/node'
import { whole } from './compare'
import type { Authorizer } from './deployed'
import { literal, type Term } from './term'

/** The authorization type that API Gateway gives a method with this authorizer. */
export function authorizationTypeOf({ type }: Authorizer, at: Span): Term {
  const kind = type.kind === 'text' ? whole(type) : undefined
  if (kind === undefined) return type
  return literal(kind === 'COGNITO_USER_POOLS' || kind === 'JWT' ? kind : 'CUSTOM', at)
}
