import { child } from '../document/field-path'
import type { NewUserPool, UserPool } from '../model/model'
import { keyOf } from './key'
import { staged } from './stage'
import type { Parameter, Resource } from './template'
import { fromField, getAtt, type Intrinsic, parameter, pseudo, type Reference, ref, sub } from './value'

/** A pool that outlives its stack: users and their subjects cannot be made again. */
export const userPool = (pool: NewUserPool): Resource => ({
  logicalId: pool.id,
  type: 'AWS::Cognito::UserPool',
  key: keyOf('UserPool', pool.id, pool.field, pool.name, pool.tier),
  body: () => ({
    note: { field: pool.field },
    retain: true,
    properties: {
      UserPoolName: staged(child(pool.field, 'name'), pool.name),
      UserPoolTier: fromField(child(pool.field, 'tier'), pool.tier),
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    },
  }),
})

/** For an existing pool: which one, changeable at deploy time. */
export const userPoolParameters = (pool: UserPool): readonly Parameter[] =>
  pool.source === 'new'
    ? []
    : [
        {
          name: 'UserPoolId',
          description: 'The existing user pool, in the Region of this stack; nothing of it is changed',
          default: pool.userPoolId,
          allowedPattern: '^[a-z]{2,4}(-[a-z]+)+-\\d_[A-Za-z0-9]+$',
          note: { field: child(pool.field, 'userPoolId') },
        },
      ]

export const userPoolId = (pool: UserPool): Reference =>
  pool.source === 'new' ? ref(pool.id) : parameter('UserPoolId')

/** The authorizer of a REST API names its pool by ARN; an existing pool is in the account and Region of the stack. */
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
