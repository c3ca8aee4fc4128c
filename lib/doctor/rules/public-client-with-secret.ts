import { cognitoGuide } from '../../aws/docs'
import { setting } from '../../deployed/client'
import { whole } from '../../deployed/compare'
import { anyItem, isOn, listingOf } from '../../deployed/questions'
import { all, known, undecided } from '../../deployed/truth'
import { checkRedirectUri } from '../../document/redirect-uri'
import { about } from '../about'
import type { Rule } from '../rule'

export const publicClientWithSecret: Rule = {
  code: 'PUBLIC_CLIENT_WITH_SECRET',
  severity: 'warning',
  source: cognitoGuide('user-pool-settings-client-apps'),
  check: ({ deployed }) =>
    deployed.clients.map(client => {
      const secret = setting(client, 'GenerateSecret')
      const isApp = anyItem(listingOf(setting(client, 'CallbackURLs')), text => {
        const uri = whole(text)
        const [first] = text.parts
        if (uri === undefined)
          return first?.kind === 'unknown'
            ? undecided(first.cause)
            : known(isAppScheme(first?.kind === 'literal' ? first.text : ''))
        return known(isAppScheme(uri), text.assumed)
      })
      return about(client, all(isOn(secret), isApp), () => ({
        at: secret.at,
        message: `The client ${client.id} is an app on a device, and has a secret.`,
        why: 'Anyone with a copy of the app can extract the secret, and sign-in libraries fail with invalid_client.',
        fix: 'Create a client without a secret for the app; it uses PKCE.',
      }))
    }),
}

/** A scheme of the app's own. */
const isAppScheme = (uri: string): boolean => {
  const checked = checkRedirectUri(uri)
  return 'kind' in checked && checked.kind === 'app-scheme'
}
