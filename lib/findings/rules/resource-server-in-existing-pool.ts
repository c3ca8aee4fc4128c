import { cloudFormationGuide } from '../../aws/docs'
import { child } from '../../document/field-path'
import type { Rule } from '../finding'

export const resourceServerInExistingPool: Rule = {
  code: 'RESOURCE_SERVER_IN_EXISTING_POOL',
  check: ({ userPool, resourceServers }) =>
    userPool.source === 'new'
      ? []
      : resourceServers.map(({ field, identifier }) => ({
          code: 'RESOURCE_SERVER_IN_EXISTING_POOL',
          severity: 'warning',
          paths: [child(field, 'identifier')],
          message: `This stack creates the resource server "${identifier}" in the pool ${userPool.userPoolId}.`,
          why: 'If the pool already has a resource server with this identifier, the deployment fails.',
          fix: 'If it has, import that resource server into the stack or delete it first.',
          source: cloudFormationGuide('import-resources'),
        })),
}
