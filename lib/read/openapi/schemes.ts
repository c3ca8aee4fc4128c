import { outside } from '../../deployed/cause'
import { causesOf, matches, whole } from '../../deployed/compare'
import type { Api, Authorizer } from '../../deployed/deployed'
import { asText, property, propertyAt } from '../../deployed/questions'
import {
  absent,
  type Fields,
  inBranches,
  joinParts,
  literal,
  type Part,
  type Term,
} from '../../deployed/term'
import { type Hidden, hiddenKeys } from '../hidden'

/** The names of the security schemes of a definition that mean something to API Gateway. */
export interface Schemes {
  readonly authorizers: readonly Authorizer[]
  readonly iam: ReadonlySet<string>
  /** Those that require an API key of a usage plan, which is no authorization. */
  readonly apiKeys: ReadonlySet<string>
  /** Those of other kinds, such as `oauth2` without an authorizer of API Gateway. */
  readonly bare: ReadonlySet<string>
  /** Why there may be others. */
  readonly hidden: readonly Hidden[]
}

/** The extension that makes an authorizer of a scheme. */
export const AUTHORIZER = 'x-amazon-apigateway-authorizer'
/** Which schemes SAM replaces. It defines AWS_IAM anew where there is a default authorizer. */
export type Replaces = 'all' | 'all but IAM'

const AUTH_TYPE = 'x-amazon-apigateway-authtype'

/** The scheme that SAM defines where an API requires keys, unless the definition does. */
const KEY_OF_SAM = 'api_key'

/** Reads `components.securitySchemes` (OpenAPI 3) or `securityDefinitions` (Swagger 2). */
export function readSchemes(
  document: Fields,
  api: Api,
  isInTemplate: boolean,
  replaces: Replaces | undefined,
): Schemes {
  const authorizers: Authorizer[] = []
  const iam = new Set<string>()
  const apiKeys = new Set<string>()
  const bare = new Set<string>()
  const hidden: Hidden[] = []
  let definesKey = false
  const written = propertyAt(document, ['components', 'securitySchemes'])
  for (const section of [
    replaces && !document.fields.has('swagger') ? without(written, replaces) : written,
    property(document, 'securityDefinitions'),
  ]) {
    hidden.push(...hiddenKeys(section))
    if (section.kind !== 'fields') continue
    definesKey ||= section.fields.has(KEY_OF_SAM)
    for (const [name, { key, value }] of section.fields) {
      const authorizer = property(value, AUTHORIZER, key)
      const type = asText(property(value, AUTH_TYPE, key))
      const [cause] = causesOf(type)
      if (cause) hidden.push({ cause, at: key })
      else if (matches(type, /^awsSigv4$/i)) iam.add(name)
      else if (authorizer.kind !== 'absent') authorizers.push(toAuthorizer(name, key, value, authorizer, api))
      else if (matches(asText(property(value, 'name', key)), /^x-api-key$/i)) apiKeys.add(name)
      else bare.add(name)
    }
  }
  if (isInTemplate && !definesKey) apiKeys.add(KEY_OF_SAM)
  return { authorizers, iam, apiKeys, bare, hidden }
}

/** What is left of the schemes of OpenAPI 3 (`_openapi_postprocess` in SAM's api_generator.py). */
const without = (schemes: Term, replaces: Replaces): Term =>
  schemes.kind === 'fields'
    ? {
        ...schemes,
        fields: new Map(
          [...schemes.fields].filter(([name]) => replaces === 'all but IAM' && name === 'AWS_IAM'),
        ),
        open: [REPLACED],
      }
    : schemes

const REPLACED = outside(
  'security schemes',
  'SAM puts the security schemes of Auth in place of those in components. Write all of them in Auth, or the definition in Swagger 2.',
)

function toAuthorizer(
  name: string,
  at: Authorizer['at'],
  scheme: Term,
  authorizer: Term,
  api: Api,
): Authorizer {
  const type = property(authorizer, 'type', at)
  const header = property(scheme, 'name', at)
  const configured = property(authorizer, 'identitySource', at)
  // A scheme of type apiKey names the header; API Gateway uses it as the identity source.
  const identitySource =
    configured.kind === 'absent' && api.type === 'rest' ? inBranches(header, inHeader) : configured
  return {
    id: name,
    key: `${api.key} authorizer ${name}`,
    at,
    ...(api.under && { under: api.under }),
    ...(api.generated && { generated: api.generated }),
    ...(api.assumed && { assumed: api.assumed }),
    api: { kind: 'one', to: api },
    authorizerId: literal(`${api.key} authorizer ${name}`, at),
    type: inBranches(type, deployedType),
    identitySource,
    validationExpression: property(authorizer, 'identityValidationExpression', at),
    ...(authorizer.kind === 'fields' &&
      authorizer.node && {
        expressionEntry: { map: authorizer.node, key: 'identityValidationExpression' },
      }),
    providerArns: property(authorizer, 'providerARNs', at),
    issuer: api.type === 'http' ? propertyAt(authorizer, ['jwtConfiguration', 'issuer'], at) : absent(at),
    audience: api.type === 'http' ? propertyAt(authorizer, ['jwtConfiguration', 'audience'], at) : absent(at),
  }
}

const HEADER: readonly Part[] = [{ kind: 'literal', text: 'method.request.header.' }]

function inHeader(name: Term): Term {
  if (name.kind === 'absent') return name
  const text = asText(name)
  return { ...text, parts: joinParts([...HEADER, ...text.parts], name.at) }
}

/** The type of an authorizer as API Gateway gives it. */
function deployedType(type: Term): Term {
  const word = type.kind === 'text' ? whole(type) : undefined
  return word === undefined ? type : literal(word.toUpperCase(), type.at)
}
