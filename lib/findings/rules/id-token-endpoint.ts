import { apiGatewayGuide } from '../../aws/docs'
import { child } from '../../document/field-path'
import type { Rule } from '../finding'

export const idTokenEndpoint: Rule = {
  code: 'ID_TOKEN_ENDPOINT',
  check: ({ api, endpoints }) =>
    endpoints
      .filter(({ auth }) => auth === 'id_token')
      .map(({ field, method, path }) => ({
        code: 'ID_TOKEN_ENDPOINT',
        severity: 'warning',
        paths: [child(field, 'auth')],
        message: `${method} ${path} takes ID tokens.`,
        why:
          api.type === 'rest'
            ? 'An access token gets 401 here: without scopes a REST API reads every token as an ID token.'
            : 'A JWT authorizer cannot tell the two apart: every access token of the clients is let in, whatever its scopes.',
        fix: 'Set auth to access_token and ask for a scope, unless the caller really has nothing but an ID token.',
        source: apiGatewayGuide(
          api.type === 'rest' ? 'apigateway-integrate-with-cognito' : 'http-api-jwt-authorizer',
        ),
      })),
}
