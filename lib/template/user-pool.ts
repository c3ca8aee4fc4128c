import { MFA_CONFIGURATION } from '../aws/user-pool'
import { child, type FieldPath } from '../document/field-path'
import type { NewUserPool, UserPool } from '../model/model'
import { staged } from './stage'
import { type Body, type Parameter, type Resource, resource } from './template'
import {
  annotate,
  fromField,
  getAtt,
  type Intrinsic,
  itemsOf,
  type Mapping,
  parameter,
  pseudo,
  type Reference,
  ref,
  sub,
} from './value'

type PoolInputs = Pick<
  NewUserPool,
  'field' | 'name' | 'tier' | 'selfSignUp' | 'usernameAttributes' | 'mfa'
> & {
  readonly trigger:
    | { readonly field: FieldPath; readonly version: string; readonly functionId: string }
    | undefined
}

/**
 * A pool that is kept when its stack is deleted: users and their `sub` cannot be created again. `triggerId`: logical ID
 * of its trigger's function.
 */
export function userPool(pool: NewUserPool, triggerId: string | undefined): Resource {
  const { field, name, tier, selfSignUp, usernameAttributes, mfa, preTokenGeneration: trigger } = pool
  return resource(
    pool.id,
    'AWS::Cognito::UserPool',
    {
      field,
      name,
      tier,
      selfSignUp,
      usernameAttributes,
      mfa,
      trigger:
        trigger && triggerId !== undefined
          ? { field: trigger.field, version: trigger.version, functionId: triggerId }
          : undefined,
    },
    body,
  )
}

const body = (inputs: PoolInputs): Body => ({
  note: { field: inputs.field },
  retain: true,
  properties: {
    UserPoolName: staged(child(inputs.field, 'name'), inputs.name),
    UserPoolTier: fromField(child(inputs.field, 'tier'), inputs.tier),
    AdminCreateUserConfig: fromField(child(inputs.field, 'selfSignUp'), {
      AllowAdminCreateUserOnly: !inputs.selfSignUp,
    }),
    ...signIn(inputs),
    ...lambdaConfig(inputs),
  },
})

/** Why a pool without email addresses verifies nothing. */
export const NOTHING_VERIFIED =
  'Nothing is verified automatically: text messages to phone numbers require a role, which is not created here'

function signIn({ field, usernameAttributes, mfa }: PoolInputs): Mapping {
  const at = child(field, 'usernameAttributes')
  const verified = usernameAttributes.filter(attribute => attribute === 'email')
  return {
    UsernameAttributes:
      usernameAttributes.length > 0
        ? annotate(itemsOf(at, usernameAttributes), {
            field: at,
            comment: verified.length > 0 ? undefined : NOTHING_VERIFIED,
          })
        : undefined,
    AutoVerifiedAttributes: verified.length > 0 ? fromField(at, verified) : undefined,
    ...(mfa !== 'off' && {
      MfaConfiguration: annotate(MFA_CONFIGURATION[mfa], { field: child(field, 'mfa'), quoted: true }),
      EnabledMfas: fromField(child(field, 'mfa'), ['SOFTWARE_TOKEN_MFA']),
    }),
  }
}

const lambdaConfig = ({ trigger }: PoolInputs): Mapping =>
  trigger
    ? {
        LambdaConfig: fromField(trigger.field, {
          PreTokenGenerationConfig: {
            LambdaArn: fromField(child(trigger.field, 'handler'), getAtt(trigger.functionId, 'Arn')),
            LambdaVersion: fromField(child(trigger.field, 'version'), trigger.version),
          },
        }),
      }
    : {}

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
