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
        message: `${method} ${path} accepts ID tokens.`,
        why:
          api.type === 'rest'
            ? 'Access tokens get 401 here: without scopes, a REST API treats every token as an ID token.'
            : 'A JWT authorizer cannot distinguish the two: every access token of the clients is accepted, whatever its scopes.',
        fix: 'Set Authorization to "Access token" and require a scope, unless the caller has only an ID token.',
        source: apiGatewayGuide(
          api.type === 'rest' ? 'apigateway-integrate-with-cognito' : 'http-api-jwt-authorizer',
        ),
      })),
}
