import { cognitoGuide } from '../../aws/docs'
import { isInteractive, isMachine, isReserved, setting } from '../../deployed/client'
import type { Client } from '../../deployed/deployed'
import { itemsOf } from '../../deployed/questions'
import { show } from '../../deployed/show'
import type { Text } from '../../deployed/term'
import { all, not } from '../../deployed/truth'
import { removeItem } from '../../source/remove'
import { about } from '../about'
import type { Rule } from '../rule'

export const clientCredentialsWithOidcScope: Rule = {
  code: 'CLIENT_CREDENTIALS_WITH_OIDC_SCOPE',
  severity: 'error',
  source: cognitoGuide('federation-endpoints-oauth-grants'),
  check: ({ deployed }) =>
    deployed.clients.flatMap(client =>
      itemsOf(setting(client, 'AllowedOAuthScopes')).map(({ text, sure }) =>
        about(client, all(sure, isMachine(client), not(isInteractive(client)), isReserved(text)), () => ({
          at: text.at,
          message: `The machine client ${client.id} can request ${show(text)}, which describes a user.`,
          why: `Cognito rejects the client: ${show(text)} is not supported with the client_credentials flow.`,
          fix: 'Allow machine clients custom scopes only.',
          proposals: () => withoutScope(client, text),
        })),
      ),
    ),
}

function withoutScope(client: Client, scope: Text) {
  const list = setting(client, 'AllowedOAuthScopes')
  if (list.kind !== 'list' || !list.node) return []
  const { node } = scope
  const edit = node && removeItem(list.node, list.node.items.indexOf(node))
  return edit ? [{ label: `Remove ${show(scope)}`, edits: [edit] }] : []
}
