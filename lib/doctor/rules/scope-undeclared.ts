import { cognitoGuide } from '../../aws/docs'
import { asksForToken } from '../../deployed/access'
import { setting } from '../../deployed/client'
import { whole } from '../../deployed/compare'
import { itemsOf, listingOf } from '../../deployed/questions'
import { endpointName, show } from '../../deployed/show'
import type { Text } from '../../deployed/term'
import { all, not, someFor } from '../../deployed/truth'
import { nearest } from '../../document/nearest'
import { about, aboutEndpoint } from '../about'
import { isGuardedByOther } from '../authorizer-kind'
import { declaredScopes } from '../declared-scopes'
import { namesNoPool } from '../reach'
import type { Facts, Rule } from '../rule'
import { isShort } from '../short-scope'
import { withTrigger } from '../trigger'
import { writeScope } from '../write-scope'

export const scopeUndeclared: Rule = {
  code: 'SCOPE_UNDECLARED',
  severity: 'error',
  source: cognitoGuide('cognito-user-pools-define-resource-servers'),
  check: facts => {
    const { access, deployed } = facts
    return [
      ...deployed.endpoints.flatMap(endpoint => {
        const pools = access.poolsOf(endpoint)
        const { items, open } = listingOf(endpoint.scopes)
        const isOnly = items.length === 1 && open.length === 0
        return itemsOf(endpoint.scopes).flatMap(({ text, sure }) => {
          const declared =
            pools.length === 0 ? namesNoPool(endpoint) : someFor(pools, pool => access.isDeclared(text, pool))
          if (declared.is === true) return []
          const isCustom = all(sure, not(isShort(text)), not(isGuardedByOther(endpoint)))
          const truth = all(isCustom, asksForToken(endpoint), not(declared))
          return aboutEndpoint(endpoint, withTrigger(truth, pools, access), () => ({
            at: text.at,
            detail: show(text),
            message: `${endpointName(endpoint)} requires ${show(text)}, which no resource server of the user pool declares.`,
            why: `No token can carry a scope that is not declared, so ${isOnly ? 'every call is rejected' : 'this one lets nobody in'}.`,
            fix: 'Declare the scope on a resource server of the pool, or name one that is declared.',
            proposals: () => nearestTo(text, facts).flatMap(scope => writeScope(text, scope, facts)),
          }))
        })
      }),
      ...deployed.clients.flatMap(client =>
        itemsOf(setting(client, 'AllowedOAuthScopes')).map(({ text, sure }) =>
          about(
            client,
            all(sure, not(isShort(text)), not(access.isDeclared(text, access.poolOf(client)))),
            () => ({
              at: text.at,
              detail: show(text),
              message: `The client ${client.id} can request ${show(text)}, which no resource server of the user pool declares.`,
              why: 'The deployment fails with "Invalid scope requested".',
              fix: 'Declare the scope on a resource server of the pool, or name one that is declared.',
              proposals: () =>
                nearestTo(text, facts).flatMap(scope => writeScope(text, scope, facts, client)),
            }),
          ),
        ),
      ),
    ]
  },
}

/** More changes than this are another scope, not a misspelled one. */
const MOST_CHANGES = 4

/** The declared scope that it may be a misspelling of, if there is one. */
function nearestTo(text: Text, facts: Facts): readonly string[] {
  const name = whole(text)
  if (name === undefined) return []
  const found = nearest(name, declaredScopes(facts), MOST_CHANGES)
  return found && found !== name ? [found] : []
}
