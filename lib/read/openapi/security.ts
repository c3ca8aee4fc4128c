import { whole } from '../../deployed/compare'
import type { Authorizer } from '../../deployed/deployed'
import { asText, property } from '../../deployed/questions'
import { absent, type Fields, literal, type Term } from '../../deployed/term'
import type { Span } from '../../source/node'

/** What an operation's `security` means to API Gateway. */
export interface Security {
  readonly authorizer?: Authorizer
  readonly type: (at: Span) => Term
  readonly scopes: Term
}

/**
 * The security of an operation, or of the whole document where it has none. Of several alternatives only the one whose
 * scheme has an authorizer of API Gateway counts.
 */
export function securityOf(
  operation: Term,
  document: Fields,
  authorizers: readonly Authorizer[],
  iam: ReadonlySet<string>,
): Security {
  const own = property(operation, 'security')
  const security = own.kind === 'absent' ? property(document, 'security') : own
  if (security.kind === 'unknown' || security.kind === 'either')
    return { type: () => security, scopes: absent(security.at) }
  const items = security.kind === 'list' ? security.items : []
  const auth = property(operation, 'x-amazon-apigateway-auth')
  for (const { term } of items) {
    if (term.kind !== 'fields') continue
    for (const [name, { value }] of term.fields) {
      const authorizer = authorizers.find(({ id }) => id === name)
      if (authorizer) return { authorizer, type: at => typeOf(authorizer, at), scopes: value }
    }
  }
  for (const { term } of items)
    if (term.kind === 'fields' && [...term.fields.keys()].some(name => iam.has(name)))
      return { type: at => literal('AWS_IAM', at), scopes: absent(security.at) }
  if (whole(asText(property(auth, 'type'))) === 'AWS_IAM')
    return { type: at => literal('AWS_IAM', at), scopes: absent(security.at) }
  return { type: at => literal('NONE', at), scopes: absent(security.at) }
}

/** The authorization type that API Gateway gives a method with this authorizer. */
export function typeOf({ type }: Authorizer, at: Span): Term {
  const kind = type.kind === 'text' ? whole(type) : undefined
  if (kind === undefined) return type
  return literal(kind === 'COGNITO_USER_POOLS' || kind === 'JWT' ? kind : 'CUSTOM', at)
}
