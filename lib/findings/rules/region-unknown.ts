import type { Rule } from '../finding'
import { hasUserPools } from '../regions'

export const regionUnknown: Rule = {
  code: 'REGION_UNKNOWN',
  check: ({ region }) =>
    hasUserPools(region)
      ? []
      : [
          {
            code: 'REGION_UNKNOWN',
            severity: 'warning',
            paths: ['region'],
            message: `The wizard knows of no user pools in a Region "${region}".`,
            why: 'Where Cognito is missing the deployment fails; a new Region may simply not be in the list yet.',
            fix: 'Look it up in the list of endpoints.',
            source: 'https://docs.aws.amazon.com/general/latest/gr/cognito.html',
          },
        ],
}
