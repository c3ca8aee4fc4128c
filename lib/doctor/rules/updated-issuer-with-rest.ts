import { cognitoGuide } from '../../aws/docs'
import { isLinkTo } from '../../deployed/access'
import { all, some } from '../../deployed/truth'
import { about } from '../about'
import type { Rule } from '../rule'
import { rejectsIssuerOf } from '../wrong-issuer'

export const updatedIssuerWithRest: Rule = {
  code: 'UPDATED_ISSUER_WITH_REST',
  severity: 'error',
  source: cognitoGuide('federation-endpoints'),
  check: ({ deployed, access }) =>
    deployed.userPools.map(pool => {
      const rejecting = deployed.authorizers.map(authorizer =>
        all(
          rejectsIssuerOf(pool, authorizer),
          some(...access.trusted(authorizer).map(link => isLinkTo(link, pool))),
        ),
      )
      return about(pool, some(...rejecting), () => ({
        at: pool.issuerType.at,
        message: `The issuer type UPDATED of ${pool.id} does not work with a Cognito authorizer.`,
        why: 'REST APIs accept the original issuer only: every token of the pool is rejected.',
        fix: 'Set IssuerConfiguration.Type to ORIGINAL, or use an HTTP API with a JWT authorizer.',
      }))
    }),
}
