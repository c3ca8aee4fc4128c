import { cognitoGuide } from '../../aws/docs'
import { asksForToken } from '../../deployed/access'
import { setting } from '../../deployed/client'
import { whole } from '../../deployed/compare'
import type { Endpoint } from '../../deployed/deployed'
import { itemsOf } from '../../deployed/questions'
import { endpointName, show } from '../../deployed/show'
import type { Text } from '../../deployed/term'
import { all, not } from '../../deployed/truth'
import { about, aboutEndpoint } from '../about'
import { isGuardedByOther } from '../authorizer-kind'
import { declaredScopes } from '../declared-scopes'
import type { Facts, Rule } from '../rule'
import { isShort } from '../short-scope'
import { withTrigger } from '../trigger'
import { writeScope } from '../write-scope'

export const scopeNotFull: Rule = {
  code: 'SCOPE_NOT_FULL',
  severity: 'error',
  source: cognitoGuide('cognito-user-pools-define-resource-servers'),
  check: facts => [
    ...facts.deployed.endpoints.flatMap(endpoint =>
      itemsOf(endpoint.scopes).map(({ text, sure }) => {
        const fault = all(sure, asksForToken(endpoint), isShort(text), not(isGuardedByOther(endpoint)))
        const truth = withTrigger(fault, facts.access.poolsOf(endpoint), facts.access)
        return aboutEndpoint(endpoint, truth, () => ({
          at: text.at,
          detail: show(text),
          message: `${endpointName(endpoint)} requires the scope ${show(text)}, which no token has.`,
          why: 'Tokens carry custom scopes by their full name, the identifier of the resource server, a slash and the name.',
          fix: 'Write the full name, identifier/scope.',
          proposals: () => fullNames(text, facts, endpoint).flatMap(scope => writeScope(text, scope, facts)),
        }))
      }),
    ),
    ...facts.deployed.clients.flatMap(client =>
      itemsOf(setting(client, 'AllowedOAuthScopes')).map(({ text, sure }) =>
        about(client, all(sure, isShort(text)), () => ({
          at: text.at,
          detail: show(text),
          message: `The client ${client.id} can request the scope ${show(text)}, which does not exist.`,
          why: 'The deployment fails with "Invalid scope requested": a client lists custom scopes by their full name.',
          fix: 'Write the full name, identifier/scope.',
          proposals: () => fullNames(text, facts).flatMap(scope => writeScope(text, scope, facts, client)),
        })),
      ),
    ),
  ],
}

/** The declared scope with this name, if there is only one. */
function fullNames(text: Text, facts: Facts, endpoint?: Endpoint): readonly string[] {
  const name = whole(text)
  if (name === undefined) return []
  const named = declaredScopes(facts, endpoint).filter(scope => scope.endsWith(`/${name}`))
  return named.length === 1 ? named : []
}
