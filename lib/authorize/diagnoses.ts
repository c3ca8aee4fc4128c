/** What an answer means and where to look. */
export interface Diagnosis {
  readonly id: string
  /** Statuses it comes with; left out, any. */
  readonly statuses?: readonly number[]
  /** Left out: an answer without a body. */
  readonly pattern?: RegExp
  /** Who answered. */
  readonly from: 'authorizer' | 'gateway' | 'function' | 'token endpoint' | 'browser'
  readonly title: string
  readonly meaning: string
  readonly lookAt: readonly string[]
  readonly source: string
}

const GUIDE = 'https://docs.aws.amazon.com/apigateway/latest/developerguide'
const RESPONSES = `${GUIDE}/supported-gateway-response-types.html`
const COGNITO_AUTHORIZER = `${GUIDE}/apigateway-enable-cognito-user-pool.html`
const JWT_TROUBLE = `${GUIDE}/http-api-troubleshooting-jwt.html`
const KNOWLEDGE_401 = 'https://repost.aws/knowledge-center/api-gateway-cognito-401-unauthorized'
const TOKEN_ENDPOINT = 'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html'

/** Answers that look alike and mean different things, the telling ones before the vague ones. */
export const diagnoses: readonly Diagnosis[] = [
  {
    id: 'missing-authentication-token',
    statuses: [403],
    pattern: /Missing Authentication Token/i,
    from: 'gateway',
    title: 'Not the authorizer: no such method or path',
    meaning:
      'API Gateway says this of a path or method that the stage does not have, whatever token came with it.',
    lookAt: [
      'The URL: stage name (/dev/…), path, method.',
      'Whether the API was deployed again after the change.',
    ],
    source: RESPONSES,
  },
  {
    id: 'sigv4-header',
    statuses: [403],
    pattern: /not a valid key=value pair|requires 'Credential' parameter/i,
    from: 'gateway',
    title: 'Not the authorizer: the header was read as an AWS signature',
    meaning:
      'No method with a Cognito authorizer answered: the path is wrong, the method uses AWS_IAM, or the change is not deployed.',
    lookAt: [
      "The method's authorization: COGNITO_USER_POOLS, not AWS_IAM.",
      'The URL, and whether the API was deployed again.',
    ],
    source: 'https://github.com/serverless/serverless/issues/3205',
  },
  {
    id: 'insufficient-scope',
    statuses: [403],
    pattern: /insufficient_scope/i,
    from: 'authorizer',
    title: 'The authorizer of an HTTP API: no matching scope',
    meaning:
      'The token is good, but has none of the scopes that the route asks for. www-authenticate lists them.',
    lookAt: [
      'The scope claim of the token, letter by letter: identifier/name.',
      'That it is an access token: an ID token has no scopes.',
    ],
    source: JWT_TROUBLE,
  },
  {
    id: 'invalid-audience',
    statuses: [401],
    pattern: /does not have a valid audience/i,
    from: 'authorizer',
    title: 'The authorizer of an HTTP API: another client',
    meaning: "The token's aud, or client_id when it has no aud, is not in the Audience of the authorizer.",
    lookAt: [
      'The client ids in the Audience of the authorizer.',
      'Whether the token was asked for with resource=.',
    ],
    source: JWT_TROUBLE,
  },
  {
    id: 'expired',
    statuses: [401],
    pattern: /incoming token has expired/i,
    from: 'authorizer',
    title: 'The authorizer of a REST API: expired',
    meaning: 'The exp claim has passed.',
    lookAt: [
      'Get a new token: grant_type=refresh_token, or sign in again.',
      'The clock of the machine that keeps the token.',
    ],
    source: COGNITO_AUTHORIZER,
  },
  {
    id: 'explicit-deny',
    statuses: [403],
    pattern: /User is not authorized to access this resource|explicit deny/i,
    from: 'gateway',
    title: 'Not the Cognito authorizer: a policy said no',
    meaning: 'A Lambda authorizer or the resource policy of the API denied the call.',
    lookAt: ['The resource policy of the API.', 'Whether the method really uses the Cognito authorizer.'],
    source: 'https://repost.aws/knowledge-center/api-gateway-403-error-lambda-authorizer',
  },
  {
    id: 'token-endpoint-invalid-client',
    statuses: [400, 401],
    pattern: /\binvalid_client\b/i,
    from: 'token endpoint',
    title: 'Cognito: unknown client, or its secret is missing or wrong',
    meaning: 'The client has a secret that was not sent, or the other way round.',
    lookAt: [
      'client_id and client_secret, or the Basic header.',
      'A public client (browser, mobile) must not have a secret.',
    ],
    source: TOKEN_ENDPOINT,
  },
  {
    id: 'token-endpoint-invalid-grant',
    statuses: [400],
    pattern: /\binvalid_grant\b/i,
    from: 'token endpoint',
    title: 'Cognito: the code or refresh token does not count',
    meaning:
      'A code is good once and for five minutes; redirect_uri and code_verifier must be those of the authorize request. A client without AllowedOAuthFlowsUserPoolClient answers so too.',
    lookAt: ['Whether the code was used already.', 'AllowedOAuthFlowsUserPoolClient: true on the client.'],
    source: TOKEN_ENDPOINT,
  },
  {
    id: 'token-endpoint-unauthorized-client',
    statuses: [400],
    pattern: /\bunauthorized_client\b/i,
    from: 'token endpoint',
    title: 'Cognito: the client may not use this grant',
    meaning: 'The grant is not among AllowedOAuthFlows of the client.',
    lookAt: ['The grants of the client.'],
    source: TOKEN_ENDPOINT,
  },
  {
    id: 'invalid-scope',
    pattern: /\binvalid_scope\b|Invalid scope requested/i,
    from: 'token endpoint',
    title: 'Cognito: a scope that the client may not have',
    meaning: 'A requested scope is not assigned to the client, or not spelled in full.',
    lookAt: ['AllowedOAuthScopes of the client: identifier/name.'],
    source:
      'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html',
  },
  {
    id: 'redirect-mismatch',
    pattern: /redirect_mismatch/i,
    from: 'token endpoint',
    title: 'Cognito: the redirect URI is not registered',
    meaning: 'redirect_uri must be one of the callback URLs, letter by letter.',
    lookAt: ['CallbackURLs of the client, trailing slash included.'],
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html',
  },
  {
    id: 'login-unavailable',
    pattern: /Login pages unavailable/i,
    from: 'token endpoint',
    title: 'Cognito: managed login has no style for this client',
    meaning: 'With managed login version 2 every client needs a branding style.',
    lookAt: ['A ManagedLoginBranding resource for the client.'],
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html',
  },
  {
    id: 'cors',
    pattern: /CORS|Access-Control-Allow-Origin|Failed to fetch|NetworkError|Network Error|ERR_FAILED/,
    from: 'browser',
    title: 'The browser hides the answer',
    meaning:
      'A 401 without CORS headers shows as a network error, and so does a preflight that the authorizer refuses. The real answer stands in the network tab or comes by curl.',
    lookAt: [
      'The same call with curl.',
      'That OPTIONS has no authorizer.',
      'CORS headers on the gateway responses DEFAULT_4XX and UNAUTHORIZED.',
    ],
    source: `${GUIDE}/how-to-cors.html`,
  },
  {
    id: 'unauthorized',
    statuses: [401],
    pattern: /Unauthorized/i,
    from: 'authorizer',
    title: 'The authorizer refused the token',
    meaning:
      'On a REST API one answer for many causes: no token, another pool, a bad signature, an ID token where a method has scopes, an access token where it has none, a scope that is missing.',
    lookAt: [
      'Paste the token: the checks of the endpoint say which.',
      'Whether the API was deployed again; results are cached for up to five minutes.',
    ],
    source: KNOWLEDGE_401,
  },
  {
    id: 'forbidden',
    statuses: [403],
    pattern: /Forbidden/i,
    from: 'gateway',
    title: 'HTTP API: a missing scope. REST API: not the Cognito authorizer',
    meaning:
      'An HTTP API answers so for a scope that is missing. A REST API does for an API key, a web firewall or a custom domain without mapping; 403 for a missing scope has been reported there too.',
    lookAt: [
      'HTTP API: the www-authenticate header names the scopes.',
      'API key required on the method; WAF rules; base path mapping of the custom domain.',
    ],
    source: RESPONSES,
  },
  {
    id: 'throttled',
    statuses: [429],
    pattern: /Too Many Requests|Limit Exceeded/i,
    from: 'gateway',
    title: 'Throttled',
    meaning: 'The token is not the matter: the stage, a usage plan or the account has reached its rate.',
    lookAt: ['Throttling of stage and usage plan.'],
    source: RESPONSES,
  },
  {
    id: 'server-error',
    statuses: [500, 502],
    pattern: /Internal server error|Internal Server Error|"message"\s?:\s?null/,
    from: 'gateway',
    title: 'The authorizer let it through, or is itself broken',
    meaning:
      'The function failed, answered in a wrong form, or may not be invoked by the API (Lambda permission); or the authorizer names a user pool that is gone.',
    lookAt: [
      "The function's log.",
      'AWS::Lambda::Permission for this API.',
      'The user pool ARN of the authorizer.',
    ],
    source: RESPONSES,
  },
  {
    id: 'not-found',
    statuses: [404],
    pattern: /Not Found/i,
    from: 'gateway',
    title: 'HTTP API: no such route',
    meaning: 'No route matches method and path (unverified against a deployment).',
    lookAt: ['The path, and the stage name in it: $default has none.'],
    source: `${GUIDE}/http-api-develop-routes.html`,
  },
  {
    id: 'empty-answer',
    statuses: [401, 403],
    from: 'gateway',
    title: 'No body to tell by',
    meaning:
      "API Gateway's own refusals have a body with a message. Without one it may be the function, a proxy or a custom gateway response.",
    lookAt: ['The response headers: x-amzn-errortype, www-authenticate.'],
    source: RESPONSES,
  },
]
