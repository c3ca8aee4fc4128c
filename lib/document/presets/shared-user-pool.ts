import { SIGN_IN_DEFAULTS } from '../sign-in-defaults'
import type { Preset } from './preset'

export const sharedUserPool: Preset = {
  id: 'shared-user-pool',
  label: 'Several services, one pool',
  description: 'Two resource servers in one pool. Users reach both through an app, a batch job reaches one.',
  values: {
    version: 1,
    service: 'shop',
    region: 'us-east-1',
    stage: 'dev',
    userPool: {
      source: 'new',
      name: 'shop-users',
      tier: 'ESSENTIALS',
      domainPrefix: 'shop-demo',
      managedLogin: true,
      ...SIGN_IN_DEFAULTS,
    },
    resourceServers: [
      {
        identifier: 'catalog',
        name: 'Catalog',
        scopes: [
          { name: 'read', description: 'Browse products' },
          { name: 'write', description: 'Change products' },
        ],
      },
      {
        identifier: 'orders',
        name: 'Orders',
        scopes: [
          { name: 'read', description: 'See orders' },
          { name: 'write', description: 'Place orders' },
        ],
      },
    ],
    clients: [
      {
        name: 'shop-app',
        grants: ['authorization_code'],
        generateSecret: false,
        scopes: ['openid', 'catalog/read', 'orders/read', 'orders/write'],
        callbackUrls: ['shop://auth/login'],
        logoutUrls: ['shop://auth/logout'],
        identityProviders: ['COGNITO'],
      },
      {
        name: 'catalog-import',
        grants: ['client_credentials'],
        generateSecret: true,
        scopes: ['catalog/write'],
        callbackUrls: [],
        logoutUrls: [],
        identityProviders: ['COGNITO'],
      },
    ],
    api: { type: 'rest', name: 'shop' },
    endpoints: [
      {
        method: 'GET',
        path: '/products',
        auth: 'access_token',
        scopes: ['catalog/read', 'catalog/write'],
        handler: 'catalog/products.list',
      },
      {
        method: 'PUT',
        path: '/products/{id}',
        auth: 'access_token',
        scopes: ['catalog/write'],
        handler: 'catalog/products.put',
      },
      {
        method: 'GET',
        path: '/orders',
        auth: 'access_token',
        scopes: ['orders/read'],
        handler: 'orders/orders.list',
      },
      {
        method: 'POST',
        path: '/orders',
        auth: 'access_token',
        scopes: ['orders/write'],
        handler: 'orders/orders.place',
      },
    ],
  },
}
