import { outside } from '../../deployed/cause'
import type { Api, Authorizer } from '../../deployed/deployed'
import { asText, fieldOf, isAbsent, isOn, property, propertyAt, wholeTextIs } from '../../deployed/questions'
import { inBranches, joinParts, listOf, literal, type Term, type Text, unknown } from '../../deployed/term'
import { all, known, not, type Truth } from '../../deployed/truth'
import type { Span } from '../../source/node'
import { type Hidden, hiddenKeys } from '../hidden'
import type { Replaces } from '../openapi/schemes'

/** The authorizers in the `Auth` section of an API, and the default one's name. */
export interface Auth {
  readonly authorizers: readonly SamAuthorizer[]
  readonly defaultName: Term
  /** SAM ignores the default authorizer of a REST API that has no `Authorizers`, unless it is AWS_IAM. */
  readonly ignoresDefault: Truth
  /** Whether endpoints need an API key that do not say it themselves. */
  readonly apiKey: Term
  /** The switch for that of OPTIONS. */
  readonly preflightKey: Term
  /** Which security schemes of a definition in OpenAPI 3 SAM replaces by those of authorizers and API keys. */
  readonly replaces: Replaces | undefined
  /** The definition has the security scheme AWS_IAM. */
  readonly definesIam: boolean
  /** Why there may be other authorizers. */
  readonly hidden: readonly Hidden[]
}

/** The key that asks for an API key, of an API and of an event. */
export const API_KEY = 'ApiKeyRequired'

/** An API with what guards its endpoints. */
export interface GuardedApi {
  readonly api: Api
  readonly auth: Auth
}

export type SamAuthorizer = Authorizer & {
  /** Scopes of every endpoint that does not list any. */
  readonly defaultScopes: Term
}

/** Reads `Auth` of AWS::Serverless::Api and AWS::Serverless::HttpApi. */
export function readAuth(written: Term, api: Api, body: Term, ofEvents: Replaces | undefined): Auth {
  const auth = withMisspelt(written)
  const section = property(auth, 'Authorizers')
  const hidden = hiddenKeys(section)
  const authorizers: SamAuthorizer[] = []
  if (section.kind === 'fields')
    for (const [name, { key, value }] of section.fields) authorizers.push(toAuthorizer(name, key, value, api))
  const defaultName = property(auth, 'DefaultAuthorizer')
  const apiKey = property(auth, API_KEY)
  const adds = authorizers.length + hidden.length > 0 || isOn(apiKey).is !== false
  const ofApi = defaultName.kind !== 'absent' ? 'all but IAM' : adds ? 'all' : ofEvents
  const replaces = api.type === 'rest' ? ofApi : undefined
  const inComponents = propertyAt(body, ['components', 'securitySchemes'])
  return {
    authorizers,
    defaultName,
    // `_get_authorizers` in SAM's api_generator.py.
    ignoresDefault: all(
      known(api.type === 'rest' && authorizers.length + hidden.length === 0),
      not(wholeTextIs(defaultName, name => name === 'AWS_IAM')),
    ),
    apiKey,
    preflightKey: property(auth, 'AddApiKeyRequiredToCorsPreflight'),
    replaces,
    definesIam: [replaces !== 'all' && inComponents, property(body, 'securityDefinitions')].some(
      schemes => schemes && fieldOf(schemes, 'AWS_IAM'),
    ),
    hidden,
  }
}

/** A key about authorizers that SAM does not have in the `Auth` of an API, such as Authorizer. */
const MISSPELT = /^(?!Authorizers$|(?:AddDefault|Default|EnableIam)Authorizer).*authori/i

/** `Auth` with a misspelt key, which SAM refuses: what was meant by it is not known. */
const withMisspelt = (auth: Term): Term =>
  inBranches(auth, branch => {
    if (branch.kind !== 'fields') return branch
    const open = [...branch.fields].flatMap(([name, { key: at }]) =>
      MISSPELT.test(name)
        ? { ...outside(name, `SAM has no key ${name} in Auth. Check its spelling.`), at }
        : [],
    )
    return { ...branch, open: [...branch.open, ...open] }
  })

function toAuthorizer(name: string, at: Authorizer['at'], value: Term, api: Api): SamAuthorizer {
  const jwt = withLowerCaseKeys(property(value, 'JwtConfiguration', at))
  const identity = property(value, 'Identity', at)
  const header = property(identity, 'Header', at)
  return {
    id: name,
    key: `${api.key} authorizer ${name}`,
    at,
    ...(api.under && { under: api.under }),
    api: { kind: 'one', to: api },
    authorizerId: literal(`${api.key} authorizer ${name}`, at),
    type: typeOf(value, name, at, api),
    identitySource:
      api.type === 'http'
        ? property(value, 'IdentitySource', at)
        : header.kind === 'absent'
          ? literal('method.request.header.Authorization', at)
          : inHeader(asText(header)),
    validationExpression: property(identity, 'ValidationExpression', at),
    ...expressionEntryOf(value, identity),
    providerArns: asList(property(value, 'UserPoolArn', at)),
    issuer: property(jwt, 'issuer', at),
    audience: property(jwt, 'audience', at),
    defaultScopes: property(value, 'AuthorizationScopes', at),
    ...(api.type === 'http' &&
      value.kind === 'fields' &&
      value.node && { identitySlot: { map: value.node, key: 'IdentitySource', after: [] } }),
  }
}

/** SAM writes the keys of a JWT configuration in lower case, because people write them as CloudFormation does. */
const withLowerCaseKeys = (term: Term): Term =>
  inBranches(term, branch =>
    branch.kind === 'fields'
      ? { ...branch, fields: new Map([...branch.fields].map(([key, field]) => [key.toLowerCase(), field])) }
      : branch,
  )

/** The kind of an authorizer by its keys. One that may not be there decides nothing, unless every answer is the same. */
function typeOf(authorizer: Term, name: string, at: Span, api: Api): Term {
  const lacks = (key: string) => isAbsent(property(authorizer, key, at))
  const [pool, lambda] = [lacks('UserPoolArn'), lacks('FunctionArn')]
  const isRest = api.type === 'rest'
  if (pool.is === false || (isRest && lambda.is)) return literal('COGNITO_USER_POOLS', at)
  // SAM accepts a function or a JWT configuration, not both.
  const isJwt = all(pool, lambda).is || (lambda.is !== false && lacks('JwtConfiguration').is === false)
  if (!isRest && isJwt) return literal('JWT', at)
  const [cause] = [...pool.because, ...lambda.because]
  if (cause) return unknown(`type of ${api.key} ${name}`, cause, at)
  const payload = property(authorizer, 'FunctionPayloadType', at)
  return !isRest ? literal('REQUEST', at) : payload.kind === 'absent' ? literal('TOKEN', at) : payload
}

/** `Identity` itself where nothing else is in it. */
function expressionEntryOf(authorizer: Term, identity: Term): Pick<Authorizer, 'expressionEntry'> {
  if (authorizer.kind !== 'fields' || identity.kind !== 'fields' || !authorizer.node || !identity.node)
    return {}
  const isAlone = identity.node.entries.length === 1
  return {
    expressionEntry: isAlone
      ? { map: authorizer.node, key: 'Identity' }
      : { map: identity.node, key: 'ValidationExpression' },
  }
}

const inHeader = (name: Text): Text => ({
  ...name,
  parts: joinParts([{ kind: 'literal', text: 'method.request.header.' }, ...name.parts], name.at),
})

const asList = (term: Term): Term => {
  if (term.kind !== 'text') return term
  return listOf([{ term }], term.at, term.assumed)
}
