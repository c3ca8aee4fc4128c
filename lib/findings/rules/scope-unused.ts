import { cognitoGuide } from '../../aws/docs'
import { child } from '../../document/field-path'
import type { Rule } from '../finding'

export const scopeUnused: Rule = {
  code: 'SCOPE_UNUSED',
  check: ({ resourceServers, endpoints }) => {
    const required = new Set(endpoints.flatMap(({ scopes }) => scopes.map(({ fullScope }) => fullScope)))
    return resourceServers
      .flatMap(({ scopes }) => scopes)
      .filter(({ fullScope }) => !required.has(fullScope))
      .map(scope => ({
        code: 'SCOPE_UNUSED',
        severity: 'suggestion',
        paths: [child(scope.field, 'name')],
        message: `No endpoint requires the scope "${scope.fullScope}".`,
        why: 'Granting it only makes tokens more powerful than they need to be.',
        fix: 'Require it on an endpoint, or remove it unless another API uses it.',
        source: cognitoGuide('cognito-user-pools-define-resource-servers'),
      }))
  },
}
