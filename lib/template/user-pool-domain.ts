import { child } from '../document/field-path'
import type { Model, NewUserPool } from '../model/model'
import { keyOf } from './key'
import { staged } from './stage'
import type { Resource } from './template'
import { annotate, fromField, type Intrinsic, pseudo, ref, sub } from './value'

const LOGICAL_ID = 'UserPoolDomain'

/** The host of the sign-in pages and of `/oauth2/*`; without one no OAuth token can be had. */
export const userPoolDomain = (pool: NewUserPool): Resource => ({
  logicalId: LOGICAL_ID,
  type: 'AWS::Cognito::UserPoolDomain',
  key: keyOf(LOGICAL_ID, pool.id, pool.field, pool.domainPrefix, pool.managedLogin),
  body: () => ({
    note: { field: child(pool.field, 'domainPrefix') },
    properties: {
      UserPoolId: ref(pool.id),
      Domain: staged(child(pool.field, 'domainPrefix'), pool.domainPrefix),
      ManagedLoginVersion: fromField(
        child(pool.field, 'managedLogin'),
        annotate(pool.managedLogin ? 2 : 1, {
          comment: pool.managedLogin
            ? '2 = managed login; it shows a page only to clients that have a branding'
            : '1 = the classic hosted UI',
        }),
      ),
    },
  }),
})

/** A URL on the pool's domain, or none when an existing pool's domain is not given. */
export function domainUrl({ userPool: pool, region }: Model, path: string): Intrinsic | string | undefined {
  if (pool.source === 'existing') return pool.domain && `https://${pool.domain}${path}`
  // GovCloud has FIPS hosts only: developer guide, "Amazon Cognito in AWS GovCloud (US)".
  const auth = region.startsWith('us-gov-') ? 'auth-fips' : 'auth'
  return sub`https://${ref(LOGICAL_ID)}.${auth}.${pseudo('Region')}.amazoncognito.com${path}`
}
