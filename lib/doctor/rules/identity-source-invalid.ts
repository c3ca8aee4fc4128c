import { apiGatewayGuide } from '../../aws/docs'
import { causesOf, whole } from '../../deployed/compare'
import { anyItem, isOneOf, listingOf } from '../../deployed/questions'
import type { Text } from '../../deployed/term'
import { all, known, knownUnless, some, type Truth } from '../../deployed/truth'
import { replaceScalar } from '../../source/insert'
import { about } from '../about'
import type { Rule } from '../rule'

const REST = /^method\.request\.header\.[A-Za-z0-9-]+$/
const HTTP = /^\$request\.(?:header|querystring)\.[A-Za-z0-9_-]+$/

export const identitySourceInvalid: Rule = {
  code: 'IDENTITY_SOURCE_INVALID',
  severity: 'error',
  source: apiGatewayGuide('apigateway-enable-cognito-user-pool'),
  check: ({ deployed }) =>
    deployed.authorizers.map(authorizer => {
      const source = authorizer.identitySource
      const isRest = isOneOf(authorizer.type, 'COGNITO_USER_POOLS').is === true
      const pattern = isRest ? REST : HTTP
      const items = listingOf(source)
      const bad = items.items.find(({ text }) => isWrong(text, pattern).is === true)?.text
      const wrong = some(
        all(
          isOneOf(authorizer.type, 'COGNITO_USER_POOLS'),
          anyItem(items, text => isWrong(text, REST)),
        ),
        all(
          isOneOf(authorizer.type, 'JWT'),
          anyItem(items, text => isWrong(text, HTTP)),
        ),
      )
      const good = isRest ? 'method.request.header.Authorization' : '$request.header.Authorization'
      return about(authorizer, wrong, () => ({
        at: bad?.at ?? source.at,
        message: `${authorizer.id} reads the token from a source that API Gateway does not support.`,
        why: 'The authorizer is rejected, or finds no token.',
        fix: `Set the identity source to ${good}.`,
        proposals: () =>
          bad?.node ? [{ label: `Read it from ${good}`, edits: [replaceScalar(bad.node, good)] }] : [],
      }))
    }),
}

function isWrong(text: Text, pattern: RegExp): Truth {
  const value = whole(text)
  if (value !== undefined) return known(!pattern.test(value), text.assumed)
  const causes = causesOf(text)
  return knownUnless(causes, false)
}
