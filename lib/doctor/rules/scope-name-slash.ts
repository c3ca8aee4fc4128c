import { cognitoGuide } from '../../aws/docs'
import { causesOf, whole } from '../../deployed/compare'
import { property, textIs } from '../../deployed/questions'
import { known, undecided } from '../../deployed/truth'
import { about } from '../about'
import type { Rule } from '../rule'

export const scopeNameSlash: Rule = {
  code: 'SCOPE_NAME_SLASH',
  severity: 'error',
  source: cognitoGuide('cognito-user-pools-define-resource-servers'),
  check: ({ deployed }) =>
    deployed.resourceServers.flatMap(server =>
      (server.scopes.kind === 'list' ? server.scopes.items : []).flatMap(({ term, under }) => {
        const name = property(term, 'ScopeName')
        if (under || name.kind === 'absent') return []
        const truth = textIs(name, text => {
          if (text.parts.some(part => part.kind === 'literal' && part.text.includes('/')))
            return known(true, text.assumed)
          return whole(text) === undefined && text.parts.length === 1
            ? undecided(...causesOf(text))
            : known(false)
        })
        return about(
          server,
          truth.is === undefined && truth.because.length === 0 ? known(false) : truth,
          () => ({
            at: name.at,
            message: `A scope name of ${server.id} has a slash.`,
            why: 'Cognito rejects it: the full name already contains a slash between identifier and name.',
            fix: 'Use only the name, without the identifier and without a slash.',
          }),
        )
      }),
    ),
}
