import { apiGatewayGuide } from '../../aws/docs'
import { isAbsent, isOneOf } from '../../deployed/questions'
import { endpointName } from '../../deployed/show'
import { all, some } from '../../deployed/truth'
import { replaceScalar } from '../../source/insert'
import { aboutEndpoint } from '../about'
import { isLambda, namesAuthorizer } from '../authorizer-kind'
import type { Rule } from '../rule'

export const authorizerNotApplied: Rule = {
  code: 'AUTHORIZER_NOT_APPLIED',
  severity: 'error',
  source: apiGatewayGuide('apigateway-enable-cognito-user-pool'),
  check: ({ deployed }) =>
    deployed.endpoints.map(endpoint => {
      const { authorizationType: type, authorizer } = endpoint
      // SAM does not deploy the name of an authorizer that is not there.
      if (authorizer.kind === 'missing') return undefined
      const value = endpoint.apiType === 'rest' ? 'COGNITO_USER_POOLS' : 'JWT'
      const isNone = some(isOneOf(type, 'NONE'), isAbsent(type))
      return aboutEndpoint(endpoint, all(isNone, namesAuthorizer(endpoint)), () => ({
        at: type.kind === 'text' ? type.at : endpoint.at,
        message: `${endpointName(endpoint)} names an authorizer, but requires no token.`,
        why: 'With the authorization type NONE the authorizer is never called.',
        fix: `Set the authorization type to ${value}.`,
        proposals: () => {
          if (type.kind !== 'text' || !type.node || isLambda(authorizer)) return []
          return [{ label: `Set it to ${value}`, edits: [replaceScalar(type.node, value)] }]
        },
      }))
    }),
}
