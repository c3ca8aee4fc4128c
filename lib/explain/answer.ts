/** Who sent the response, or who shows an error in its place. */
export type Origin =
  | 'gateway-authorizer'
  | 'gateway'
  | 'cognito'
  | 'browser'
  | 'client-code'
  | 'load-balancer'

/** What a response means; stable words. */
export type AnswerCode =
  | 'REST_UNAUTHORIZED'
  | 'REST_TOKEN_EXPIRED'
  | 'HTTP_UNAUTHORIZED'
  | 'HTTP_INVALID_TOKEN'
  | 'HTTP_TOKEN_MALFORMED'
  | 'HTTP_TOKEN_EXPIRED'
  | 'HTTP_AUDIENCE'
  | 'HTTP_INSUFFICIENT_SCOPE'
  | 'HTTP_ISSUER_UNREACHABLE'
  | 'HTTP_FORBIDDEN'
  | 'SIGV4_EXPECTED'
  | 'MISSING_AUTHENTICATION_TOKEN'
  | 'FORBIDDEN'
  | 'RESOURCE_POLICY'
  | 'IAM_NOT_ALLOWED'
  | 'LAMBDA_AUTHORIZER_DENY'
  | 'AUTHORIZER_CONFIGURATION'
  | 'API_KEY'
  | 'WAF'
  | 'THROTTLED'
  | 'INTEGRATION_FAILURE'
  | 'TIMEOUT'
  | 'UNAVAILABLE'
  | 'TOO_LARGE'
  | 'NOT_FOUND'
  | 'CORS_PREFLIGHT'
  | 'CORS_NO_HEADER'
  | 'NETWORK_HIDDEN'
  | 'OAUTH_INVALID_SCOPE'
  | 'OAUTH_INVALID_GRANT'
  | 'OAUTH_INVALID_CLIENT'
  | 'OAUTH_UNAUTHORIZED_CLIENT'
  | 'OAUTH_INVALID_REQUEST'
  | 'OAUTH_REDIRECT_MISMATCH'
  | 'COGNITO_REQUIRED_SCOPES'
  | 'COGNITO_REFRESH_TOKEN'
  | 'COGNITO_AUTH_FLOW'
  | 'COGNITO_SECRET_HASH'
  | 'COGNITO_SIGN_UP'
  | 'COGNITO_USER_NOT_CONFIRMED'
  | 'COGNITO_USERNAME'
  | 'COGNITO_MFA'
  | 'COGNITO_TRIGGER'
  | 'COGNITO_FEATURE_PLAN'
  | 'LOGIN_PAGES_UNAVAILABLE'
  | 'DEPLOY_SCOPE_MISSING'
  | 'DEPLOY_OIDC_SCOPE'
  | 'DEPLOY_DOMAIN_TAKEN'
  | 'DEPLOY_AUTHORIZER_MISSING'
  | 'DEPLOY_OAUTH_FLOWS'
  | 'DEPLOY_PROVIDER_MISSING'
  | 'DEPLOY_DOMAIN_WORD'
  | 'DEPLOY_NO_METHODS'
  | 'DEPLOY_SECURITY_SCHEME'
  | 'DEPLOY_ISSUER_INVALID'
  | 'SERVERLESS_AUTHORIZER'
  | 'STATUS_401'
  | 'STATUS_403'

/** One meaning of a response and what to do about it. */
export interface Answer {
  readonly code: AnswerCode
  readonly from: Origin
  readonly title: string
  /** Most likely first. */
  readonly causes: readonly string[]
  readonly fix: string
  /** A page about it. */
  readonly source?: string
  /** `cited`: the wording of the response was read in a source; `general`: it is recognized by general knowledge. */
  readonly wording: 'cited' | 'general'
}

/** The answers of one topic, by code. */
export type AnswerTable<Code extends AnswerCode> = Readonly<Record<Code, Omit<Answer, 'code'>>>
