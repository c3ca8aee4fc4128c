import { apiGatewayGuide } from '../../aws/docs'
import { endpointName } from '../../deployed/show'
import { all, not } from '../../deployed/truth'
import { aboutEndpoint } from '../about'
import { checksTokensWithoutScopes } from '../authorizer-kind'
import { isOptions } from '../endpoints'
import { proposeScopes } from '../propose-scopes'
import type { Rule } from '../rule'

export const methodWithoutScopes: Rule = {
  code: 'METHOD_WITHOUT_SCOPES',
  severity: 'warning',
  source: apiGatewayGuide('apigateway-integrate-with-cognito'),
  check: facts =>
    facts.deployed.endpoints
      .filter(({ apiType }) => apiType === 'rest')
      .map(endpoint =>
        aboutEndpoint(
          endpoint,
          all(checksTokensWithoutScopes(endpoint, 'COGNITO_USER_POOLS'), not(isOptions(endpoint))),
          () => ({
            at: endpoint.scopesAt ?? endpoint.at,
            message: `${endpointName(endpoint)} accepts ID tokens only: an access token gets 401.`,
            why: 'Without authorization scopes a Cognito authorizer treats every token as an ID token.',
            fix: 'List the full scopes, identifier/scope, that allow a call.',
            proposals: () => proposeScopes(endpoint, facts),
          }),
        ),
      ),
}
