import { apiGatewayGuide } from '../../aws/docs'
import { anyItem, listingOf, wholeTextIs } from '../../deployed/questions'
import { placeOf } from '../../deployed/term'
import { all } from '../../deployed/truth'
import { about } from '../about'
import { readsTokens } from '../authorizer-kind'
import type { Rule } from '../rule'

export const tokenHeaderUnusual: Rule = {
  code: 'TOKEN_HEADER_UNUSUAL',
  severity: 'suggestion',
  source: apiGatewayGuide('apigateway-enable-cognito-user-pool'),
  check: ({ deployed }) =>
    deployed.authorizers.map(authorizer => {
      const source = authorizer.identitySource
      const unusual = anyItem(listingOf(source), text =>
        wholeTextIs(text, value => /\.header\.(?!authorization$)/i.test(value)),
      )
      return about(authorizer, all(readsTokens(authorizer), unusual), () => ({
        at: source.kind === 'list' ? (source.items[0]?.term.at ?? placeOf(source)) : source.at,
        message: `${authorizer.id} reads the token from an unusual header.`,
        why: 'Clients and libraries send it in Authorization: a token there is ignored.',
        fix: 'Read it from the header Authorization, unless your clients send the other one.',
      }))
    }),
}
