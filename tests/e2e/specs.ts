/** A spec with `count` endpoints, all different. */
export const manyEndpoints = (count: number) => ({
  version: 1,
  service: 'large-api',
  region: 'us-east-1',
  stage: 'dev',
  userPool: {
    source: 'new',
    name: 'large-users',
    tier: 'ESSENTIALS',
    domainPrefix: 'large-api-demo',
    managedLogin: true,
  },
  resourceServers: [
    {
      identifier: 'com.example.large',
      name: 'Large API',
      scopes: [
        { name: 'read', description: 'Read access' },
        { name: 'write', description: 'Write access' },
      ],
    },
  ],
  clients: [
    {
      name: 'web',
      grants: ['authorization_code'],
      generateSecret: false,
      scopes: ['openid', 'com.example.large/read', 'com.example.large/write'],
      callbackUrls: ['https://app.example.com/callback'],
      logoutUrls: [],
      identityProviders: ['COGNITO'],
    },
  ],
  api: { type: 'rest', name: 'large-api' },
  endpoints: Array.from({ length: count }, (_, i) => ({
    method: i % 2 === 0 ? 'GET' : 'POST',
    path: `/area${Math.floor(i / 30)}/things${i}`,
    auth: 'access_token',
    scopes: [`com.example.large/${i % 2 === 0 ? 'read' : 'write'}`],
    handler: `bin/area${Math.floor(i / 30)}.things${i}`,
  })),
})
