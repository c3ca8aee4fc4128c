import { AUTH_FLOWS, REFRESH_FLOW } from '../aws/auth-flows'
import { RESERVED_SCOPES, SIGN_IN_SCOPE } from '../aws/scopes'
import type { Client } from './deployed'
import {
  anyItem,
  includes,
  inSight,
  isEmpty,
  isOn,
  isWord,
  type Listing,
  listingOf,
  property,
} from './questions'
import type { Term, Text } from './term'
import { all, and, not, some, type Truth } from './truth'

/** A property of a client by its CloudFormation name. */
export const setting = (client: Client, name: string): Term => property(client.settings, name, client.at)

export const grantsOf = (client: Client): Listing => inSight(listingOf(setting(client, 'AllowedOAuthFlows')))
export const scopesOf = (client: Client): Listing => listingOf(setting(client, 'AllowedOAuthScopes'))

export const isMachine = (client: Client): Truth => includes(grantsOf(client), 'client_credentials')

/** A user signs in on the hosted pages. */
export const isInteractive = (client: Client): Truth =>
  some(includes(grantsOf(client), 'code'), includes(grantsOf(client), 'implicit'))

/** Sign-in flows of `ExplicitAuthFlows`, with their older names: all but those that only exchange a token. */
const SIGN_IN_FLOWS = [
  ...AUTH_FLOWS.filter(flow => flow !== REFRESH_FLOW),
  'ADMIN_NO_SRP_AUTH',
  'CUSTOM_AUTH_FLOW_ONLY',
  'USER_PASSWORD_AUTH',
]

/**
 * Can users sign in with this client through the SDK, whatever its OAuth settings are? Without a list of flows they can:
 * SRP is among the default ones (CreateUserPoolClient API, ExplicitAuthFlows).
 */
function allowsSdkSignIn(client: Client): Truth {
  const flows = listingOf(setting(client, 'ExplicitAuthFlows'))
  return some(
    isEmpty(flows),
    anyItem(flows, flow => isWord(flow, SIGN_IN_FLOWS)),
  )
}

/** Is it the scope that the client's users get unasked, because they can sign in through the SDK? */
export const isFromSdk = (client: Client, scope: Text): Truth =>
  and(isWord(scope, [SIGN_IN_SCOPE]), () => allowsSdkSignIn(client))

/** The client's users sign in through the SDK only: it has no OAuth grants. */
export const isSdkOnly = (client: Client): Truth =>
  all(isEmpty(grantsOf(client)), not(isOn(setting(client, 'AllowedOAuthFlowsUserPoolClient'))))

export const isReserved = (scope: Text): Truth => isWord(scope, RESERVED_SCOPES)

/** Does the scope describe a user, whom the tokens of a client for machines do not have? */
export const isOfUsers = (client: Client, scope: Text): Truth =>
  and(isReserved(scope), () => all(isMachine(client), not(isInteractive(client))))
