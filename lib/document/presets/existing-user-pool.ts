import type { Preset } from './preset'

export const existingUserPool: Preset = {
  id: 'existing-user-pool',
  label: 'Existing user pool',
  description:
    'Scopes, a client and a REST API for the users of an existing pool. The pool itself is not changed.',
  values: {
    version: 1,
    service: 'orders',
    region: 'eu-central-1',
    stage: 'dev',
    userPool: {
      source: 'existing',
      userPoolId: 'eu-central-1_AbCdEf123',
      domain: 'auth.example.com',
      managedLogin: false,
    },
    resourceServers: [
      {
        identifier: 'com.example.orders',
        name: 'Orders API',
        scopes: [
          { name: 'read', description: 'Read orders' },
          { name: 'write', description: 'Place and cancel orders' },
        ],
      },
    ],
    clients: [
      {
        name: 'orders-web',
        grants: ['authorization_code'],
        generateSecret: true,
        scopes: ['openid', 'com.example.orders/read', 'com.example.orders/write'],
        callbackUrls: ['https://orders.example.com/auth/callback'],
        logoutUrls: ['https://orders.example.com/'],
        identityProviders: ['COGNITO'],
      },
    ],
    api: { type: 'rest', name: 'orders', cors: { allowOrigins: ['https://orders.example.com'] } },
    endpoints: [
      {
        method: 'GET',
        path: '/orders',
        auth: 'access_token',
        scopes: ['com.example.orders/read'],
        handler: 'bin/orders.list',
      },
      {
        method: 'POST',
        path: '/orders',
        auth: 'access_token',
        scopes: ['com.example.orders/write'],
        handler: 'bin/orders.place',
      },
    ],
  },
}
