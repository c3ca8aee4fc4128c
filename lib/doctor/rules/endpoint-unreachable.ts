import { apiGatewayGuide } from '../../aws/docs'
import { asksForToken, exists } from '../../deployed/access'
import { isEmpty, listingOf } from '../../deployed/questions'
import { endpointName, show } from '../../deployed/show'
import { all, not } from '../../deployed/truth'
import { aboutEndpoint } from '../about'
import { isGuardedByOther } from '../authorizer-kind'
import { proposeClientScope } from '../propose-client-scope'
import { allSdkOnly, hasUndeclared, isObtainable } from '../reach'
import type { Rule } from '../rule'
import { withTrigger } from '../trigger'
import { rejectsEveryIssuer } from '../wrong-issuer'

export const endpointUnreachable: Rule = {
  code: 'ENDPOINT_UNREACHABLE',
  severity: 'error',
  source: apiGatewayGuide('apigateway-integrate-with-cognito'),
  check: facts =>
    facts.deployed.endpoints.flatMap(endpoint => {
      // No scope is of use there, and the issuer is reported by another rule.
      if (rejectsEveryIssuer(endpoint, facts).is === true) return []
      const { items } = listingOf(endpoint.scopes)
      const asks = all(
        exists(endpoint),
        asksForToken(endpoint),
        not(isEmpty(listingOf(endpoint.scopes))),
        not(isGuardedByOther(endpoint)),
      )
      if (asks.is === false) return []
      const obtainable = isObtainable(endpoint, facts)
      if (obtainable.is === true) return []
      // A scope that does not exist is reported by another rule.
      const undeclared = hasUndeclared(endpoint, facts)
      if (undeclared.is === true) return []
      const truth = all(asks, not(obtainable), not(allSdkOnly(endpoint, facts)), not(undeclared))
      return [
        aboutEndpoint(endpoint, withTrigger(truth, facts.access.poolsOf(endpoint), facts.access), () => ({
          at: items[0]?.text.at ?? endpoint.at,
          message: `No client can obtain a scope that ${endpointName(endpoint)} requires.`,
          why: `Every call with a token of these clients is rejected with ${endpoint.apiType === 'rest' ? 401 : 403}.`,
          fix: `Allow a client ${items.map(({ text }) => show(text)).join(' or ')}, or require another scope.`,
          proposals: () => proposeClientScope(endpoint, facts),
        })),
      ]
    }),
}
