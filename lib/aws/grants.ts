/** OAuth 2.0 grants of an app client, by the names of RFC 6749. */
export const GRANTS = ['authorization_code', 'implicit', 'client_credentials'] as const
export type Grant = (typeof GRANTS)[number]

/** The value of `AllowedOAuthFlows` for each grant. */
export const OAUTH_FLOWS: Readonly<Record<Grant, string>> = {
  authorization_code: 'code',
  implicit: 'implicit',
  client_credentials: 'client_credentials',
}

/** True for the grants in which a user signs in. */
export const signsInUsers = (grant: string | undefined): boolean =>
  grant === 'authorization_code' || grant === 'implicit'

/** Identity provider of the users of the pool itself. */
export const COGNITO_PROVIDER = 'COGNITO'

/** Cognito's default lifetime of an access token, in minutes. */
export const DEFAULT_ACCESS_TOKEN_MINUTES = 60
