import { apiGatewayGuide } from '../../aws/docs'
import { causesOf, whole } from '../../deployed/compare'
import { isOfAnotherProvider } from '../../deployed/links'
import { textIs } from '../../deployed/questions'
import type { Text } from '../../deployed/term'
import { all, known, type Truth, undecided } from '../../deployed/truth'
import { replaceScalar } from '../../source/insert'
import { about } from '../about'
import { readsTokens } from '../authorizer-kind'
import type { Rule } from '../rule'

export const issuerMismatch: Rule = {
  code: 'ISSUER_MISMATCH',
  severity: 'error',
  source: apiGatewayGuide('http-api-jwt-authorizer'),
  check: ({ deployed }) =>
    deployed.authorizers.map(authorizer => {
      const { issuer } = authorizer
      return about(authorizer, all(readsTokens(authorizer), textIs(issuer, isWrong)), () => ({
        at: issuer.at,
        message: `The issuer of ${authorizer.id} is not the iss of any Cognito token.`,
        why: 'API Gateway compares the two character by character: every token gets 401.',
        fix: 'Use https://cognito-idp.REGION.amazonaws.com/POOL_ID, with https, without a slash at the end, and not the domain of the sign-in pages.',
        proposals: () => {
          if (issuer.kind !== 'text' || !issuer.node) return []
          const value = whole(issuer) ?? issuer.node.value
          return value.endsWith('/') && value.length > 1
            ? [
                {
                  label: 'Remove the slash at the end',
                  edits: [replaceScalar(issuer.node, issuer.node.value.replace(/\/+$/, ''))],
                },
              ]
            : []
        },
      }))
    }),
}

/** A slash at the end, the hosted domain, or no https: each is visible in a literal part. */
function isWrong(text: Text): Truth {
  // Other providers, such as Auth0, have a slash at the end of their issuer.
  if (isOfAnotherProvider(text)) return known(false, text.assumed)
  const [first] = text.parts
  const last = text.parts.at(-1)
  if (first?.kind === 'unknown' && text.parts.length === 1) return undecided(...causesOf(text))
  const literals = text.parts.flatMap(part => (part.kind === 'literal' ? [part.text] : []))
  const wrong =
    (last?.kind === 'literal' && last.text.endsWith('/')) ||
    literals.some(piece => /\.amazoncognito\.com/.test(piece)) ||
    (first?.kind === 'literal' && !'https://'.startsWith(first.text.slice(0, 8)))
  return known(wrong, text.assumed)
}
