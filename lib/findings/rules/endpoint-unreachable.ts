import { apiGatewayGuide } from '../../aws/docs'
import { MAX_SCOPES_PER_CLIENT } from '../../aws/limits'
import { child } from '../../document/field-path'
import type { Client, Endpoint, Model } from '../../model/model'
import { obtainableScopes } from '../../model/obtainable-scopes'
import { triggerMayApplyTo } from '../../model/trigger'
import type { Fix, Rule } from '../finding'
import { changed, indexOf } from '../member-of'

export const endpointUnreachable: Rule = {
  code: 'ENDPOINT_UNREACHABLE',
  check: model => {
    const unless = model.clients.some(client => triggerMayApplyTo(client, model))
      ? ', unless the trigger adds it'
      : ''
    const obtainable = new Set(model.clients.flatMap(client => [...obtainableScopes(client)]))
    return model.endpoints
      .filter(
        ({ auth, scopes }) => auth === 'access_token' && !scopes.some(use => obtainable.has(use.fullScope)),
      )
      .map(endpoint => ({
        code: 'ENDPOINT_UNREACHABLE',
        severity: 'warning',
        paths: [child(endpoint.field, 'scopes')],
        message: `No client can obtain any scope required by ${endpoint.method} ${endpoint.path}${unless}.`,
        why: `Tokens of the clients of this spec are rejected with ${model.api.type === 'rest' ? 401 : 403}${unless}.`,
        fix: `Allow a client one of: ${endpoint.scopes.map(use => use.fullScope).join(', ')}. Or require another scope here.`,
        source: apiGatewayGuide('apigateway-integrate-with-cognito'),
        ...repairOf(endpoint, model),
      }))
  },
}

/** Offers a fix only when there is exactly one custom scope and one client. */
function repairOf({ scopes: [use, ...others] }: Endpoint, { clients }: Model): { readonly repair?: Fix } {
  const [client, ...rest] = clients
  if (!use?.scope || !client || others.length > 0 || rest.length > 0 || isFull(client)) return {}
  return {
    repair: {
      label: `Allow ${use.fullScope} for ${client.name}`,
      apply: spec => ({
        ...spec,
        clients: changed(spec.clients, indexOf(client.field), own => ({
          ...own,
          scopes: [...own.scopes, use.fullScope],
        })),
      }),
    },
  }
}

const isFull = ({ scopes }: Client) => scopes.length >= MAX_SCOPES_PER_CLIENT
