import { SIGN_IN_DEFAULTS } from '../sign-in-defaults'
import type { Preset } from './preset'

/** The only preset that is not valid: it contains nothing but defaults. */
export const blank: Preset = {
  id: 'blank',
  label: 'Blank',
  description: 'An empty form.',
  values: {
    version: 1,
    service: '',
    region: 'us-east-1',
    stage: 'dev',
    userPool: {
      source: 'new',
      name: '',
      tier: 'ESSENTIALS',
      domainPrefix: '',
      managedLogin: true,
      ...SIGN_IN_DEFAULTS,
    },
    resourceServers: [{ identifier: '', name: '', scopes: [{ name: '', description: '' }] }],
    clients: [
      {
        name: '',
        grants: ['authorization_code'],
        generateSecret: false,
        scopes: [],
        callbackUrls: [],
        logoutUrls: [],
        identityProviders: ['COGNITO'],
      },
    ],
    api: { type: 'rest', name: '' },
    endpoints: [],
  },
}
