import { child } from '../document/field-path'
import type { Model } from '../model/model'
import type { Output } from './template'
import { issuer, userPoolId } from './user-pool'
import { domainUrl } from './user-pool-domain'
import { ref } from './value'

/** The outputs that a caller needs to get a token and to verify one. */
export function identityOutputs(model: Model): readonly Output[] {
  const { userPool: pool } = model
  const field = child(pool.field, pool.source === 'new' ? 'name' : 'userPoolId')
  return [
    { name: 'UserPoolId', description: 'User pool ID', value: userPoolId(pool), note: { field } },
    { name: 'Issuer', description: 'Issuer (iss claim) of its tokens', value: issuer(pool), note: { field } },
    {
      name: 'JwksUrl',
      description: 'Public keys that verify its tokens',
      value: issuer(pool, '/.well-known/jwks.json'),
      note: { field },
    },
    ...domainOutputs(model),
    ...model.clients.map(client => ({
      name: `${client.id}Id`,
      description: `Client ID of ${client.name}`,
      value: ref(client.id),
      note: { field: child(client.field, 'name') },
    })),
  ]
}

function domainOutputs(model: Model): readonly Output[] {
  const authorize = domainUrl(model, '/oauth2/authorize')
  const token = domainUrl(model, '/oauth2/token')
  if (!authorize || !token) return []
  const note = {
    field: child(model.userPool.field, model.userPool.source === 'new' ? 'domainPrefix' : 'domain'),
  }
  return [
    { name: 'AuthorizeUrl', description: 'Sign-in page', value: authorize, note },
    { name: 'TokenUrl', description: 'Token endpoint', value: token, note },
  ]
}
