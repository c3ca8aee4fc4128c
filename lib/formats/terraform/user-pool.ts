import { child } from '../../document/field-path'
import type { Model, NewUserPool } from '../../model/model'
import { attribute, nested, note, quote } from '../../text/hcl'
import type { Line } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { staged } from './names'
import { paragraph, resource } from './paragraph'

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

type NewInputs = Pick<NewUserPool, 'field' | 'name' | 'tier' | 'domainPrefix' | 'managedLogin'>

const newLines = ({ field, name, tier, domainPrefix, managedLogin }: NewInputs): Line[] => [
  ...resource(field, 'aws_cognito_user_pool.main', [
    attribute('name', staged(name), child(field, 'name')),
    attribute('user_pool_tier', quote(tier), child(field, 'tier')),
    attribute('deletion_protection', '"ACTIVE"'),
    nested('admin_create_user_config', [attribute('allow_admin_create_user_only', 'true')]),
    nested('lifecycle', [
      note(
        'Users cannot be created again with the same sub: remove this and deletion_protection to destroy the pool',
      ),
      attribute('prevent_destroy', 'true'),
    ]),
  ]),
  ...resource(child(field, 'domainPrefix'), 'aws_cognito_user_pool_domain.main', [
    attribute('user_pool_id', 'aws_cognito_user_pool.main.id'),
    attribute('domain', staged(domainPrefix)),
    note(
      managedLogin
        ? '2 = managed login; it shows a page only to clients that have a branding'
        : '1 = the classic hosted UI',
      child(field, 'managedLogin'),
    ),
    attribute('managed_login_version', managedLogin ? '2' : '1', child(field, 'managedLogin')),
  ]),
]
