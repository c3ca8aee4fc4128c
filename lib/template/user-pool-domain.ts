import { isGovCloudRegion } from '../aws/regions'
import { child } from '../document/field-path'
import type { Model, NewUserPool } from '../model/model'
import { staged } from './stage'
import { type Body, type Resource, resource } from './template'
import { annotate, fromField, type Intrinsic, pseudo, ref, sub } from './value'

const LOGICAL_ID = 'UserPoolDomain'

type DomainInputs = Pick<NewUserPool, 'id' | 'field' | 'domainPrefix' | 'managedLogin'>

/** The host of the sign-in pages and of `/oauth2/*`. Without one, clients cannot get OAuth tokens. */
export const userPoolDomain = ({ id, field, domainPrefix, managedLogin }: NewUserPool): Resource =>
  resource(LOGICAL_ID, 'AWS::Cognito::UserPoolDomain', { id, field, domainPrefix, managedLogin }, body)

const body = ({ id, field, domainPrefix, managedLogin }: DomainInputs): Body => ({
  note: { field: child(field, 'domainPrefix') },
  properties: {
    UserPoolId: ref(id),
    Domain: staged(child(field, 'domainPrefix'), domainPrefix),
    ManagedLoginVersion: fromField(
      child(field, 'managedLogin'),
      annotate(managedLogin ? 2 : 1, {
        comment: managedLogin
          ? '2 = managed login, which requires a branding style for each client'
          : '1 = classic hosted UI',
      }),
    ),
  },
})

/** A URL on the pool's domain; undefined when the domain of an existing pool is not given. */
export function domainUrl({ userPool: pool, region }: Model, path: string): Intrinsic | string | undefined {
  if (pool.source === 'existing') return pool.domain && `https://${pool.domain}${path}`
  const auth = isGovCloudRegion(region) ? 'auth-fips' : 'auth'
  return sub`https://${ref(LOGICAL_ID)}.${auth}.${pseudo('Region')}.amazoncognito.com${path}`
}
