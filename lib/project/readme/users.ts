import type { Model } from '../../model/model'
import { shellBlock } from './markdown'

/** How to get somebody who can sign in; nothing when only machines call, or all users come from elsewhere. */
export function users({ userPool, clients }: Model): readonly string[] {
  if (!clients.some(client => client.interactive && client.identityProviders.includes('COGNITO'))) return []
  const intro =
    userPool.source === 'new'
      ? 'Nobody can sign up by themselves, so make a user; its first sign-in asks for a password of its own:'
      : 'The users of the pool sign in as they always do. One more, if you need it for a test:'
  return [
    '## Create a user',
    intro,
    shellBlock(
      'aws cognito-idp admin-create-user --user-pool-id "$(output UserPoolId)" --region "$REGION" \\',
      "  --username alice --temporary-password 'Change-me-1' --message-action SUPPRESS \\",
      '  --user-attributes Name=email,Value=alice@example.com Name=email_verified,Value=true',
    ),
  ]
}
