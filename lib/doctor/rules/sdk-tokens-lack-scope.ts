import { cognitoGuide } from '../../aws/docs'
import { SIGN_IN_SCOPE } from '../../aws/scopes'
import { asksForToken } from '../../deployed/access'
import { isEmpty, listingOf } from '../../deployed/questions'
import { endpointName } from '../../deployed/show'
import { all, not } from '../../deployed/truth'
import { aboutEndpoint } from '../about'
import { allSdkOnly, isObtainable } from '../reach'
import type { Rule } from '../rule'
import { withTrigger } from '../trigger'
import { rejectsEveryIssuer } from '../wrong-issuer'

export const sdkTokensLackScope: Rule = {
  code: 'SDK_TOKENS_LACK_SCOPE',
  severity: 'error',
  source: cognitoGuide('cognito-user-pools-define-resource-servers'),
  check: facts =>
    facts.deployed.endpoints.map(endpoint => {
      const scopes = listingOf(endpoint.scopes)
      const sdkOnly = allSdkOnly(endpoint, facts)
      // Where the issuer is wrong, which is reported by another rule, no scope is of use.
      if (sdkOnly.is === false || rejectsEveryIssuer(endpoint, facts).is) return undefined
      const truth = all(
        asksForToken(endpoint),
        not(isEmpty(scopes)),
        sdkOnly,
        not(isObtainable(endpoint, facts)),
      )
      return aboutEndpoint(
        endpoint,
        withTrigger(truth, facts.access.poolsOf(endpoint), facts.access),
        () => ({
          at: scopes.items[0]?.text.at ?? endpoint.at,
          message: `${endpointName(endpoint)} requires a scope that SDK sign-in never grants.`,
          why: `Every client of the pool signs in through the SDK only: its tokens contain only ${SIGN_IN_SCOPE}.`,
          fix: `Sign in through /oauth2/authorize, or require ${SIGN_IN_SCOPE}, or add the scope in a V2_0 pre token generation trigger.`,
        }),
      )
    }),
}
