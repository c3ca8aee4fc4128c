import { cognitoGuide } from '../../aws/docs'
import { setting } from '../../deployed/client'
import { sameText, whole } from '../../deployed/compare'
import { anyItem, isAbsent, listingOf, textIs } from '../../deployed/questions'
import { all, not } from '../../deployed/truth'
import { checkRedirectUri } from '../../document/redirect-uri'
import { replaceScalar } from '../../source/insert'
import { about } from '../about'
import type { Rule } from '../rule'

export const defaultRedirectNotListed: Rule = {
  code: 'DEFAULT_REDIRECT_NOT_LISTED',
  severity: 'error',
  source: cognitoGuide('user-pool-settings-client-apps'),
  check: ({ deployed }) =>
    deployed.clients.map(client => {
      const uri = setting(client, 'DefaultRedirectURI')
      const urls = listingOf(setting(client, 'CallbackURLs'))
      const listed = textIs(uri, text => anyItem(urls, url => sameText(url, text)))
      return about(client, all(not(isAbsent(uri)), not(listed)), () => ({
        at: uri.at,
        message: `The default redirect URI of the client ${client.id} is not one of its callback URLs.`,
        why: 'Cognito rejects the client.',
        fix: 'Use one of the callback URLs, or add this one to them.',
        proposals: () => {
          const { node } = uri.kind === 'text' ? uri : {}
          if (!node) return []
          return urls.items.flatMap(({ text }) => {
            const url = whole(text)
            const isValid = url !== undefined && 'kind' in checkRedirectUri(url)
            return !isValid ? [] : [{ label: `Use ${url}`, edits: [replaceScalar(node, url)] }]
          })
        },
      }))
    }),
}
