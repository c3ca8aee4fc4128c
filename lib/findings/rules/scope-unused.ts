import { cognitoGuide } from '../../aws/docs'
import { child } from '../../document/field-path'
import type { Rule } from '../finding'

export const scopeUnused: Rule = {
  code: 'SCOPE_UNUSED',
  check: ({ resourceServers, endpoints }) => {
    const wanted = new Set(endpoints.flatMap(({ scopes }) => scopes.map(({ fullScope }) => fullScope)))
    return resourceServers
      .flatMap(({ scopes }) => scopes)
      .filter(({ fullScope }) => !wanted.has(fullScope))
      .map(scope => ({
        code: 'SCOPE_UNUSED',
        severity: 'suggestion',
        paths: [child(scope.field, 'name')],
        message: `No endpoint wants the scope "${scope.fullScope}".`,
        why: 'Clients that get it can do nothing with it here; it only widens their tokens.',
        fix: 'Ask for it at an endpoint, or remove it unless another API uses it.',
        source: cognitoGuide('cognito-user-pools-define-resource-servers'),
      }))
  },
}
