import { cognitoGuide } from '../../aws/docs'
import { causesOf, whole } from '../../deployed/compare'
import { property, textIs } from '../../deployed/questions'
import { placeOf, type Term, unknown } from '../../deployed/term'
import { all, known, type Truth, undecided, yes } from '../../deployed/truth'
import { about } from '../about'
import type { Rule } from '../rule'

export const scopeNameSlash: Rule = {
  code: 'SCOPE_NAME_SLASH',
  severity: 'error',
  source: cognitoGuide('cognito-user-pools-define-resource-servers'),
  check: ({ deployed }) =>
    deployed.resourceServers.flatMap(server =>
      namesOf(server.scopes).flatMap(({ name, sure }) => {
        if (name.kind === 'absent') return []
        const isWrong = textIs(name, text => {
          if (text.parts.some(part => part.kind === 'literal' && part.text.includes('/')))
            return known(true, text.assumed)
          return whole(text) === undefined && text.parts.length === 1
            ? undecided(...causesOf(text))
            : known(false)
        })
        return about(server, all(sure, isWrong), () => ({
          at: name.at,
          message: `A scope name of ${server.id} has a slash.`,
          why: 'Cognito rejects it: the full name already contains a slash between identifier and name.',
          fix: 'Use only the name, without the identifier and without a slash.',
        }))
      }),
    ),
}

interface Name {
  readonly name: Term
  /** Is the scope certainly in the list? */
  readonly sure: Truth
}

function namesOf(scopes: Term): readonly Name[] {
  if (scopes.kind === 'either')
    return scopes.options.flatMap(namesOf).map(({ name }) => ({ name, sure: undecided(scopes.cause) }))
  if (scopes.kind === 'unknown') return [{ name: property(scopes, 'ScopeName'), sure: yes }]
  if (scopes.kind !== 'list') return []
  const hidden = scopes.open.map(cause => unknown(`scopes ${cause.name}`, cause, placeOf(scopes)))
  return [
    ...scopes.items.map(({ term, under }) => ({
      name: property(term, 'ScopeName'),
      sure: under ? undecided(under) : yes,
    })),
    ...hidden.flatMap(namesOf),
  ]
}
