import { MFA_CONFIGURATION } from '../../aws/user-pool'
import { child } from '../../document/field-path'
import type { Model, NewUserPool } from '../../model/model'
import { NOTHING_VERIFIED } from '../../template/user-pool'
import { attribute, type HclEntry, nested, note, quote } from '../../text/hcl'
import type { Line } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { functionAddress, staged, strings } from './names'
import { list, paragraph, resource } from './paragraph'

/** The user pool and its domain, or the existing pool. */
export const userPool = ({ userPool: pool }: Model): Block =>
  pool.source === 'existing'
    ? block({ field: child(pool.field, 'userPoolId') }, existingLines)
    : block(
        {
          field: pool.field,
          name: pool.name,
          tier: pool.tier,
          domainPrefix: pool.domainPrefix,
          managedLogin: pool.managedLogin,
          selfSignUp: pool.selfSignUp,
          usernameAttributes: pool.usernameAttributes,
          mfa: pool.mfa,
          trigger: pool.preTokenGeneration && {
            field: pool.preTokenGeneration.field,
            version: pool.preTokenGeneration.version,
            functionId: pool.preTokenGeneration.function.id,
          },
        },
        newLines,
      )

const existingLines = ({ field }: { readonly field: string }): Line[] =>
  paragraph(
    field,
    'data "aws_cognito_user_pool" "main"',
    [attribute('user_pool_id', 'var.user_pool_id')],
    'Read, not changed: a pool that does not exist fails the plan',
  )

type NewInputs = Pick<
  NewUserPool,
  'field' | 'name' | 'tier' | 'domainPrefix' | 'managedLogin' | 'selfSignUp' | 'usernameAttributes' | 'mfa'
> & { readonly trigger: TriggerInput | undefined }

type TriggerInput = { readonly field: string; readonly version: string; readonly functionId: string }

const newLines = (inputs: NewInputs): Line[] => [...pool(inputs), ...domain(inputs)]

const pool = (inputs: NewInputs): Line[] => {
  const { field, name, tier, selfSignUp, trigger } = inputs
  return resource(field, 'aws_cognito_user_pool.main', [
    attribute('name', staged(name), child(field, 'name')),
    attribute('user_pool_tier', quote(tier), child(field, 'tier')),
    attribute('deletion_protection', '"ACTIVE"'),
    ...usernames(inputs),
    ...secondFactor(inputs),
    nested(
      'admin_create_user_config',
      [attribute('allow_admin_create_user_only', String(!selfSignUp))],
      child(field, 'selfSignUp'),
    ),
    ...(trigger ? [lambdaConfig(trigger)] : []),
    nested('lifecycle', [
      note(
        'Users cannot be created again with the same sub: remove this and deletion_protection to destroy the pool',
      ),
      attribute('prevent_destroy', 'true'),
    ]),
  ])
}

function usernames({ field, usernameAttributes }: NewInputs): readonly (HclEntry | undefined)[] {
  const at = child(field, 'usernameAttributes')
  const isVerified = usernameAttributes.includes('email')
  return [
    usernameAttributes.length > 0 && !isVerified ? note(NOTHING_VERIFIED, at) : undefined,
    list('username_attributes', at, strings(at, usernameAttributes), true),
    isVerified ? attribute('auto_verified_attributes', '["email"]', at) : undefined,
  ]
}

const secondFactor = ({ field, mfa }: NewInputs): readonly HclEntry[] =>
  mfa === 'off'
    ? []
    : [
        attribute('mfa_configuration', quote(MFA_CONFIGURATION[mfa]), child(field, 'mfa')),
        nested('software_token_mfa_configuration', [attribute('enabled', 'true')], child(field, 'mfa')),
      ]

const lambdaConfig = ({ field, version, functionId }: TriggerInput): HclEntry =>
  nested(
    'lambda_config',
    [
      nested('pre_token_generation_config', [
        attribute('lambda_arn', `${functionAddress(functionId)}.arn`, child(field, 'handler')),
        attribute('lambda_version', quote(version), child(field, 'version')),
      ]),
    ],
    field,
  )

const domain = ({ field, domainPrefix, managedLogin }: NewInputs): Line[] =>
  resource(child(field, 'domainPrefix'), 'aws_cognito_user_pool_domain.main', [
    attribute('user_pool_id', 'aws_cognito_user_pool.main.id'),
    attribute('domain', staged(domainPrefix)),
    note(
      managedLogin
        ? '2 = managed login; it shows a page only to clients that have a branding'
        : '1 = the classic hosted UI',
      child(field, 'managedLogin'),
    ),
    attribute('managed_login_version', managedLogin ? '2' : '1', child(field, 'managedLogin')),
  ])
