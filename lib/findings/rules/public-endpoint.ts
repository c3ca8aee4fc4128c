import { apiGatewayGuide } from '../../aws/docs'
import { child } from '../../document/field-path'
import type { Rule } from '../finding'

export const publicEndpoint: Rule = {
  code: 'PUBLIC_ENDPOINT',
  check: ({ api, endpoints }) =>
    endpoints
      .filter(({ auth }) => auth === 'none')
      .map(({ field, method, path }) => ({
        code: 'PUBLIC_ENDPOINT',
        severity: 'warning',
        paths: [child(field, 'auth')],
        message: `${method} ${path} does not require a token.`,
        why: 'Anyone who knows the URL can call it, and you pay for each request and function run.',
        fix: 'Set Authorization to "Access token" and require a scope, unless the endpoint is meant to be public.',
        source: apiGatewayGuide(
          api.type === 'rest' ? 'apigateway-control-access-to-api' : 'http-api-access-control',
        ),
      })),
}
