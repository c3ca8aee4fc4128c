import { cognitoGuide } from '../../aws/docs'
import { outside } from '../../deployed/cause'
import { setting } from '../../deployed/client'
import { causesOf, whole } from '../../deployed/compare'
import { itemsOf } from '../../deployed/questions'
import { show } from '../../deployed/show'
import type { Text } from '../../deployed/term'
import { all, known, no, type Truth, undecided } from '../../deployed/truth'
import { checkRedirectUri } from '../../document/redirect-uri'
import { about } from '../about'
import type { Rule } from '../rule'

export const redirectUriInvalid: Rule = {
  code: 'REDIRECT_URI_INVALID',
  severity: 'error',
  source: cognitoGuide('user-pool-settings-client-apps'),
  check: ({ deployed }) =>
    deployed.clients.flatMap(client =>
      ['CallbackURLs', 'LogoutURLs'].flatMap(name =>
        itemsOf(setting(client, name)).map(({ text, sure }) => {
          const checked = checkRedirectUri(whole(text) ?? sample(text))
          return about(client, all(sure, isInvalid(text)), () => ({
            at: text.at,
            message: `Cognito does not accept the redirect URI ${show(text)}.`,
            detail: show(text),
            why: 'message' in checked ? checked.message : 'Redirect URIs are absolute and use https.',
            fix: 'Use https://, http://localhost or the scheme of your own app, without a fragment.',
          }))
        }),
      ),
    ),
}

/** What begins with something unknown may be anything. Otherwise that is a host or a piece of a path, which changes nothing. */
function isInvalid(text: Text): Truth {
  const [first] = text.parts
  if (first?.kind === 'unknown') return undecided(...causesOf(text))
  if (first?.kind === 'resource') {
    if (IS_URL.test(first.attribute)) return no
    if (!IS_NO_URL.test(first.attribute)) return undecided(outside(show(text), AFTER_DEPLOYMENT))
  }
  return known('message' in checkRedirectUri(whole(text) ?? sample(text)), text.assumed)
}

/** Attributes with https, and those that are a host or begin with http. */
const IS_URL = /^(?:ApiEndpoint|FunctionUrl)$/
const IS_NO_URL = /(?:DomainName|DNSName|WebsiteURL)$/
const AFTER_DEPLOYMENT = 'A value that is known after the deployment may be a URL.'

const sample = (text: Text): string =>
  text.parts.map(part => (part.kind === 'literal' ? part.text : 'a.example.com')).join('')
