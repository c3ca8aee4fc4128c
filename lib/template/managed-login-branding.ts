import { child, type FieldPath } from '../document/field-path'
import type { Client, UserPool } from '../model/model'
import { type Body, type Resource, resource } from './template'
import { userPoolId } from './user-pool'
import { type Reference, ref } from './value'

/** The managed login style of one client; without one its sign-in page says "Login pages unavailable". */
export const managedLoginBranding = (client: Client, pool: UserPool): Resource =>
  resource(
    `${client.id}Branding`,
    'AWS::Cognito::ManagedLoginBranding',
    { poolField: pool.field, userPoolId: userPoolId(pool), clientId: client.id },
    body,
  )

type BrandingInputs = {
  readonly poolField: FieldPath
  readonly userPoolId: Reference
  readonly clientId: string
}

const body = ({ poolField, userPoolId, clientId }: BrandingInputs): Body => ({
  note: { field: child(poolField, 'managedLogin') },
  properties: {
    UserPoolId: userPoolId,
    ClientId: ref(clientId),
    UseCognitoProvidedValues: true,
  },
})
