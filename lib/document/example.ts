import { SIGN_IN_DEFAULTS } from './sign-in-defaults'
import type { Spec } from './spec'

/** The spec that the wizard starts with. */
export const example: Spec = {
  version: 1,
  service: 'example-api',
  region: 'us-east-1',
  stage: 'dev',
  userPool: {
    source: 'new',
    name: 'example-users',
    tier: 'ESSENTIALS',
    domainPrefix: 'example-api-demo',
    managedLogin: true,
    ...SIGN_IN_DEFAULTS,
  },
  resourceServers: [
    {
      identifier: 'com.example.api',
      name: 'Example API',
      scopes: [
        { name: 'read', description: 'Read access' },
        { name: 'write', description: 'Write access' },
      ],
    },
  ],
  clients: [
    {
      name: 'user-pool-client',
      grants: ['authorization_code', 'implicit'],
      generateSecret: false,
      scopes: ['email', 'openid', 'com.example.api/read', 'com.example.api/write'],
      callbackUrls: ['exampleapp://auth/login'],
      defaultRedirectUri: 'exampleapp://auth/login',
      logoutUrls: ['exampleapp://auth/logout'],
      identityProviders: ['COGNITO'],
      tokenValidity: { accessTokenMinutes: 60, idTokenMinutes: 60, refreshTokenDays: 30 },
    },
  ],
  api: { type: 'rest', name: 'example-api' },
  endpoints: [
    {
      method: 'GET',
      path: '/myevent',
      auth: 'access_token',
      scopes: ['com.example.api/read', 'com.example.api/write'],
      handler: 'bin/myevent.handler',
    },
  ],
}
