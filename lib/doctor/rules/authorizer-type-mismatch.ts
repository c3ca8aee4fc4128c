import { apiGatewayGuide } from '../../aws/docs'
import { isOneOf } from '../../deployed/questions'
import { endpointName } from '../../deployed/show'
import { all, some } from '../../deployed/truth'
import { aboutEndpoint } from '../about'
import { hasOtherType, ofAuthorizer, readsTokens } from '../authorizer-kind'
import type { Rule } from '../rule'

export const authorizerTypeMismatch: Rule = {
  code: 'AUTHORIZER_TYPE_MISMATCH',
  severity: 'error',
  source: apiGatewayGuide('apigateway-enable-cognito-user-pool'),
  check: ({ deployed }) =>
    deployed.endpoints.map(endpoint => {
      const { authorizationType: type, authorizer, typeAdvice } = endpoint
      const isCustom = all(isOneOf(type, 'CUSTOM'), ofAuthorizer(authorizer, readsTokens))
      return aboutEndpoint(endpoint, some(isCustom, hasOtherType(endpoint)), () => ({
        ...(typeAdvice && { kind: typeAdvice.fix }),
        at: type.kind === 'text' ? type.at : endpoint.at,
        message: `${endpointName(endpoint)} has an authorization type that does not match its authorizer.`,
        why: 'CUSTOM is for Lambda authorizers, COGNITO_USER_POOLS for user pools, and JWT for HTTP APIs: the deployment fails, or the scopes are ignored.',
        fix: 'Make the authorization type match the type of the authorizer.',
        ...typeAdvice,
      }))
    }),
}
