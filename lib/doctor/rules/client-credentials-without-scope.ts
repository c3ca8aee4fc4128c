import { cognitoGuide } from '../../aws/docs'
import { isInteractive, isMachine, scopesOf, setting } from '../../deployed/client'
import { isEmpty } from '../../deployed/questions'
import { placeOf } from '../../deployed/term'
import { all, not } from '../../deployed/truth'
import { about } from '../about'
import type { Rule } from '../rule'

export const clientCredentialsWithoutScope: Rule = {
  code: 'CLIENT_CREDENTIALS_WITHOUT_SCOPE',
  severity: 'error',
  source: cognitoGuide('federation-endpoints-oauth-grants'),
  check: ({ deployed }) =>
    deployed.clients.map(client => {
      const scopes = setting(client, 'AllowedOAuthScopes')
      const truth = all(isMachine(client), not(isInteractive(client)), isEmpty(scopesOf(client)))
      return about(client, truth, () => ({
        at: scopes.kind === 'absent' ? client.at : placeOf(scopes),
        message: `The machine client ${client.id} cannot request any scope.`,
        why: 'client_credentials gives tokens for custom scopes only: Cognito rejects the client.',
        fix: 'Allow it a custom scope of a resource server.',
      }))
    }),
}
