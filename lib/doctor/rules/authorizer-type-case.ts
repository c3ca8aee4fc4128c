import { apiGatewayGuide } from '../../aws/docs'
import { wholeTextIs } from '../../deployed/questions'
import { endpointName } from '../../deployed/show'
import { replaceScalar } from '../../source/insert'
import { aboutEndpoint } from '../about'
import type { Rule } from '../rule'

const TYPE = 'COGNITO_USER_POOLS'

export const authorizerTypeCase: Rule = {
  code: 'AUTHORIZER_TYPE_CASE',
  severity: 'error',
  source: apiGatewayGuide('apigateway-enable-cognito-user-pool'),
  check: ({ deployed }) =>
    deployed.endpoints.flatMap(endpoint => {
      const type = endpoint.writtenType
      if (!type || type.kind === 'absent') return []
      return [
        aboutEndpoint(
          endpoint,
          wholeTextIs(type, text => text !== TYPE && text.toUpperCase() === TYPE),
          () => ({
            at: type.at,
            message: `The authorizer type of ${endpointName(endpoint)} is not in upper case.`,
            why: 'With authorizerId the framework copies the type as it is: API Gateway rejects it.',
            fix: `Write ${TYPE}.`,
            proposals: () =>
              type.kind === 'text' && type.node
                ? [{ label: `Write ${TYPE}`, edits: [replaceScalar(type.node, TYPE)] }]
                : [],
          }),
        ),
      ]
    }),
}
