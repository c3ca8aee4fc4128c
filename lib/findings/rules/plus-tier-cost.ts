import { cognitoGuide } from '../../aws/docs'
import type { Rule } from '../finding'

export const plusTierCost: Rule = {
  code: 'PLUS_TIER_COST',
  check: ({ userPool }) =>
    userPool.source === 'new' && userPool.tier === 'PLUS'
      ? [
          {
            code: 'PLUS_TIER_COST',
            severity: 'suggestion',
            paths: ['userPool.tier'],
            message: 'The user pool is on the PLUS plan.',
            why: 'It costs more for each active user than ESSENTIALS, and nothing in these templates uses its threat protection.',
            fix: 'Choose ESSENTIALS unless you will turn on threat protection or export the logs of sign-ins.',
            source: cognitoGuide('cognito-sign-in-feature-plans'),
          },
        ]
      : [],
}
