import { apiGatewayGuide } from '../../aws/docs'
import { endpointName } from '../../deployed/show'
import { all, not } from '../../deployed/truth'
import { aboutEndpoint } from '../about'
import { checksTokensWithoutScopes } from '../authorizer-kind'
import { isOptions } from '../endpoints'
import { proposeScopes } from '../propose-scopes'
import type { Rule } from '../rule'

export const routeWithoutScopes: Rule = {
  code: 'ROUTE_WITHOUT_SCOPES',
  severity: 'suggestion',
  source: apiGatewayGuide('http-api-jwt-authorizer'),
  check: facts =>
    facts.deployed.endpoints
      .filter(({ apiType }) => apiType === 'http')
      .map(endpoint =>
        aboutEndpoint(
          endpoint,
          all(checksTokensWithoutScopes(endpoint, 'JWT'), not(isOptions(endpoint))),
          () => ({
            at: endpoint.scopesAt ?? endpoint.at,
            message: `${endpointName(endpoint)} accepts every token of its audience, whatever its scopes.`,
            why: 'A JWT authorizer without scopes checks issuer and audience only, and accepts ID tokens too.',
            fix: 'List the full scopes, identifier/scope, that allow a call.',
            proposals: () => proposeScopes(endpoint, facts),
          }),
        ),
      ),
}
