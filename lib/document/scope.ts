/** About a user, by OpenID Connect. */
export const OIDC_SCOPES = ['openid', 'email', 'phone', 'profile'] as const

/** Scopes that every user pool has; everything else is `identifier/name` of a resource server. */
export const RESERVED_SCOPES = [...OIDC_SCOPES, 'aws.cognito.signin.user.admin'] as const

const reserved: ReadonlySet<string> = new Set(RESERVED_SCOPES)

export const isReservedScope = (scope: string): boolean => reserved.has(scope)
