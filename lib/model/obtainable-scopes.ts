import { allowsSdkSignIn } from '../aws/auth-flows'
import { SIGN_IN_SCOPE } from '../aws/scopes'
import type { Client } from './model'

/**
 * Full names of the scopes that access tokens of a client can have: those that it may request, and the one that SDK
 * sign-in gives unasked.
 */
export function obtainableScopes({
  scopes,
  explicitAuthFlows,
}: Pick<Client, 'scopes' | 'explicitAuthFlows'>): ReadonlySet<string> {
  const names = scopes.map(({ fullScope }) => fullScope)
  return new Set(allowsSdkSignIn(explicitAuthFlows) ? [...names, SIGN_IN_SCOPE] : names)
}
