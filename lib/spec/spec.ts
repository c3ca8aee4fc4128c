import * as z from './zod'

// Structure and defaults; every constraint of the fields stands with its part.
const scope = z.strictObject({ name: z.string(), description: z.string() })

export const specSchema = z.strictObject({
  version: z.literal(1),
  service: z.string(),
  region: z.string().default('us-east-1'),
  stage: z.string().default('dev'),
  userPool: z.discriminatedUnion('source', [
    z.strictObject({
      source: z.literal('new'),
      name: z.string(),
      tier: z.enum(['LITE', 'ESSENTIALS', 'PLUS']).default('ESSENTIALS'),
      domainPrefix: z.string(),
      managedLogin: z.boolean().default(true),
    }),
    z.strictObject({
      source: z.literal('existing'),
      userPoolId: z.string(),
      domain: z.string().optional(),
      managedLogin: z.boolean().default(false),
    }),
  ]),
  resourceServers: z.array(
    z.strictObject({ identifier: z.string(), name: z.string(), scopes: z.array(scope) }),
  ),
  clients: z.array(
    z.strictObject({
      name: z.string(),
      grants: z
        .array(z.enum(['authorization_code', 'implicit', 'client_credentials']))
        .default(['authorization_code']),
      generateSecret: z.boolean().default(false),
      scopes: z.array(z.string()),
      callbackUrls: z.array(z.string()).default([]),
      defaultRedirectUri: z.string().optional(),
      logoutUrls: z.array(z.string()).default([]),
      identityProviders: z.array(z.string()).default(['COGNITO']),
      tokenValidity: z
        .strictObject({
          accessTokenMinutes: z.number(),
          idTokenMinutes: z.number(),
          refreshTokenDays: z.number(),
        })
        .optional(),
    }),
  ),
  api: z.strictObject({
    type: z.enum(['rest', 'http']),
    name: z.string(),
    cors: z.strictObject({ allowOrigins: z.array(z.string()) }).optional(),
  }),
  endpoints: z.array(
    z.strictObject({
      method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY']),
      path: z.string(),
      auth: z.enum(['access_token', 'id_token', 'none']).default('access_token'),
      scopes: z.array(z.string()).default([]),
      handler: z.string(),
    }),
  ),
})

/** A valid spec document, defaults filled in. */
export type Spec = z.output<typeof specSchema>
/** The document as written: what has a default may be missing. */
export type SpecInput = z.input<typeof specSchema>
