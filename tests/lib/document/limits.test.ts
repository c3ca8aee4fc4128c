import { expect, test } from 'vitest'
import { jsonSchema } from '../../../lib/document/json-schema'

interface Node {
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
  readonly oneOf?: readonly Node[]
  readonly [keyword: string]: unknown
}

/** The schemas at a path: two inside a user pool, which has two kinds. */
const at = (nodes: readonly Node[], key: string): readonly Node[] =>
  nodes
    .flatMap(node => node.oneOf ?? [node])
    .map(({ properties, items }) => (key === '*' ? items : properties?.[key]))
    .filter(node => node !== undefined)

/**
 * What one field or list may be at most, whatever the others are. For AWS's own limits see the quotas in the developer
 * guide of Cognito, and the API references of Cognito, API Gateway and Lambda.
 */
test.each([
  ['region', { minLength: 1, maxLength: 64, default: 'us-east-1' }],
  ['stage', { minLength: 1, default: 'dev' }],
  ['userPool.name', { minLength: 1, maxLength: 128 }],
  ['userPool.tier', { enum: ['LITE', 'ESSENTIALS', 'PLUS'], default: 'ESSENTIALS' }],
  ['userPool.domainPrefix', { minLength: 1, maxLength: 63 }],
  ['userPool.userPoolId', { minLength: 1, maxLength: 55 }],
  ['userPool.domain', { minLength: 1, maxLength: 253 }],
  ['resourceServers', { minItems: 1, maxItems: 25 }],
  ['resourceServers.*.identifier', { minLength: 1, maxLength: 256 }],
  ['resourceServers.*.name', { minLength: 1, maxLength: 256 }],
  ['resourceServers.*.scopes.*.name', { minLength: 1, maxLength: 256 }],
  ['resourceServers.*.scopes.*.description', { minLength: 1, maxLength: 256 }],
  ['clients', { minItems: 1, maxItems: 100 }],
  ['clients.*.name', { minLength: 1, maxLength: 128 }],
  ['clients.*.grants', { minItems: 1, default: ['authorization_code'] }],
  ['clients.*.grants.*', { enum: ['authorization_code', 'implicit', 'client_credentials'] }],
  ['clients.*.generateSecret', { default: false }],
  ['clients.*.scopes', { minItems: 1, maxItems: 50, uniqueItems: true }],
  ['clients.*.callbackUrls', { maxItems: 100, uniqueItems: true, default: [] }],
  ['clients.*.callbackUrls.*', { minLength: 1, maxLength: 1024 }],
  ['clients.*.logoutUrls', { maxItems: 100, uniqueItems: true, default: [] }],
  ['clients.*.logoutUrls.*', { minLength: 1, maxLength: 1024 }],
  ['clients.*.identityProviders', { minItems: 1, maxItems: 10, default: ['COGNITO'] }],
  ['clients.*.identityProviders.*', { minLength: 1, maxLength: 32 }],
  ['clients.*.tokenValidity.accessTokenMinutes', { minimum: 5, maximum: 1440 }],
  ['clients.*.tokenValidity.idTokenMinutes', { minimum: 5, maximum: 1440 }],
  ['clients.*.tokenValidity.refreshTokenDays', { minimum: 1, maximum: 3650 }],
  ['api.name', { minLength: 1, maxLength: 128 }],
  ['api.cors.allowOrigins', { minItems: 1, uniqueItems: true }],
  ['endpoints', { minItems: 1, maxItems: 300 }],
  ['endpoints.*.method', { enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'] }],
  ['endpoints.*.path', { minLength: 1, maxLength: 1024 }],
  ['endpoints.*.auth', { default: 'access_token' }],
  ['endpoints.*.handler', { minLength: 1, maxLength: 128 }],
] as const)('the JSON Schema limits %s', (path, limits) => {
  const found = path.split('.').reduce(at, [jsonSchema() as Node])
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject(limits)
})
