import { cognitoGuide } from '../../aws/docs'
import { isInteractive, setting } from '../../deployed/client'
import { isEmpty, listingOf } from '../../deployed/questions'
import { placeOf } from '../../deployed/term'
import { all } from '../../deployed/truth'
import { insertEntry, replaceValue } from '../../source/insert'
import { about } from '../about'
import type { Rule } from '../rule'

const KEY = 'SupportedIdentityProviders'

export const noIdentityProvider: Rule = {
  code: 'NO_IDENTITY_PROVIDER',
  severity: 'error',
  source: cognitoGuide('cognito-user-pools-identity-federation'),
  check: ({ deployed }) =>
    deployed.clients.map(client => {
      const providers = setting(client, KEY)
      return about(client, all(isInteractive(client), isEmpty(listingOf(providers))), () => ({
        at: providers.kind === 'absent' ? client.at : placeOf(providers),
        message: `The client ${client.id} signs users in with no identity provider.`,
        why: 'The sign-in page then offers no way to sign in.',
        fix: `Set ${KEY} to COGNITO, or to the providers of the pool.`,
        proposals: () => {
          const label = 'Sign in with COGNITO'
          if (providers.kind === 'list' && providers.node)
            return [{ label, edits: [replaceValue(providers.node, ['COGNITO'])] }]
          if (providers.kind !== 'absent' || !client.properties) return []
          const after = ['CallbackURLs', 'AllowedOAuthScopes', 'AllowedOAuthFlows']
          return [{ label, edits: [insertEntry(client.properties, KEY, ['COGNITO'], after)] }]
        },
      }))
    }),
}
