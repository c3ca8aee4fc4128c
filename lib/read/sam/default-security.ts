import type { Endpoint } from '../../deployed/deployed'
import { isOneOf, property } from '../../deployed/questions'
import { absent, type Term } from '../../deployed/term'
import type { Protection } from '../openapi/definition'
import type { GuardedApi } from './authorizers'
import { guardOf } from './event-guard'

/**
 * The default authorizer, where SAM writes it into an operation of a definition. SAM does not look at the security of
 * the whole document. On a REST API it adds to what the operation says, unless that names an authorizer or NONE.
 */
export const defaultSecurity =
  (samApi: GuardedApi) =>
  (operation: Term, found: Endpoint): Protection | undefined => {
    const { api, auth } = samApi
    if (auth.defaultName.kind === 'absent' || !hasIntegration(operation)) return undefined
    const own = property(operation, 'security')
    if (own.kind === 'unknown' || own.kind === 'either') return undefined
    if (own.kind === 'list' && own.items.length + own.open.length > 0) {
      if (own.items.some(({ term, under }) => under || 'cause' in term)) return undefined
      const names = own.items.flatMap(({ term }) => (term.kind === 'fields' ? [...term.fields.keys()] : []))
      const isSet = found.authorizer.kind === 'one' || isOneOf(found.authorizationType, 'AWS_IAM').is === true
      if (api.type === 'http' || isSet || names.includes('NONE')) return undefined
    }
    const { type, authorizer, scopes } = guardOf(absent(found.at), samApi, found.method, found.at)
    return { authorizationType: type, authorizer, scopes }
  }

/** SAM changes no other operations. */
export const hasIntegration = (operation: Term): boolean =>
  property(operation, 'x-amazon-apigateway-integration').kind !== 'absent'
