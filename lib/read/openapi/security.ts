import { authorizationTypeOf } from '../../deployed/authorization-type'
import { type Cause, outside } from '../../deployed/cause'
import { whole } from '../../deployed/compare'
import { type Authorizer, type Link, none } from '../../deployed/deployed'
import { asText, property } from '../../deployed/questions'
import { absent, type Fields, literal, type Term, unknown } from '../../deployed/term'
import type { Span } from '../../source/node'
import { hiddenIn, oneOf } from './requirements'
import type { Schemes } from './schemes'

/** What an operation's `security` means to API Gateway. */
export interface Security {
  readonly authorizer: Link<Authorizer>
  readonly type: (at: Span) => Term
  readonly scopes: Term
}

/** The schemes of a definition, and whether it is in a template: then it is what API Gateway gets, and no export. */
export interface DefinedSchemes extends Schemes {
  readonly isInTemplate: boolean
}

/**
 * The security of an operation, or of the whole document where it has none. Of several schemes only the one that has an
 * authorizer of API Gateway counts; with two of these it is undecided. With other schemes only, what protects the operation is undecided: an
 * export without extensions shows its authorizers as such schemes, and no page of AWS says what becomes of them.
 */
export function securityOf(
  operation: Term,
  document: Fields,
  { authorizers, iam, apiKeys, bare, hidden: ofSchemes, isInTemplate }: DefinedSchemes,
): Security {
  const reference = property(operation, '$ref')
  if (reference.kind !== 'absent') return notKnown(REFERENCE, reference.at)
  const security = requirementsOf(operation, document)
  const hidden = hiddenIn(security)
  if (hidden) return notKnown(hidden, security.at)
  const items = security.kind === 'list' ? security.items : []
  const required = items.flatMap(({ term }) => (term.kind === 'fields' ? [...term.fields] : []))
  const names = required.map(([name]) => name)
  const named = new Set(names.filter(name => iam.has(name) || authorizers.some(({ id }) => id === name)))
  if (named.size > 1) return notKnown(oneOf([...named]), security.at)
  const [mayBeDefined] = items.length > 0 ? ofSchemes : []
  const isKnown = (name: string) =>
    named.has(name) || apiKeys.has(name) || bare.has(name) || name === NONE_OF_SAM
  if (mayBeDefined && !names.every(isKnown)) return notKnown(mayBeDefined.cause, security.at)
  const auth = property(operation, 'x-amazon-apigateway-auth')
  for (const [name, { value }] of required) {
    const authorizer = authorizers.find(({ id }) => id === name)
    if (authorizer)
      return {
        authorizer: { kind: 'one', to: authorizer },
        type: at => authorizationTypeOf(authorizer, at),
        scopes: value,
      }
  }
  if (names.some(name => iam.has(name)) || whole(asText(property(auth, 'type'))) === 'AWS_IAM')
    return { authorizer: none, type: at => literal('AWS_IAM', at), scopes: absent(security.at) }
  for (const [name, { key, value }] of required)
    if (isInTemplate ? bare.has(name) : !apiKeys.has(name))
      return withoutAuthorizer(name, value, key, isInTemplate)
  if (mayBeDefined) return notKnown(mayBeDefined.cause, security.at)
  const missing = required.filter(([name]) => !apiKeys.has(name) && name !== NONE_OF_SAM)
  const [first] = missing
  if (first) {
    const [name, { value }] = first
    const found = notKnown(definedNowhere(name), security.at)
    // The list that is written is known, if there is only one.
    return missing.length === 1 ? { ...found, scopes: value } : found
  }
  return { authorizer: none, type: at => literal('NONE', at), scopes: absent(security.at) }
}

/** The security requirements of an operation: its own, or those of the document. */
function requirementsOf(operation: Term, document: Fields): Term {
  const own = property(operation, 'security')
  return own.kind === 'absent' ? property(document, 'security') : own
}

/** What SAM writes into operations that its default authorizer leaves out. */
const NONE_OF_SAM = 'NONE'

const definedNowhere = (name: string): Cause =>
  outside(
    `security scheme ${name}`,
    `No security scheme of this document is called ${name}, and no page of AWS says whether the operation is then open to anyone. Define it, with its x-amazon-apigateway-authorizer.`,
  )

const REFERENCE = outside(
  'operation',
  'OpenAPI has no $ref in an operation, and no page of AWS says what API Gateway makes of it. Write the operation in its place.',
)

const notKnown = (cause: Cause, at: Span): Security => {
  const term = unknown(`security ${at.source.path} ${at.start}`, cause, at)
  return { authorizer: { kind: 'unknown', because: [cause] }, type: () => term, scopes: term }
}

/** A scheme without an authorizer of API Gateway. */
function withoutAuthorizer(name: string, scopes: Term, at: Span, isInTemplate: boolean): Security {
  const remedy = isInTemplate
    ? 'API Gateway needs it to check a token: without it the operation may be open to anyone. Add it to the scheme.'
    : 'API Gateway ignores such a scheme, but an export without extensions leaves the authorizer out: export with extensions=apigateway.'
  const because = outside(
    `authorizer of ${name}`,
    `The security scheme ${name} has no x-amazon-apigateway-authorizer here. ${remedy}`,
  )
  return {
    authorizer: { kind: 'foreign', text: asText(literal(name, at)), because },
    type: () => unknown(`scheme ${name}`, because, at),
    scopes,
  }
}
