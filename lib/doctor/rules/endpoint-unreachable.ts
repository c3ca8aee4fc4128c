import { apiGatewayGuide } from '../../aws/docs'
import { asksForToken } from '../../deployed/access'
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
    facts.deployed.endpoints.map(endpoint => {
      const scopes = listingOf(endpoint.scopes)
      const asks = all(asksForToken(endpoint), not(isEmpty(scopes)), not(isGuardedByOther(endpoint)))
      // Where the issuer is wrong, which is reported by another rule, no scope is of use.
      if (asks.is === false || rejectsEveryIssuer(endpoint, facts).is) return undefined
      const obtainable = isObtainable(endpoint, facts)
      if (obtainable.is) return undefined
      const truth = all(
        asks,
        not(obtainable),
        not(allSdkOnly(endpoint, facts)),
        // A scope that does not exist is reported by another rule.
        not(hasUndeclared(endpoint, facts)),
      )
      return aboutEndpoint(
        endpoint,
        withTrigger(truth, facts.access.poolsOf(endpoint), facts.access),
        () => ({
          at: scopes.items[0]?.text.at ?? endpoint.at,
          message: `No client can obtain a scope that ${endpointName(endpoint)} requires.`,
          why: `Every call with a token of these clients is rejected with ${endpoint.apiType === 'rest' ? 401 : 403}.`,
          fix: `Allow a client ${scopes.items.map(({ text }) => show(text)).join(' or ')}, or require another scope.`,
          proposals: () => proposeClientScope(endpoint, facts),
        }),
      )
    }),
}
