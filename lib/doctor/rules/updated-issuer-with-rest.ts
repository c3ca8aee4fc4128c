import { cognitoGuide } from '../../aws/docs'
import { isLinkTo } from '../../deployed/access'
import { isOneOf } from '../../deployed/questions'
import { all, some } from '../../deployed/truth'
import { about } from '../about'
import type { Rule } from '../rule'

export const updatedIssuerWithRest: Rule = {
  code: 'UPDATED_ISSUER_WITH_REST',
  severity: 'error',
  source: cognitoGuide('federation-endpoints'),
  check: ({ deployed, access }) =>
    deployed.userPools.map(pool => {
      const trusted = deployed.authorizers.map(authorizer =>
        all(
          isOneOf(authorizer.type, 'COGNITO_USER_POOLS'),
          some(...access.trusted(authorizer).map(link => isLinkTo(link, pool))),
        ),
      )
      return about(pool, all(isOneOf(pool.issuerType, 'UPDATED'), some(...trusted)), () => ({
        at: pool.issuerType.at,
        message: `The issuer type UPDATED of ${pool.id} does not work with a Cognito authorizer.`,
        why: 'REST APIs accept the original issuer only: every token of the pool is rejected.',
        fix: 'Set IssuerConfiguration.Type to ORIGINAL, or use an HTTP API with a JWT authorizer.',
      }))
    }),
}
