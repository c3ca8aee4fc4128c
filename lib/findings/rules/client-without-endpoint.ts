import { apiGatewayGuide } from '../../aws/docs'
import { child } from '../../document/field-path'
import type { Client, Model } from '../../model/model'
import { obtainableScopes } from '../../model/obtainable-scopes'
import { triggerMayApplyTo } from '../../model/trigger'
import type { Rule } from '../finding'

export const clientWithoutEndpoint: Rule = {
  code: 'CLIENT_WITHOUT_ENDPOINT',
  check: model => {
    const required = new Set(model.endpoints.flatMap(({ scopes }) => scopes.map(use => use.fullScope)))
    return model.clients
      .filter(
        client =>
          ![...obtainableScopes(client)].some(scope => required.has(scope)) &&
          !hasIdTokenAccess(client, model),
      )
      .map(client => ({
        code: 'CLIENT_WITHOUT_ENDPOINT',
        severity: 'suggestion',
        paths: [child(client.field, 'scopes')],
        message: `None of the scopes of client "${client.name}" gives access to an endpoint${unless(client, model)}.`,
        why: `Every endpoint that requires a token rejects its tokens${unless(client, model)}.`,
        fix: 'Allow it a scope that an endpoint requires, or remove the client.',
        source: apiGatewayGuide('apigateway-integrate-with-cognito'),
      }))
  },
}

const unless = (client: Client, model: Model): string =>
  triggerMayApplyTo(client, model) ? ', unless the trigger adds one that does' : ''

/** True if its tokens are accepted where an ID token is required: with openid, and on an HTTP API always. */
const hasIdTokenAccess = ({ interactive, scopes }: Client, { api, endpoints }: Model): boolean =>
  endpoints.some(({ auth }) => auth === 'id_token') &&
  (api.type === 'http' || (interactive && scopes.some(({ fullScope }) => fullScope === 'openid')))
