import { apiGatewayGuide } from '../../aws/docs'
import { child } from '../../document/field-path'
import type { Client, Model } from '../../model/model'
import type { Rule } from '../finding'

export const clientWithoutEndpoint: Rule = {
  code: 'CLIENT_WITHOUT_ENDPOINT',
  check: model => {
    const wanted = new Set(model.endpoints.flatMap(({ scopes }) => scopes.map(use => use.fullScope)))
    return model.clients
      .filter(
        client => !client.scopes.some(use => wanted.has(use.fullScope)) && !opensIdTokenRoute(client, model),
      )
      .map(client => ({
        code: 'CLIENT_WITHOUT_ENDPOINT',
        severity: 'suggestion',
        paths: [child(client.field, 'scopes')],
        message: `The scopes of the client "${client.name}" open no endpoint.`,
        why: 'Its tokens are refused wherever a token is asked for.',
        fix: 'Allow it a scope that an endpoint wants, or remove the client.',
        source: apiGatewayGuide('apigateway-integrate-with-cognito'),
      }))
  },
}

/** openid brings an ID token; an HTTP API takes access tokens for one as well. */
const opensIdTokenRoute = ({ interactive, scopes }: Client, { api, endpoints }: Model): boolean =>
  endpoints.some(({ auth }) => auth === 'id_token') &&
  (api.type === 'http' || (interactive && scopes.some(({ fullScope }) => fullScope === 'openid')))
