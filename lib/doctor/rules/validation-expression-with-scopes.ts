import { apiGatewayGuide } from '../../aws/docs'
import { asksForToken, exists, isLinkTo } from '../../deployed/access'
import { isAbsent, isEmpty, listingOf } from '../../deployed/questions'
import { all, not, some } from '../../deployed/truth'
import { removeEntry } from '../../source/remove'
import { about } from '../about'
import { readsTokens } from '../authorizer-kind'
import type { Rule } from '../rule'

export const validationExpressionWithScopes: Rule = {
  code: 'VALIDATION_EXPRESSION_WITH_SCOPES',
  severity: 'error',
  source: apiGatewayGuide('apigateway-enable-cognito-user-pool'),
  check: ({ deployed }) =>
    deployed.authorizers.map(authorizer => {
      const { validationExpression: expression, expressionEntry: entry } = authorizer
      const label = `Remove ${entry?.key ?? 'the validation expression'}`
      const scoped = deployed.endpoints.map(endpoint =>
        all(
          exists(endpoint),
          isLinkTo(endpoint.authorizer, authorizer),
          asksForToken(endpoint),
          not(isEmpty(listingOf(endpoint.scopes))),
        ),
      )
      return about(
        authorizer,
        all(readsTokens(authorizer), not(isAbsent(expression)), some(...scoped)),
        () => ({
          at: expression.at,
          message: `${authorizer.id} compares the audience of tokens, but access tokens have none.`,
          why: 'The expression is matched with the aud claim, so every access token gets 401.',
          fix: `${label}.`,
          proposals: () => {
            const edit = entry && removeEntry(entry.map, entry.key)
            return edit ? [{ label, edits: [edit] }] : []
          },
        }),
      )
    }),
}
