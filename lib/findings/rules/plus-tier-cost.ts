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
            message: 'The user pool uses the PLUS feature plan.',
            why: 'It costs more per active user than ESSENTIALS, and these templates do not use its threat protection.',
            fix: 'Choose ESSENTIALS unless you plan to turn on threat protection or export sign-in logs.',
            source: cognitoGuide('cognito-sign-in-feature-plans'),
          },
        ]
      : [],
}
