import { CHOICE_FLOW } from '../../aws/auth-flows'
import { isLinkTo, setting } from '../../deployed/access'
import { includes, isOneOf, listingOf } from '../../deployed/questions'
import { placeOf } from '../../deployed/term'
import { all } from '../../deployed/truth'
import { about } from '../about'
import type { Rule } from '../rule'

export const flowNeedsEssentials: Rule = {
  code: 'FLOW_NEEDS_ESSENTIALS',
  severity: 'error',
  source:
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html',
  check: ({ deployed, access }) =>
    deployed.clients.flatMap(client =>
      deployed.userPools.map(pool => {
        const flows = setting(client, 'ExplicitAuthFlows')
        return about(
          client,
          all(
            isLinkTo(access.poolOf(client), pool),
            includes(listingOf(flows), CHOICE_FLOW),
            isOneOf(pool.tier, 'LITE'),
          ),
          {
            at: placeOf(flows),
            message: `The client ${client.id} allows ${CHOICE_FLOW}, which the LITE plan of ${pool.id} does not have.`,
            why: 'Choice-based sign-in requires ESSENTIALS or PLUS, so the deployment fails.',
            fix: `Set UserPoolTier to ESSENTIALS, or remove ${CHOICE_FLOW}.`,
          },
        )
      }),
    ),
}
