import type { Span } from '../source/node'
import { whole } from './compare'
import type { Authorizer } from './deployed'
import { inBranches, literal, type Term } from './term'

/** The authorization type that API Gateway gives a method with this authorizer. */
export function authorizationTypeOf({ type }: Authorizer, at: Span): Term {
  return inBranches(type, branch => {
    const kind = branch.kind === 'text' ? whole(branch) : undefined
    if (kind === undefined) return branch
    return literal(kind === 'COGNITO_USER_POOLS' || kind === 'JWT' ? kind : 'CUSTOM', at)
  })
}
