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
  check: ({ deployed, files }) =>
    deployed.endpoints.map(endpoint => {
      const { authorizer } = endpoint
      const isMissing =
        authorizer.kind === 'unknown' && authorizer.mayBeMissing
          ? undecided(...authorizer.because)
          : known(authorizer.kind === 'none' || authorizer.kind === 'missing')
      return aboutEndpoint(endpoint, all(asksForToken(endpoint), isMissing), () => {
        if (authorizer.kind !== 'missing')
          return {
            message: `${endpointName(endpoint)} uses an authorizer that does not exist.`,
            why: `API Gateway rejects the ${endpoint.apiType === 'http' ? 'route' : 'method'}: it requires the authorizer that checks the token.`,
            fix: 'Name the authorizer.',
          }
        const { name, at } = authorizer
        const isSam = files.some(({ source, format }) => source === at.source && format === 'sam')
        return {
          at,
          detail: name,
          message: `${endpointName(endpoint)} uses an authorizer ${name} that does not exist.`,
          why: `${isSam ? 'SAM' : 'The Serverless Framework'} deploys nothing: it knows only the authorizers that are defined for the API.`,
          fix: `Define ${name} in ${isSam ? 'Auth.Authorizers of the API' : 'provider.httpApi.authorizers'}, or name another.`,
        }
      })
    }),
}
