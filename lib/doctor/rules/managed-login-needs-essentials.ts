import { cognitoGuide } from '../../aws/docs'
import { isLinkTo } from '../../deployed/access'
import { isOneOf } from '../../deployed/questions'
import { all } from '../../deployed/truth'
import { about } from '../about'
import type { Rule } from '../rule'

export const managedLoginNeedsEssentials: Rule = {
  code: 'MANAGED_LOGIN_NEEDS_ESSENTIALS',
  severity: 'error',
  source: cognitoGuide('cognito-sign-in-feature-plans'),
  check: ({ deployed, access }) =>
    deployed.domains.flatMap(domain =>
      deployed.userPools.map(pool =>
        about(
          domain,
          all(
            isLinkTo(access.poolOf(domain), pool),
            isOneOf(domain.managedLoginVersion, '2'),
            isOneOf(pool.tier, 'LITE'),
          ),
          () => ({
            at: domain.managedLoginVersion.at,
            message: `${domain.id} enables managed login, which the LITE plan of ${pool.id} does not have.`,
            why: 'The deployment fails with FeatureUnavailableInTierException.',
            fix: 'Set UserPoolTier to ESSENTIALS, or ManagedLoginVersion to 1.',
          }),
        ),
      ),
    ),
}
