import { cognitoGuide } from '../../aws/docs'
import { grantsOf, isReserved, scopesOf, setting } from '../../deployed/client'
import { anyItem, isEmpty, isOn } from '../../deployed/questions'
import { all, not, some } from '../../deployed/truth'
import { insertEntry, replaceScalar } from '../../source/insert'
import { about } from '../about'
import type { Rule } from '../rule'

const SWITCH = 'AllowedOAuthFlowsUserPoolClient'

export const oauthNotEnabled: Rule = {
  code: 'OAUTH_NOT_ENABLED',
  severity: 'error',
  source: cognitoGuide('user-pool-settings-client-apps'),
  check: ({ deployed }) =>
    deployed.clients.map(client => {
      const value = setting(client, SWITCH)
      const hasFlows = not(isEmpty(grantsOf(client)))
      const scopes = scopesOf(client)
      const asks = some(
        hasFlows,
        anyItem(scopes, text => not(isReserved(text))),
      )
      // Cognito rejects a client that has OAuth enabled, but no flow or no scope.
      const hasBoth = all(hasFlows, not(isEmpty(scopes))).is
      return about(client, all(asks, not(isOn(value))), () => ({
        at: value.kind === 'text' ? value.at : client.at,
        message: `The client ${client.id} has OAuth settings that are not enabled.`,
        why: 'Without AllowedOAuthFlowsUserPoolClient its flows and scopes have no effect: the token endpoint answers unauthorized_client or invalid_grant.',
        fix: `Set ${hasBoth ? '' : 'AllowedOAuthFlows and AllowedOAuthScopes, and '}${SWITCH} to true.`,
        proposals: () => {
          const label = `Set ${SWITCH} to true`
          if (!hasBoth) return []
          if (value.kind === 'text' && value.node)
            return [{ label, edits: [replaceScalar(value.node, true)] }]
          if (value.kind !== 'absent' || !client.properties) return []
          const after = ['AllowedOAuthFlows', 'AllowedOAuthScopes']
          return [{ label, edits: [insertEntry(client.properties, SWITCH, true, after)] }]
        },
      }))
    }),
}
