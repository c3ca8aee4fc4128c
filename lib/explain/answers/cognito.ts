import { cognitoGuide } from '../../aws/docs'
import type { AnswerTable } from '../answer'

const TOKEN_ENDPOINT = cognitoGuide('token-endpoint')
const AUTHORIZE = cognitoGuide('authorization-endpoint')
const SERVERS = cognitoGuide('cognito-user-pools-define-resource-servers')

/** Responses of Cognito, at sign-in, at its token endpoint and of its API. */
export const cognitoAnswers = {
  OAUTH_INVALID_SCOPE: {
    from: 'cognito',
    title: 'The client is not allowed to request one of the scopes',
    causes: [
      'The scope is not in AllowedOAuthScopes of the client.',
      'The scope is not a full scope (identifier/name), or no resource server defines it.',
    ],
    fix: 'Add the full scope to the allowed scopes of the client, or request only scopes that the client is allowed to request.',
    source: SERVERS,
    wording: 'cited',
  },
  OAUTH_INVALID_GRANT: {
    from: 'cognito',
    title: 'The authorization code or refresh token was rejected',
    causes: [
      'The code was used before, or is older than five minutes. Some pages exchange it twice.',
      'redirect_uri, client_id or code_verifier differ from those of the authorize request.',
      'The refresh token was revoked, rotated or has expired.',
      'The client may not read an attribute of a requested scope, such as email.',
      'AllowedOAuthFlowsUserPoolClient is not true on the client.',
    ],
    fix: 'Sign in again and exchange the new code once, with the same redirect_uri. If that fails, compare the settings of the client.',
    source: TOKEN_ENDPOINT,
    wording: 'cited',
  },
  OAUTH_INVALID_CLIENT: {
    from: 'cognito',
    title: 'The client is unknown, or its secret is missing or wrong',
    causes: [
      'The client has a secret, and the request does not send it (or the other way round).',
      'The client ID belongs to another user pool or Region.',
    ],
    fix: 'Send client_id and client_secret, or a Basic header. Use a client without a secret for browsers and mobile apps.',
    source: TOKEN_ENDPOINT,
    wording: 'cited',
  },
  OAUTH_UNAUTHORIZED_CLIENT: {
    from: 'cognito',
    title: 'The client may not use this grant',
    causes: [
      'The grant is not in AllowedOAuthFlows of the client.',
      'AllowedOAuthFlowsUserPoolClient is not true on the client.',
    ],
    fix: 'Add the grant to the client. A client with client_credentials cannot have another grant.',
    source: TOKEN_ENDPOINT,
    wording: 'cited',
  },
  OAUTH_INVALID_REQUEST: {
    from: 'cognito',
    title: 'Cognito rejected the parameters of the request',
    causes: [
      'A parameter is missing or wrong: response_type, grant_type, redirect_uri, code_challenge_method (only S256).',
      'The body of a token request is not application/x-www-form-urlencoded.',
    ],
    fix: 'Read error_description, and compare the parameters with the documentation of the endpoint.',
    source: AUTHORIZE,
    wording: 'general',
  },
  OAUTH_REDIRECT_MISMATCH: {
    from: 'cognito',
    title: 'The redirect URI is not a callback URL of the client',
    causes: [
      'redirect_uri differs from every callback URL of the client; they must match exactly, including a trailing slash.',
    ],
    fix: 'Add the exact redirect_uri to the callback URLs of the client, or send one of them.',
    source: AUTHORIZE,
    wording: 'general',
  },
  COGNITO_REQUIRED_SCOPES: {
    from: 'cognito',
    title: 'The access token lacks a scope that Cognito itself requires',
    causes: [
      'GetUser, fetchUserAttributes and the other user operations of the Cognito API require the scope aws.cognito.signin.user.admin.',
      '/oauth2/userInfo requires the scope openid, and rejects tokens of an SDK sign-in.',
    ],
    fix: 'Allow aws.cognito.signin.user.admin on the client and request it; or request openid and call /oauth2/userInfo.',
    source: cognitoGuide('userinfo-endpoint'),
    wording: 'cited',
  },
  COGNITO_REFRESH_TOKEN: {
    from: 'cognito',
    title: 'The refresh token was rejected',
    causes: [
      'It has expired or was revoked, or the user signed out everywhere.',
      'It was rotated: with refresh token rotation each refresh token works only once, apart from the grace period.',
      'It belongs to another client or another device.',
      'With refresh token rotation InitiateAuth does not accept refresh tokens: ALLOW_REFRESH_TOKEN_AUTH is not compatible with it.',
    ],
    fix: 'Sign in again. With rotation, store the new refresh token of every response, or use grant_type=refresh_token at /oauth2/token.',
    source: cognitoGuide('amazon-cognito-user-pools-using-the-refresh-token'),
    wording: 'cited',
  },
  COGNITO_AUTH_FLOW: {
    from: 'cognito',
    title: 'The client does not allow this sign-in flow',
    causes: [
      'ExplicitAuthFlows of the client lacks the flow: for example ALLOW_USER_PASSWORD_AUTH for USER_PASSWORD_AUTH, ALLOW_USER_SRP_AUTH for USER_SRP_AUTH, or ALLOW_USER_AUTH for USER_AUTH.',
      'USER_AUTH also requires a user pool of the plan ESSENTIALS or PLUS.',
      'A deployment says that REFRESH_TOKEN_AUTH should always be allowed if the listed flows lack ALLOW_REFRESH_TOKEN_AUTH and the client has no refresh token rotation.',
    ],
    fix: 'Add the flow to ExplicitAuthFlows of the client, or sign in with a flow that it allows.',
    source: cognitoGuide('amazon-cognito-user-pools-authentication-flow'),
    wording: 'cited',
  },
  COGNITO_SECRET_HASH: {
    from: 'cognito',
    title: 'The client has a secret, and the secret hash is missing or wrong',
    causes: ['The client has a secret, so the Cognito API requires SECRET_HASH in every sign-in request.'],
    fix: 'Send SECRET_HASH (HMAC-SHA256 of user name and client ID), or use a client without a secret in browsers and mobile apps.',
    source: cognitoGuide('signing-up-users-in-your-app'),
    wording: 'general',
  },
  LOGIN_PAGES_UNAVAILABLE: {
    from: 'cognito',
    title: 'Managed login has no branding style for this client',
    causes: ['With managed login (version 2) every client needs a branding style.'],
    fix: 'Add a ManagedLoginBranding resource for the client.',
    source: cognitoGuide('cognito-user-pools-managed-login'),
    wording: 'cited',
  },
} as const satisfies AnswerTable<
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
  | 'LOGIN_PAGES_UNAVAILABLE'
>
