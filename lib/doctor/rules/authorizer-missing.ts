import { apiGatewayGuide } from '../../aws/docs'
import { asksForToken } from '../../deployed/access'
import { isOneOf } from '../../deployed/questions'
import { endpointName } from '../../deployed/show'
import { all, known, not } from '../../deployed/truth'
import { aboutEndpoint } from '../about'
import { namesAuthorizer } from '../authorizer-kind'
import type { Rule } from '../rule'

export const authorizerMissing: Rule = {
  code: 'AUTHORIZER_MISSING',
  severity: 'error',
  source: apiGatewayGuide('apigateway-enable-cognito-user-pool'),
  check: ({ deployed }) =>
    deployed.endpoints.map(endpoint => {
      const { authorizationType, authorizer, typeAdvice } = endpoint
      const named = authorizer.kind === 'missing' ? authorizer : undefined
      const isIgnored = named && named.name !== 'NONE' && isOneOf(authorizationType, 'NONE').is
      return aboutEndpoint(
        endpoint,
        named ? known(true, named.assumed) : all(asksForToken(endpoint), not(namesAuthorizer(endpoint))),
        () => ({
          ...(named && { at: named.at, detail: named.name, kind: named.name }),
          message: `${endpointName(endpoint)} ${named ? `uses an authorizer ${named.name} that does not exist` : 'requires a token, and names no authorizer'}.`,
          why: isIgnored
            ? 'The endpoint is open: SAM ignores DefaultAuthorizer where Auth has no Authorizers.'
            : 'The deployment fails: the authorizer is missing.',
          fix: !named
            ? 'Name the authorizer.'
            : named.name === 'NONE'
              ? 'Leave NONE out: it is for events of an API that has a DefaultAuthorizer.'
              : `Define ${named.name} in ${named.place}, or name another one.`,
          ...(!named && typeAdvice),
        }),
      )
    }),
}
