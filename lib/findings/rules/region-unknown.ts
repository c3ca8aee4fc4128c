import { COGNITO_ENDPOINTS } from '../../aws/docs'
import { USER_POOL_REGIONS } from '../../aws/regions'
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
            message: `The wizard knows of no user pools in a Region "${region}".`,
            why: 'Where Cognito is missing the deployment fails; a new Region may simply not be in the list yet.',
            fix: 'Look it up in the list of endpoints.',
            source: COGNITO_ENDPOINTS,
          },
        ],
}
