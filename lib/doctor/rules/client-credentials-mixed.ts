import { cognitoGuide } from '../../aws/docs'
import { isInteractive, isMachine, setting } from '../../deployed/client'
import { placeOf } from '../../deployed/term'
import { all } from '../../deployed/truth'
import { about } from '../about'
import type { Rule } from '../rule'

export const clientCredentialsMixed: Rule = {
  code: 'CLIENT_CREDENTIALS_MIXED',
  severity: 'error',
  source: cognitoGuide('federation-endpoints-oauth-grants'),
  check: ({ deployed }) =>
    deployed.clients.map(client =>
      about(client, all(isMachine(client), isInteractive(client)), () => ({
        at: placeOf(setting(client, 'AllowedOAuthFlows')),
        message: `The client ${client.id} mixes client_credentials with another flow.`,
        why: 'Cognito rejects the client: client_credentials must be its only flow.',
        fix: 'Create two clients, one for people and one for machines.',
      })),
    ),
}
