import { child } from '../document/field-path'
import type { NewUserPool, UserPool } from '../model/model'
import { staged } from './stage'
import { type Body, type Parameter, type Resource, resource } from './template'
import { fromField, getAtt, type Intrinsic, parameter, pseudo, type Reference, ref, sub } from './value'

/** A pool that is kept when its stack is deleted: users and their `sub` cannot be created again. */
export const userPool = ({ id, field, name, tier }: NewUserPool): Resource =>
  resource(id, 'AWS::Cognito::UserPool', { field, name, tier }, body)

const body = ({ field, name, tier }: Pick<NewUserPool, 'field' | 'name' | 'tier'>): Body => ({
  note: { field },
  retain: true,
  properties: {
    UserPoolName: staged(child(field, 'name'), name),
    UserPoolTier: fromField(child(field, 'tier'), tier),
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  },
})

/** The parameter that names an existing pool, so that it can be changed at deploy time; none for a new pool. */
export const userPoolParameters = (pool: UserPool): readonly Parameter[] =>
  pool.source === 'new'
    ? []
    : [
        {
          name: 'UserPoolId',
          description:
            'ID of the existing user pool, in the Region of this stack. The pool itself is not changed.',
          default: pool.userPoolId,
          allowedPattern: '^[a-z]{2,4}(-[a-z]+)+-\\d_[A-Za-z0-9]+$',
          note: { field: child(pool.field, 'userPoolId') },
        },
      ]

export const userPoolId = (pool: UserPool): Reference =>
  pool.source === 'new' ? ref(pool.id) : parameter('UserPoolId')

/** The ARN by which the authorizer of a REST API names its pool; an existing pool is in the account and Region of the stack. */
export const userPoolArn = (pool: UserPool): Intrinsic =>
  pool.source === 'new'
    ? getAtt(pool.id, 'Arn')
    : sub`arn:${pseudo('Partition')}:cognito-idp:${pseudo('Region')}:${pseudo('AccountId')}:userpool/${parameter('UserPoolId')}`

/** The `iss` of the pool's tokens, followed by `path`. */
export const issuer = (pool: UserPool, path = ''): Intrinsic => {
  if (pool.source === 'existing')
    return sub`https://cognito-idp.${pseudo('Region')}.${pseudo('URLSuffix')}/${parameter('UserPoolId')}${path}`
  const url = getAtt(pool.id, 'ProviderURL')
  return path ? sub`${url}${path}` : url
}
