import { cognitoGuide } from '../../aws/docs'
import { grantsOf, setting } from '../../deployed/client'
import { includes } from '../../deployed/questions'
import { placeOf } from '../../deployed/term'
import { about } from '../about'
import type { Rule } from '../rule'

export const implicitGrant: Rule = {
  code: 'IMPLICIT_GRANT',
  severity: 'suggestion',
  source: cognitoGuide('federation-endpoints-oauth-grants'),
  check: ({ deployed }) =>
    deployed.clients.map(client => {
      const item = grantsOf(client).items.find(
        ({ text }) =>
          text.parts.length === 1 && text.parts[0]?.kind === 'literal' && text.parts[0].text === 'implicit',
      )
      return about(client, includes(grantsOf(client), 'implicit'), () => ({
        at: item?.text.at ?? placeOf(setting(client, 'AllowedOAuthFlows')),
        message: `The client ${client.id} allows the implicit grant.`,
        why: 'It exposes tokens in the page URL, where browser history, logs and scripts can read them, and issues no refresh token.',
        fix: 'Use the authorization code flow with PKCE, in apps and web pages.',
      }))
    }),
}
