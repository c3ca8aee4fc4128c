import { cognitoGuide } from '../../aws/docs'
import { namesIn } from '../../deployed/access'
import { causesOf, whole } from '../../deployed/compare'
import { itemsOf } from '../../deployed/questions'
import type { Text } from '../../deployed/term'
import { all, known, knownUnless, type Truth } from '../../deployed/truth'
import { about } from '../about'
import type { Rule } from '../rule'

export const scopeNameSlash: Rule = {
  code: 'SCOPE_NAME_SLASH',
  severity: 'error',
  source: cognitoGuide('cognito-user-pools-define-resource-servers'),
  check: ({ deployed }) =>
    deployed.resourceServers.flatMap(server =>
      itemsOf(namesIn(server.scopes, name => name)).map(({ text, sure }) =>
        about(server, all(sure, hasSlash(text)), () => ({
          at: text.at,
          message: `A scope name of ${server.id} has a slash.`,
          why: 'Cognito rejects it: the full name already contains a slash between identifier and name.',
          fix: 'Use only the name, without the identifier and without a slash.',
        })),
      ),
    ),
}

/** A piece of a name that is unknown is not suspected of a slash; a whole name is. */
function hasSlash(text: Text): Truth {
  if (text.parts.some(part => part.kind === 'literal' && part.text.includes('/')))
    return known(true, text.assumed)
  const causes = causesOf(text)
  return whole(text) === undefined && text.parts.length === 1 ? knownUnless(causes, false) : known(false)
}
