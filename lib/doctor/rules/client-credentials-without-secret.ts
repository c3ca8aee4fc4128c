import { cognitoGuide } from '../../aws/docs'
import { isMachine, setting } from '../../deployed/client'
import { isOn } from '../../deployed/questions'
import { all, not } from '../../deployed/truth'
import { insertEntry, replaceScalar } from '../../source/insert'
import { about } from '../about'
import type { Rule } from '../rule'

export const clientCredentialsWithoutSecret: Rule = {
  code: 'CLIENT_CREDENTIALS_WITHOUT_SECRET',
  severity: 'error',
  source: cognitoGuide('federation-endpoints-oauth-grants'),
  check: ({ deployed }) =>
    deployed.clients.map(client => {
      const secret = setting(client, 'GenerateSecret')
      return about(client, all(isMachine(client), not(isOn(secret))), () => ({
        at: secret.kind === 'text' ? secret.at : client.at,
        message: `The client ${client.id} uses client_credentials without a secret.`,
        why: 'Cognito rejects the client: a machine client authenticates with its secret.',
        fix: 'Set GenerateSecret to true. That replaces the client, so that it gets a new client ID.',
        proposals: () => {
          const label = 'Set GenerateSecret to true (replaces the client: it gets a new client ID)'
          if (secret.kind === 'text' && secret.node)
            return [{ label, edits: [replaceScalar(secret.node, true)] }]
          if (secret.kind !== 'absent' || !client.properties) return []
          return [
            {
              label,
              edits: [insertEntry(client.properties, 'GenerateSecret', true, ['ClientName', 'UserPoolId'])],
            },
          ]
        },
      }))
    }),
}
