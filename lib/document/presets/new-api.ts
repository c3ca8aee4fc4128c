import { derivedNames } from '../derived-names'
import { defaultHandler } from '../edit/default-handler'
import { SIGN_IN_DEFAULTS } from '../sign-in-defaults'
import type { Spec } from '../spec'
import { newClient } from './client-presets'
import type { Preset } from './preset'

const service = 'my-api'
const names = derivedNames(service)
const identifier = names['resourceServers.0.identifier']

/** The endpoint that keeps a new API valid until it has endpoints of its own, which take its place. */
export const starterEndpoint: Spec['endpoints'][number] = {
  method: 'GET',
  path: '/hello',
  auth: 'access_token',
  scopes: [`${identifier}/read`],
  handler: defaultHandler('GET', '/hello'),
}

/** A start for an API of one's own: valid from the first moment, with names that follow the service name. */
export const newApi: Preset = {
  id: 'new-api',
  label: 'New API',
  description: 'Two scopes and a web app, to be named.',
  values: {
    version: 1,
    service,
    region: 'us-east-1',
    stage: 'dev',
    userPool: {
      source: 'new',
      name: names['userPool.name'],
      tier: 'ESSENTIALS',
      domainPrefix: names['userPool.domainPrefix'],
      managedLogin: true,
      ...SIGN_IN_DEFAULTS,
    },
    resourceServers: [
      {
        identifier,
        name: names['resourceServers.0.name'],
        scopes: [
          { name: 'read', description: 'Read access' },
          { name: 'write', description: 'Write access' },
        ],
      },
    ],
    clients: [
      {
        ...newClient('web', { service, clients: [] }),
        scopes: ['openid', 'email', `${identifier}/read`, `${identifier}/write`],
      },
    ],
    api: {
      type: 'rest',
      name: names['api.name'],
      cors: { allowOrigins: ['https://app.example.com', 'http://localhost:3000'] },
    },
    endpoints: [starterEndpoint],
  },
}
