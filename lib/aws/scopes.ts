/** Scopes of OpenID Connect. They describe a user, so a machine client cannot have them. */
export const OIDC_SCOPES = ['openid', 'email', 'phone', 'profile'] as const

/** Lets an app read and change its user's own account. SDK sign-in issues access tokens with this scope alone. */
export const SIGN_IN_SCOPE = 'aws.cognito.signin.user.admin'

/** Scopes that every user pool has; all others are `identifier/name` of a resource server. */
export const RESERVED_SCOPES = [...OIDC_SCOPES, SIGN_IN_SCOPE] as const
export type ReservedScope = (typeof RESERVED_SCOPES)[number]

const reserved: ReadonlySet<string> = new Set(RESERVED_SCOPES)

export const isReservedScope = (scope: string): scope is ReservedScope => reserved.has(scope)

/** Scopes that Cognito issues only together with `openid`. */
export const SCOPES_WITH_OPENID: readonly string[] = ['email', 'phone', 'profile']
