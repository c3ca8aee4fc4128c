import { SIGN_IN_DEFAULTS } from '../sign-in-defaults'
import type { Preset } from './preset'

export const machineToMachine: Preset = {
  id: 'machine-to-machine',
  label: 'Machine to machine',
  description: 'Two services get tokens with client credentials. Only one of them can write.',
  values: {
    version: 1,
    service: 'billing',
    region: 'us-east-1',
    stage: 'dev',
    userPool: {
      source: 'new',
      name: 'billing-machines',
      tier: 'ESSENTIALS',
      domainPrefix: 'billing-machines-demo',
      managedLogin: false,
      ...SIGN_IN_DEFAULTS,
    },
    resourceServers: [
      {
        identifier: 'billing',
        name: 'Billing API',
        scopes: [
          { name: 'invoices.read', description: 'Read invoices' },
          { name: 'invoices.write', description: 'Create invoices' },
        ],
      },
    ],
    clients: [
      {
        name: 'shop-backend',
        grants: ['client_credentials'],
        generateSecret: true,
        scopes: ['billing/invoices.read', 'billing/invoices.write'],
        callbackUrls: [],
        logoutUrls: [],
        identityProviders: ['COGNITO'],
      },
      {
        name: 'reporting',
        grants: ['client_credentials'],
        generateSecret: true,
        scopes: ['billing/invoices.read'],
        callbackUrls: [],
        logoutUrls: [],
        identityProviders: ['COGNITO'],
      },
    ],
    api: { type: 'rest', name: 'billing' },
    endpoints: [
      {
        method: 'GET',
        path: '/invoices/{id}',
        auth: 'access_token',
        scopes: ['billing/invoices.read'],
        handler: 'src/invoices.get',
      },
      {
        method: 'POST',
        path: '/invoices',
        auth: 'access_token',
        scopes: ['billing/invoices.write'],
        handler: 'src/invoices.create',
      },
    ],
  },
}
