import { apiGatewayGuide } from '../../aws/docs'
import { asksForToken } from '../../deployed/access'
import { endpointName } from '../../deployed/show'
import { all, known, undecided } from '../../deployed/truth'
import { aboutEndpoint } from '../about'
import type { Rule } from '../rule'

export const authorizerMissing: Rule = {
  code: 'AUTHORIZER_MISSING',
  severity: 'error',
  source: apiGatewayGuide('apigateway-enable-cognito-user-pool'),
  check: ({ deployed }) =>
    deployed.endpoints.map(endpoint => {
      const { authorizer } = endpoint
      const isMissing =
        authorizer.kind === 'unknown' && authorizer.mayBeMissing
          ? undecided(...authorizer.because)
          : known(authorizer.kind === 'none' || authorizer.kind === 'missing')
      const name = authorizer.kind === 'missing' ? ` ${authorizer.name}` : ''
      return aboutEndpoint(endpoint, all(asksForToken(endpoint), isMissing), () => ({
        ...(name && { detail: name.trim() }),
        message: `${endpointName(endpoint)} uses an authorizer${name} that does not exist.`,
        why: `API Gateway rejects the ${endpoint.apiType === 'http' ? 'route' : 'method'}: it requires the authorizer that checks the token.`,
        fix: name ? `Define the authorizer${name}, or name another.` : 'Name the authorizer.',
      }))
    }),
}
