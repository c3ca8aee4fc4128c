import type { Model } from '../../model/model'
import { shellBlock } from './markdown'
import type { OutputCommand } from './outputs'

/** How to create a user; nothing when only machines call, or all users sign in with other providers. */
export function users({ userPool, clients }: Model, output: OutputCommand): readonly string[] {
  if (!clients.some(client => client.interactive && client.identityProviders.includes('COGNITO'))) return []
  const intro =
    userPool.source === 'new'
      ? 'Self sign-up is off, so create a user. The user must set a new password at first sign-in:'
      : 'Existing users of the pool can sign in. To create another user for a test:'
  return [
    '## Create a user',
    intro,
    shellBlock(
      `aws cognito-idp admin-create-user --user-pool-id "${output('UserPoolId')}" --region "$REGION" \\`,
      "  --username alice --temporary-password 'Change-me-1' --message-action SUPPRESS \\",
      '  --user-attributes Name=email,Value=alice@example.com Name=email_verified,Value=true',
    ),
  ]
}
