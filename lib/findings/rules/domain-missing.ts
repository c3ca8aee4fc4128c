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
            message: `No domain of the user pool ${userPool.userPoolId} is given.`,
            why: 'The sign-in pages and the token endpoint are on the domain: without one no client gets a token with custom scopes.',
            fix: "Enter the pool's domain, or give the pool one first.",
            source: cognitoGuide('cognito-user-pools-assign-domain'),
          },
        ]
      : [],
}
