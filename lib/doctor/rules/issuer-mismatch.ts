import { apiGatewayGuide } from '../../aws/docs'
import { whole } from '../../deployed/compare'
import { asText } from '../../deployed/questions'
import { all } from '../../deployed/truth'
import { replaceScalar } from '../../source/insert'
import { about } from '../about'
import { readsTokens } from '../authorizer-kind'
import type { Rule } from '../rule'
import { fixOf, isWrongIssuer, keepsVariable } from '../wrong-issuer'

export const issuerMismatch: Rule = {
  code: 'ISSUER_MISMATCH',
  severity: 'error',
  source: apiGatewayGuide('http-api-jwt-authorizer'),
  check: ({ deployed }) =>
    deployed.authorizers.map(authorizer => {
      const { issuer } = authorizer
      return about(authorizer, all(readsTokens(authorizer), isWrongIssuer(issuer, { deployed })), () => ({
        at: issuer.at,
        message: `The issuer of ${authorizer.id} is not the iss of any token of the user pool.`,
        why: 'API Gateway compares the two character by character: every token gets 401.',
        fix: fixOf(
          asText(issuer),
          'Use https://cognito-idp.REGION.amazonaws.com/POOL_ID, without a slash at the end, and not the domain of the sign-in pages.',
        ),
        proposals: () => {
          if (issuer.kind !== 'text' || !issuer.node || keepsVariable(issuer)) return []
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
