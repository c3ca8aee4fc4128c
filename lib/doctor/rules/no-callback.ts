import { cognitoGuide } from '../../aws/docs'
import { isInteractive, setting } from '../../deployed/client'
import { isEmpty, listingOf } from '../../deployed/questions'
import { placeOf } from '../../deployed/term'
import { all } from '../../deployed/truth'
import { about } from '../about'
import type { Rule } from '../rule'

export const noCallback: Rule = {
  code: 'NO_CALLBACK',
  severity: 'error',
  source: cognitoGuide('user-pool-settings-client-apps'),
  check: ({ deployed }) =>
    deployed.clients.map(client => {
      const urls = setting(client, 'CallbackURLs')
      return about(client, all(isInteractive(client), isEmpty(listingOf(urls))), () => ({
        at: urls.kind === 'absent' ? client.at : placeOf(urls),
        message: `The client ${client.id} signs users in but has no callback URL.`,
        why: 'Cognito rejects a client with the code or implicit flow that has none.',
        fix: 'List the URL that users return to after sign-in.',
      }))
    }),
}
