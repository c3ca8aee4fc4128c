import { COGNITO_ENDPOINTS } from '../../aws/docs'
import { USER_POOL_REGIONS } from '../../aws/user-pool-regions'
import type { Rule } from '../finding'

export const regionUnknown: Rule = {
  code: 'REGION_UNKNOWN',
  check: ({ region }) =>
    USER_POOL_REGIONS.has(region)
      ? []
      : [
          {
            code: 'REGION_UNKNOWN',
            severity: 'warning',
            paths: ['region'],
            message: `Cognito user pools are not known to be available in "${region}".`,
            why: 'Deployment fails in a Region without Cognito. A new Region may be missing from our list.',
            fix: 'Check the list of Cognito endpoints.',
            source: COGNITO_ENDPOINTS,
          },
        ],
}
