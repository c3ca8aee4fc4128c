import type { AuthFlow } from '../../aws/auth-flows'
import { cognitoGuide } from '../../aws/docs'
import { child } from '../../document/field-path'
import type { Rule } from '../finding'

/** Choice-based sign-in, for which AWS's API reference (CreateUserPoolClient) names the plans. */
const CHOICE_FLOW: AuthFlow = 'ALLOW_USER_AUTH'

export const flowNeedsTier: Rule = {
  code: 'FLOW_NEEDS_TIER',
  check: ({ userPool, clients }) =>
    userPool.source === 'new' && userPool.tier === 'LITE'
      ? clients
          .filter(({ explicitAuthFlows }) => explicitAuthFlows?.includes(CHOICE_FLOW))
          .map(client => ({
            code: 'FLOW_NEEDS_TIER',
            severity: 'warning',
            paths: [child(client.field, 'explicitAuthFlows'), 'userPool.tier'],
            message: `Client "${client.name}" allows ${CHOICE_FLOW}, and the user pool uses the LITE feature plan.`,
            why: 'AWS documents choice-based sign-in for ESSENTIALS and PLUS only: with LITE it is expected to fail.',
            fix: `Remove ${CHOICE_FLOW}, or choose ESSENTIALS or PLUS.`,
            source: cognitoGuide('cognito-sign-in-feature-plans'),
          }))
      : [],
}
