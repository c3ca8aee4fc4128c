/** Who takes part in a request, from left to right in the picture. */
export const parties = ['Your app', 'User pool', 'API Gateway', 'Function'] as const

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
    text: 'Ask for scopes',
    detail:
      'The app opens /oauth2/authorize with the scopes it needs, written in full: openid com.example.api/read. The user signs in.',
  },
  {
    from: 1,
    to: 0,
    text: 'Get tokens',
    detail:
      'The code is exchanged at /oauth2/token. The access token carries the scopes that the client may have; machines ask with client_credentials instead.',
  },
  {
    from: 0,
    to: 2,
    text: 'Call with the access token',
    detail: 'Authorization: Bearer and the token. The ID token stays in the app.',
  },
  {
    from: 2,
    to: 2,
    text: 'Authorize',
    detail:
      'Issuer, signature and expiry are checked, then the scopes: one that the endpoint lists is enough. Otherwise 401, or 403 from an HTTP API, and your function never hears of it.',
  },
  {
    from: 2,
    to: 3,
    text: 'Invoke',
    detail: 'Your function gets the verified claims in the request context.',
  },
]

type Row = readonly string[]

export const comparisons: Readonly<Record<'tokens' | 'apis', readonly Row[]>> = {
  tokens: [
    ['Is for', 'Calling APIs', 'The app itself: who signed in'],
    [
      'Says',
      'What may be done: scope, client_id, username',
      'Who it is: email, name, groups; aud is the client',
    ],
    ['Custom scopes', 'Yes, when asked for', 'Never'],
    ['REST method with scopes', 'Let in by any one of them', '401'],
    ['REST method without scopes', '401', 'Let in'],
    ['HTTP route with scopes', 'Let in by any one of them', '403: it has no scopes'],
  ],
  apis: [
    ['Authorizer', 'COGNITO_USER_POOLS', 'JWT'],
    ['Token type', 'Decided by whether the method has scopes', 'Not looked at'],
    ['App client', 'Any client of the pool', 'client_id, or aud, must be in the audience'],
    ['Scope missing', '401', '403 with insufficient_scope'],
    ['Expired', '401 The incoming token has expired', '401'],
    [
      'After a change',
      'Deploy the API again; results are cached for up to 5 minutes',
      'Live with auto-deploy',
    ],
    ['Scopes an endpoint', 'Up to 256 characters each', '10, each up to 64 characters by the API model'],
  ],
}

export const causes: readonly Row[] = [
  [
    'The method has no scopes, and you send the access token',
    'List at least one scope on the method, and deploy again.',
  ],
  ['The method has scopes, and you send the ID token', 'Send the access token.'],
  [
    'The token lacks the scope',
    'Ask for it in full, identifier/name; the client must be allowed to have it. Compare letter by letter.',
  ],
  [
    'The token comes from an SDK sign-in',
    'Sign in through /oauth2/authorize, or add the scope in a trigger.',
  ],
  ['The API was not deployed after the change', 'Make a new deployment of the stage.'],
  ['The token has expired', 'Get a new one with the refresh token.'],
  ['The token is of another user pool or Region', 'Compare its iss with the pool of the authorizer.'],
  [
    'The header is not what you think',
    'Authorization: Bearer, one space, the token; no quotes, no line break.',
  ],
]

export const elsewhere: readonly Row[] = [
  [
    '403 Missing Authentication Token',
    'API Gateway: the stage has no such path or method. The token is not the matter.',
  ],
  [
    '403 … not a valid key=value pair …',
    'API Gateway read the header as an AWS signature: no Cognito authorizer there.',
  ],
  ['403 User is not authorized …', 'A Lambda authorizer or a resource policy.'],
  ['A CORS error in the browser', 'Often a 401 without CORS headers. Call it with curl to see the answer.'],
  ['500 Internal server error', 'The authorizer let it through; the function failed, or may not be invoked.'],
]

const COGNITO = 'https://docs.aws.amazon.com/cognito/latest/developerguide'
const GATEWAY = 'https://docs.aws.amazon.com/apigateway/latest/developerguide'

export const pages = [
  {
    title: 'Control access to REST APIs using Amazon Cognito user pools as an authorizer',
    url: `${GATEWAY}/apigateway-enable-cognito-user-pool.html`,
  },
  {
    title: 'Control access to HTTP APIs with JWT authorizers',
    url: `${GATEWAY}/http-api-jwt-authorizer.html`,
  },
  {
    title: 'Troubleshooting issues with HTTP API JWT authorizers',
    url: `${GATEWAY}/http-api-troubleshooting-jwt.html`,
  },
  { title: 'Gateway response types', url: `${GATEWAY}/supported-gateway-response-types.html` },
  {
    title: 'Scopes, M2M, and resource servers',
    url: `${COGNITO}/cognito-user-pools-define-resource-servers.html`,
  },
  {
    title: 'Understanding the access token',
    url: `${COGNITO}/amazon-cognito-user-pools-using-the-access-token.html`,
  },
  {
    title: 'Understanding the identity (ID) token',
    url: `${COGNITO}/amazon-cognito-user-pools-using-the-id-token.html`,
  },
  { title: 'The token issuer endpoint', url: `${COGNITO}/token-endpoint.html` },
  {
    title: 'How do I troubleshoot 401 errors from API Gateway with Cognito?',
    url: 'https://repost.aws/knowledge-center/api-gateway-cognito-401-unauthorized',
  },
] as const
