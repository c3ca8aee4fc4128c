import { apiGatewayGuide } from '../../aws/docs'
import { matches } from '../../deployed/compare'
import { textIs } from '../../deployed/questions'
import { endpointName } from '../../deployed/show'
import { all, known, undecided } from '../../deployed/truth'
import { aboutEndpoint } from '../about'
import type { Rule } from '../rule'

export const integrationUriNotInvocable: Rule = {
  code: 'INTEGRATION_URI_NOT_INVOCABLE',
  severity: 'error',
  source: apiGatewayGuide('api-gateway-api-integration-types'),
  check: ({ deployed }) => {
    const functions = new Set(deployed.functions.map(({ key }) => key))
    return deployed.endpoints
      .filter(({ apiType }) => apiType === 'rest')
      .map(endpoint => {
        const bare = textIs(endpoint.integrationUri, text => {
          const [part] = text.parts
          if (part?.kind === 'unknown' && text.parts.length === 1) return undecided(part.cause)
          const isFunction =
            text.parts.length === 1 &&
            part?.kind === 'resource' &&
            part.attribute === 'Arn' &&
            functions.has(part.id)
          return known(isFunction || matches(text, /^arn:[\w-]+:lambda:/), text.assumed)
        })
        return aboutEndpoint(endpoint, all(bare), () => ({
          at: endpoint.integrationUri.at,
          message: `The integration of ${endpointName(endpoint)} is a bare function ARN.`,
          why: 'A REST API calls a function through API Gateway: the deployment fails.',
          fix: 'Write arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations.',
        }))
      })
  },
}
