import { cognitoGuide } from '../../aws/docs'
import { NAME_CHARACTERS } from '../../aws/patterns'
import { setting } from '../../deployed/client'
import { causesOf } from '../../deployed/compare'
import { asText, textIs } from '../../deployed/questions'
import { show } from '../../deployed/show'
import type { Term, Text } from '../../deployed/term'
import { known, type Truth, undecided } from '../../deployed/truth'
import { about } from '../about'
import type { Rule } from '../rule'

const DISALLOWED = new RegExp(`[^${NAME_CHARACTERS.characters}]`, 'u')

export const namePattern: Rule = {
  code: 'NAME_PATTERN',
  severity: 'error',
  source: cognitoGuide('cognito-user-pools-define-resource-servers'),
  check: ({ deployed }) => {
    const words = (what: string, name: Term) => () => ({
      at: name.at,
      message: `Cognito does not accept ${show(asText(name))} as the name of ${what}.`,
      why: 'The deployment fails.',
      fix: `Use ${NAME_CHARACTERS.use}.`,
    })
    return [
      ...deployed.resourceServers.map(server =>
        about(server, textIs(server.name, isDisallowed), words('a resource server', server.name)),
      ),
      ...deployed.clients.map(client => {
        const name = setting(client, 'ClientName')
        return about(client, textIs(name, isDisallowed), words('a client', name))
      }),
    ]
  },
}

/** Names of stages, accounts and Regions, which are unknown most of the time, have nothing but these characters. */
function isDisallowed(text: Text): Truth {
  const wrong = text.parts.some(part => part.kind === 'literal' && DISALLOWED.test(part.text))
  if (wrong) return known(true, text.assumed)
  const [first] = text.parts
  return text.parts.length === 1 && first?.kind === 'unknown'
    ? undecided(...causesOf(text))
    : known(false, text.assumed)
}
