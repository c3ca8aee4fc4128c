import { obtainableScopes as obtainableWith } from '../aws/auth-flows'
import type { Client } from './model'

/** Full names of the scopes that access tokens of a client can have. */
export const obtainableScopes = ({
  scopes,
  explicitAuthFlows,
}: Pick<Client, 'scopes' | 'explicitAuthFlows'>): ReadonlySet<string> =>
  new Set(
    obtainableWith(
      scopes.map(({ fullScope }) => fullScope),
      explicitAuthFlows,
    ),
  )
