import { apiGatewayGuide } from '../../aws/docs'
import type { Endpoint } from '../../deployed/deployed'
import { isOneOf, itemsOf } from '../../deployed/questions'
import { endpointName, show } from '../../deployed/show'
import type { Text } from '../../deployed/term'
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
      const { authorizationType: type, authorizer, writtenType } = endpoint
      const isCustom = all(isOneOf(type, 'CUSTOM'), ofAuthorizer(authorizer, readsTokens))
      const isLeftOut = writtenType?.kind === 'absent'
      const arn = isLeftOut ? misspeltArn(endpoint) : undefined
      return aboutEndpoint(endpoint, some(isCustom, hasOtherType(endpoint)), () => ({
        message: `${endpointName(endpoint)} has an authorization type that does not match its authorizer.`,
        ...(arn
          ? { at: arn.at, ...MISSPELT }
          : isLeftOut
            ? { at: endpoint.scopesAt ?? endpoint.at, ...LEFT_OUT }
            : { at: type.kind === 'text' ? type.at : endpoint.at, ...OTHER }),
      }))
    }),
}

const OTHER = {
  why: 'CUSTOM is for Lambda authorizers, COGNITO_USER_POOLS for user pools, and JWT for HTTP APIs: the deployment fails, or the scopes are ignored.',
  fix: 'Give the method the authorization type of its authorizer.',
}
const LEFT_OUT = {
  why: 'Without a type the Serverless Framework makes a Lambda authorizer, unless the ARN of the pool is a plain string.',
  fix: 'Add type: COGNITO_USER_POOLS to the authorizer.',
}
const MISSPELT = {
  why: 'The Serverless Framework knows the ARN of a user pool by how it begins, and makes a Lambda authorizer of any other.',
  fix: 'Begin the ARN with arn:aws:cognito-idp, or the partition of your Region instead of aws.',
}

/** The ARN of the authorizer, if it begins as none of a user pool does. */
function misspeltArn({ authorizer }: Endpoint): Text | undefined {
  const [arn] = authorizer.kind === 'one' ? itemsOf(authorizer.to.providerArns) : []
  return arn && !/^(?:arn:.*:cognito-idp:|\$\{)/.test(show(arn.text)) ? arn.text : undefined
}
