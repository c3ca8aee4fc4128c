import type { Model, NewUserPool } from '../../model/model'
import { shellBlock } from './markdown'
import type { OutputCommand } from './outputs'

/** How to create a user; nothing when only machines call, or all users sign in with other providers. */
export function users({ userPool, clients }: Model, output: OutputCommand): readonly string[] {
  if (!clients.some(client => client.interactive && client.identityProviders.includes('COGNITO'))) return []
  const { name, attributes } = userPool.source === 'new' ? exampleUser(userPool) : BY_NAME
  return [
    '## Create a user',
    userPool.source === 'new'
      ? `${signUp(userPool)}${userPool.mfa === 'off' ? '' : ` ${SECOND_FACTOR[userPool.mfa]}`} To create a user:`
      : 'Existing users of the pool can sign in. To create another user for a test:',
    shellBlock(
      `aws cognito-idp admin-create-user --user-pool-id "${output('UserPoolId')}" --region "$REGION" \\`,
      `  --username ${name} --temporary-password 'Change-me-1' --message-action SUPPRESS${attributes ? ' \\' : ''}`,
      ...(attributes ? [`  --user-attributes ${attributes}`] : []),
    ),
  ]
}

const signUp = ({ selfSignUp }: NewUserPool): string =>
  selfSignUp
    ? 'Users can register on the sign-in page. A user whom you create must set a new password at first sign-in.'
    : 'Self sign-up is off. A user whom you create must set a new password at first sign-in.'

const SECOND_FACTOR = {
  optional: 'A user can add an authenticator app as a second factor.',
  required: 'At first sign-in the user also sets up an authenticator app, whose code is the second factor.',
} as const

interface ExampleUser {
  readonly name: string
  /** Options of `--user-attributes`; empty without any. */
  readonly attributes: string
}

const EMAIL = 'Name=email,Value=alice@example.com Name=email_verified,Value=true'
const BY_NAME: ExampleUser = { name: 'alice', attributes: EMAIL }

/** A user by what the pool has in place of user names. */
function exampleUser({ usernameAttributes }: NewUserPool): ExampleUser {
  if (usernameAttributes.includes('email')) return { name: 'alice@example.com', attributes: EMAIL }
  return usernameAttributes.length > 0 ? { name: '+15555550100', attributes: '' } : BY_NAME
}
