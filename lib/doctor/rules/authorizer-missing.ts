import { apiGatewayGuide } from '../../aws/docs'
import { asksForToken } from '../../deployed/access'
import { endpointName } from '../../deployed/show'
import { all, not, yes } from '../../deployed/truth'
import { aboutEndpoint } from '../about'
import { namesAuthorizer } from '../authorizer-kind'
import type { Rule } from '../rule'

export const authorizerMissing: Rule = {
  code: 'AUTHORIZER_MISSING',
  severity: 'error',
  source: apiGatewayGuide('apigateway-enable-cognito-user-pool'),
  check: ({ deployed }) =>
    deployed.endpoints.map(endpoint => {
      const { authorizer } = endpoint
      if (authorizer.kind !== 'missing')
        return aboutEndpoint(endpoint, all(asksForToken(endpoint), not(namesAuthorizer(endpoint))), () => ({
          message: `${endpointName(endpoint)} requires a token, and names no authorizer.`,
          why: WHY,
          fix: 'Name the authorizer.',
        }))
      const { name, at, place } = authorizer
      const isNone = name === 'NONE'
      return aboutEndpoint(endpoint, yes, () => ({
        at,
        detail: name,
        kind: name,
        message: isNone
          ? `SAM does not accept the authorizer NONE for ${endpointName(endpoint)}.`
          : `${endpointName(endpoint)} uses an authorizer ${name} that does not exist.`,
        why: isNone ? 'The deployment fails.' : WHY,
        fix: isNone
          ? 'Leave it out: NONE is only for an event, of an API with a DefaultAuthorizer.'
          : `Define ${name} in ${place}, or name another one.`,
      }))
    }),
}

const WHY = 'The deployment fails: it needs the authorizer that checks the token.'
