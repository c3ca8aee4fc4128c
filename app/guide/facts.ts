import { apiGatewayGuide, cognitoGuide } from '@/lib/aws/docs'

/** The parties of a request, from left to right in the picture. */
export const parties = ['Your app', 'User pool', 'API Gateway', 'Function'] as const

/** One arrow of the picture. What is between backticks in a text of this file is code. */
export interface Step {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly detail: string
}

export const flow: readonly Step[] = [
  {
    from: 0,
    to: 1,
    text: 'Request scopes',
    detail:
      'The app opens `/oauth2/authorize` with the full names of the scopes it needs: `openid com.example.api/read`. The user signs in.',
  },
  {
    from: 1,
    to: 0,
    text: 'Get tokens',
    detail:
      'The app exchanges the code at `/oauth2/token`. The access token contains the requested scopes that the client is allowed. Machines use `client_credentials` instead.',
  },
  {
    from: 0,
    to: 2,
    text: 'Call with the access token',
    detail: 'The app sends `Authorization: Bearer <token>`. The ID token stays in the app.',
  },
  {
    from: 2,
    to: 2,
    text: 'Authorize',
    detail:
      'API Gateway checks issuer, signature and expiry, then the scopes: one of those that the endpoint lists is enough. Otherwise it answers 401, or 403 for a missing scope on an HTTP API, and your function is never invoked.',
  },
  {
    from: 2,
    to: 3,
    text: 'Invoke',
    detail: 'Your function receives the verified claims in the request context.',
  },
]

type Row = readonly string[]

export const comparisons: Readonly<Record<'tokens' | 'apis', readonly Row[]>> = {
  tokens: [
    ['Purpose', 'Calling APIs', 'Telling the app who signed in'],
    [
      'Contents',
      'What is allowed: `scope`, `client_id`, `username`',
      'Who signed in: `email`, `name`, groups; `aud` is the client',
    ],
    ['Custom scopes', 'Yes, when requested', 'Never'],
    ['REST method with scopes', 'Allowed with any one of them', '401'],
    ['REST method without scopes', '401', 'Allowed'],
    ['HTTP route with scopes', 'Allowed with any one of them', '403: it has no scopes'],
    [
      'Endpoint with IAM authorization',
      '403: only a signed request is allowed',
      '403: only a signed request is allowed',
    ],
  ],
  apis: [
    ['Authorizer', '`COGNITO_USER_POOLS`', '`JWT`'],
    ['Token type', 'Access token if the method has scopes, otherwise ID token', 'Not checked'],
    [
      'App client',
      'Any client of the pool',
      '`aud`, or `client_id` if there is no `aud`, must be in the audience',
    ],
    [
      'Token bound to a resource (resource=)',
      'Allowed: `aud` is not compared',
      'Allowed if the resource is an additional audience',
    ],
    ['Scope missing', '401', '403 with `insufficient_scope`'],
    ['Expired', '401 The incoming token has expired', '401'],
    [
      'After a change',
      'Deploy the API again; results are cached for up to 5 minutes',
      'Live at once with auto-deploy',
    ],
    ['Scopes per endpoint', 'Up to 256 characters each', '10, each up to 64 characters (API model)'],
  ],
}

export const causes: readonly Row[] = [
  [
    'The method has no scopes, and you send the access token',
    'List at least one scope on the method, and deploy the API again.',
  ],
  ['The method has scopes, and you send the ID token', 'Send the access token.'],
  [
    'The token lacks the scope',
    'Request it by its full name, `identifier/name`. The client must be allowed to have it. Names must match exactly.',
  ],
  [
    'The token comes from an SDK sign-in',
    'Sign in through `/oauth2/authorize`, or add the scope in a pre token generation trigger.',
  ],
  ['The API was not deployed after the change', 'Create a new deployment of the stage.'],
  ['The token has expired', 'Get a new one with the refresh token.'],
  ['The token is from another user pool or Region', 'Compare its `iss` with the pool of the authorizer.'],
  [
    'The Authorization header is malformed',
    'Send `Authorization: Bearer`, one space, and the token, without quotes or line breaks.',
  ],
]

export const elsewhere: readonly Row[] = [
  ['403 Missing Authentication Token', 'The stage has no such path or method. The token is not the problem.'],
  [
    '403 … key=value pair (missing equal-sign) …',
    'API Gateway expected an AWS signature: no such path or method, or one with IAM authorization.',
  ],
  ['403 User is not authorized …', 'A Lambda authorizer or a resource policy denied the request.'],
  [
    'A CORS error in the browser',
    'Often a 401 without CORS headers. Send the request with curl to see the answer.',
  ],
  [
    '500 Internal server error',
    'The authorizer allowed the request, but the function failed or API Gateway has no permission to invoke it.',
  ],
]

/** Settings of the user pool and of clients that change what an app has to do, or what is in a token. */
export const settings: readonly Row[] = [
  [
    'Self sign-up off',
    'SignUp answers NotAuthorizedException: SignUp is not permitted for this user pool. Administrators create users.',
  ],
  [
    'Email address or phone number as user name',
    'Users sign in with it, and tokens have their sub as user name. It cannot be changed once the user pool exists.',
  ],
  [
    'MFA',
    'Sign-in through the SDK returns a challenge (MFA_SETUP, SOFTWARE_TOKEN_MFA) before there are tokens. The login pages ask for the code themselves.',
  ],
  [
    'Pre token generation trigger',
    'Adds and removes scopes and claims. V2_0 is called for users, V3_0 for machines, too. If it fails or takes longer than 5 seconds three times, no token is issued.',
  ],
  [
    'Refresh token rotation',
    'Every refresh returns a new refresh token, valid for the rest of the time of the first. REFRESH_TOKEN_AUTH no longer works; the token endpoint and GetTokensFromRefreshToken do.',
  ],
  [
    'SDK sign-in flows',
    'A flow that is not listed answers InvalidParameterException: … flow not enabled for this client. ALLOW_USER_AUTH requires the plan ESSENTIALS or PLUS.',
  ],
]

export const pages = [
  {
    title: 'Control access to REST APIs using Amazon Cognito user pools as an authorizer',
    url: apiGatewayGuide('apigateway-enable-cognito-user-pool'),
  },
  {
    title: 'Control access to HTTP APIs with JWT authorizers',
    url: apiGatewayGuide('http-api-jwt-authorizer'),
  },
  {
    title: 'Troubleshooting issues with HTTP API JWT authorizers',
    url: apiGatewayGuide('http-api-troubleshooting-jwt'),
  },
  { title: 'Gateway response types', url: apiGatewayGuide('supported-gateway-response-types') },
  {
    title: 'Scopes, M2M, and resource servers',
    url: cognitoGuide('cognito-user-pools-define-resource-servers'),
  },
  {
    title: 'Understanding the access token',
    url: cognitoGuide('amazon-cognito-user-pools-using-the-access-token'),
  },
  {
    title: 'Understanding the identity (ID) token',
    url: cognitoGuide('amazon-cognito-user-pools-using-the-id-token'),
  },
  { title: 'Refresh tokens', url: cognitoGuide('amazon-cognito-user-pools-using-the-refresh-token') },
  {
    title: 'Customizing user pool workflows with Lambda triggers',
    url: cognitoGuide('cognito-user-identity-pools-working-with-aws-lambda-triggers'),
  },
  { title: 'The token issuer endpoint', url: cognitoGuide('token-endpoint') },
  {
    title: 'How do I troubleshoot 401 errors from API Gateway with Cognito?',
    url: 'https://repost.aws/knowledge-center/api-gateway-cognito-401-unauthorized',
  },
] as const
