import { cognitoGuide } from '../../aws/docs'
import type { Rule } from '../finding'

export const domainMissing: Rule = {
  code: 'DOMAIN_MISSING',
  check: ({ userPool }) =>
    userPool.source === 'existing' && userPool.domain === undefined
      ? [
          {
            code: 'DOMAIN_MISSING',
            severity: 'warning',
            paths: ['userPool.domain'],
            message: `The domain of the user pool ${userPool.userPoolId} is not set.`,
            why: 'The sign-in pages and the token endpoint are on that domain. Without it no client can get a token with custom scopes.',
            fix: 'Enter the domain of the pool. If the pool has none, create one first.',
            source: cognitoGuide('cognito-user-pools-assign-domain'),
          },
        ]
      : [],
}
