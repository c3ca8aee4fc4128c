/** Quotas and lengths of Amazon Cognito: developer guide, "Quotas in Amazon Cognito", and the API reference. */
export const MAX_RESOURCE_SERVERS = 25
export const MAX_SCOPES_PER_RESOURCE_SERVER = 100
/** Characters of an identifier, of a scope name, and of `identifier/name`. */
export const MAX_SCOPE_LENGTH = 256
export const MAX_CLIENTS = 100
export const MAX_SCOPES_PER_CLIENT = 50
export const MAX_REDIRECT_URIS = 100
export const MAX_REDIRECT_URI_LENGTH = 1024
export const MAX_IDENTITY_PROVIDERS = 10
export const MAX_PROVIDER_NAME_LENGTH = 32
/** Characters of a user pool id. */
export const MAX_USER_POOL_ID_LENGTH = 55
/** Characters of a domain prefix: one DNS label. */
export const MAX_DOMAIN_PREFIX_LENGTH = 63
/** Branding styles of one user pool: each client with managed login needs one. */
export const MAX_BRANDING_STYLES = 20
/** Minutes an access or ID token can be valid. */
export const TOKEN_MINUTES = { min: 5, max: 1440 } as const
/** Days a refresh token can be valid. */
export const REFRESH_TOKEN_DAYS = { min: 1, max: 3650 } as const

/** Characters of the name of a user pool, a client or an API as deployed. */
export const MAX_NAME_LENGTH = 128

/** Audiences of a JWT authorizer: HTTP API quotas. */
export const MAX_AUDIENCES = 50
/** Characters of an audience. AWS states no limit; a resource server's identifier has at most as many. */
export const MAX_AUDIENCE_LENGTH = 256
/** `AuthorizationScopes` of an HTTP API route: model of the apigatewayv2 API. */
export const MAX_SCOPES_PER_ROUTE = 10
export const MAX_ROUTE_SCOPE_LENGTH = 64
/** Resources of one REST API, and routes of one HTTP API. AWS raises both on request. */
export const MAX_API_RESOURCES = 300

/** Characters of a logical ID in a CloudFormation template. */
export const MAX_LOGICAL_ID_LENGTH = 255
/** Resources of one CloudFormation template. */
export const MAX_STACK_RESOURCES = 500
/** Bytes of a template that is not uploaded to Amazon S3. */
export const MAX_DIRECT_TEMPLATE_BYTES = 51_200

/** Characters of a Lambda function's handler. */
export const MAX_HANDLER_LENGTH = 128
