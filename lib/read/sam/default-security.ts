import { sameLink } from '../../deployed/access'
import { outside } from '../../deployed/cause'
import type { Endpoint } from '../../deployed/deployed'
import { isOn, isOneOf, property } from '../../deployed/questions'
import { absent, type Term } from '../../deployed/term'
import { no } from '../../deployed/truth'
import { hiddenIn, oneOf } from '../openapi/requirements'
import { API_KEY, type GuardedApi } from './authorizers'
import { guardOf, namesAuthorizer, unknownGuard } from './event-guard'

/** An operation of a definition, and what the definition alone says of it. */
export interface Operation {
  readonly operation: Term
  readonly found: Endpoint
}

/** An event that SAM adds to an operation. */
export interface JoinedEvent {
  readonly auth: Term
  readonly endpoint: Endpoint
  /** What the event says takes the place of the operation's own security (`MergeDefinitions`); otherwise it is added to it. */
  readonly merges: boolean
}

/**
 * What protects an operation of a definition once SAM has written `security` into it: the authorizer or the API key of an event, the
 * default authorizer, the API key of the API. With a list of its own an operation no longer has the security of the whole document,
 * nor its API key.
 * (`set_path_default_authorizer` in SAM's swagger.py and open_api.py.)
 */
export function securityOfSam(
  { api, auth }: GuardedApi,
  { operation, found }: Operation,
  event?: JoinedEvent,
): Endpoint {
  const { at } = found
  const isNamed = event && namesAuthorizer(event.auth, api)
  const isWritten = isNamed || (event && property(event.auth, API_KEY).kind !== 'absent')
  const own = isWritten && event?.merges ? absent(at) : property(operation, 'security')
  if (hiddenIn(own)) return found
  const items = own.kind === 'list' ? own.items : []
  if (isNamed && lacksIam(event.endpoint, { auth }) && (event.merges || items.length > 0))
    return { ...found, ...unknownGuard([NO_SCHEME], absent(at), at) }
  const isRest = api.type === 'rest'
  const key = isRest ? isOn(auth.apiKey) : no
  if (key.is !== false && items.some(({ term }) => hasMoreThanKey(term)))
    return { ...found, ...unknownGuard([KEY_REPLACED], absent(at), at) }
  const names = items.flatMap(({ term }) => (term.kind === 'fields' ? [...term.fields.keys()] : []))
  const guard = isNamed ? event.endpoint : guardOf(absent(at), { api, auth }, found.method, at)
  const { authorizationType, authorizer, scopes } = guard
  const added = { ...found, authorizationType, authorizer, scopes }
  const isOpen = isOneOf(authorizationType, 'NONE').is
  const isFoundOpen = isOneOf(found.authorizationType, 'NONE').is
  if (items.length === 0) {
    if (!isOpen || isWritten || key.is) return { ...added, apiKey: absent(at) }
    return key.is === false || isFoundOpen
      ? found
      : { ...found, ...unknownGuard(key.because, absent(at), at) }
  }
  const isOfSam = (name: string) =>
    /^(?:NONE|AWS_IAM)$/.test(name) || auth.authorizers.some(({ id }) => id === name)
  const isSame = sameLink(found.authorizer, authorizer).is
  if (isOpen || isSame || (!isNamed && (!isRest || names.some(isOfSam)))) return found
  return isFoundOpen
    ? added
    : { ...found, ...unknownGuard([oneOf([...names, 'that of SAM'])], absent(at), at) }
}

/** May an event require signed requests by a scheme that the definition does not have? */
export const lacksIam = (
  { authorizationType, apiType }: Endpoint,
  { auth }: Pick<GuardedApi, 'auth'>,
): boolean => apiType === 'rest' && !auth.definesIam && isOneOf(authorizationType, 'AWS_IAM').is !== false

/** SAM defines it next to events that it merges by no rule, and otherwise only where it is the first one of the operation. */
export const NO_SCHEME = outside(
  'AWS_IAM',
  'SAM may not define the security scheme AWS_IAM. Add it to the definition.',
)

const hasMoreThanKey = (requirement: Term): boolean =>
  requirement.kind === 'fields' && requirement.fields.size > 1 && requirement.fields.has('api_key')

const KEY_REPLACED = outside(
  'security',
  'Where the API requires keys, SAM removes what stands next to api_key. Write it as a requirement of its own.',
)

/** SAM changes no other operations. */
export const hasIntegration = (operation: Term): boolean =>
  property(operation, 'x-amazon-apigateway-integration').kind !== 'absent'
