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
        message: `${method} ${path} needs no token.`,
        why: 'Anybody who knows the address can call it, and every call costs you a request and a function run.',
        fix: 'Set auth to access_token and ask for a scope, unless it is meant for everybody.',
        source: apiGatewayGuide(
          api.type === 'rest' ? 'apigateway-control-access-to-api' : 'http-api-access-control',
        ),
      })),
}
