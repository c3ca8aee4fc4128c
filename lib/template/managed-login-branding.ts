import { child } from '../document/field-path'
import type { Client, UserPool } from '../model/model'
import { keyOf } from './key'
import type { Resource } from './template'
import { userPoolId } from './user-pool'
import { ref } from './value'

/** The look of managed login for one client; without one its sign-in page says "Login pages unavailable". */
export const managedLoginBranding = (client: Client, pool: UserPool): Resource => ({
  logicalId: `${client.id}Branding`,
  type: 'AWS::Cognito::ManagedLoginBranding',
  key: keyOf('ManagedLoginBranding', client.id, pool.field, pool.source, pool.id),
  body: () => ({
    note: { field: child(pool.field, 'managedLogin') },
    properties: {
      UserPoolId: userPoolId(pool),
      ClientId: ref(client.id),
      UseCognitoProvidedValues: true,
    },
  }),
})
