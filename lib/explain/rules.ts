import type { AnswerCode, Origin } from './answer'
import type { ReceivedResponse } from './read-response'

/** A code, and its sender where that differs from the usual one. */
export interface Meaning {
  readonly code: AnswerCode
  readonly from?: Origin
}

/** Returns the possible meanings of a response by one kind of evidence; empty or undefined if there is none. */
type Rule = (response: ReceivedResponse) => readonly AnswerCode[] | undefined

/** Rules by the text alone, in order: each text is found in no response with another meaning. */
const byText =
  (...texts: readonly (readonly [RegExp, ...AnswerCode[]])[]): Rule =>
  ({ text }) => {
    const [, ...codes] = texts.find(([pattern]) => pattern.test(text)) ?? []
    return codes
  }

/** `error_description` of a JWT authorizer. */
const challenges = byText(
  [/does not have a valid audience/i, 'HTTP_AUDIENCE'],
  [/invalid number of segments/i, 'HTTP_TOKEN_MALFORMED'],
  [/"the token (?:has|is) expired/i, 'HTTP_TOKEN_EXPIRED'],
  [/(?:OIDC discovery endpoint|JWKS) communication error/i, 'HTTP_ISSUER_UNREACHABLE'],
  [/globally signed out|UserInfo Endpoint|does not contain openid/i, 'COGNITO_REQUIRED_SCOPES'],
)

const challengeError: Rule = ({ challenge = '', text }) => {
  if (/insufficient_scope/i.test(challenge) || /expected scopes: \[/i.test(text))
    return ['HTTP_INSUFFICIENT_SCOPE']
  return /error="?invalid_token/i.test(challenge) ? ['HTTP_INVALID_TOKEN'] : undefined
}

const ERROR_TYPES: readonly (readonly [RegExp, ...AnswerCode[]])[] = [
  [/^Unauthorized$/i, 'REST_UNAUTHORIZED'],
  [/^AuthorizerConfiguration|^AuthorizerFailure/i, 'AUTHORIZER_CONFIGURATION'],
  [/^MissingAuthenticationToken$/i, 'MISSING_AUTHENTICATION_TOKEN'],
  [
    /Signature|^(?:UnrecognizedClient|InvalidClientTokenId|ExpiredToken|InvalidToken|InvalidAccessKeyId)$/i,
    'SIGV4_EXPECTED',
  ],
  [/^AccessDenied$/i, 'RESOURCE_POLICY', 'LAMBDA_AUTHORIZER_DENY'],
  [/^Forbidden$/i, 'FORBIDDEN'],
  [/^(?:TooManyRequests|LimitExceeded|Throttling)$/i, 'THROTTLED'],
  [/TooLarge|TooLong/i, 'TOO_LARGE'],
  [/^ServiceUnavailable$/i, 'UNAVAILABLE'],
  [/Timeout/i, 'TIMEOUT'],
]

/** The header of REST APIs that names the error; the message only makes it more exact. */
const errorType: Rule = ({ errorType, status }) => {
  if (errorType === undefined) return undefined
  if (/^(?:InternalServerError|InternalFailure|BadGateway)$/i.test(errorType))
    return [status === 504 ? 'TIMEOUT' : 'INTEGRATION_FAILURE']
  const [, ...codes] = ERROR_TYPES.find(([pattern]) => pattern.test(errorType)) ?? []
  return codes
}

/** Messages of API Gateway that have one meaning each. */
const messages = byText(
  [/incoming token has expired/i, 'REST_TOKEN_EXPIRED'],
  [/Missing Authentication Token/i, 'MISSING_AUTHENTICATION_TOKEN'],
  [
    /key=value pair|Authorization header (?:requires|must|cannot|is not)|security token included in the request|request signature we calculated|Signature (?:expired|not yet current)|Credential should be scoped/i,
    'SIGV4_EXPECTED',
  ],
  [/not authorized to access this resource/i, 'LAMBDA_AUTHORIZER_DENY'],
  // The reason that IAM adds decides. Without it, a caller that has a name can be denied by either kind of policy.
  [/is not authorized to perform[^"]{1,600}resource-based policy/i, 'RESOURCE_POLICY'],
  [/is not authorized to perform[^"]{1,600}identity-based policy/i, 'IAM_NOT_ALLOWED'],
  [
    /arn:aws[\w-]{0,20}:(?:iam|sts)::\S{1,300} is not authorized to perform: execute-api/i,
    'IAM_NOT_ALLOWED',
    'RESOURCE_POLICY',
  ],
  [/User: \S{1,300} is not authorized to perform|execute-api:Invoke on resource/i, 'RESOURCE_POLICY'],
  [/explicit deny/i, 'LAMBDA_AUTHORIZER_DENY', 'RESOURCE_POLICY'],
)

/** `$context.error.responseType` of access logs, and lines of execution logs. */
const logs = byText(
  [
    /\b(?:INVALID_API_KEY)\b|API[ _-]?key (?:is )?(?:required|not|invalid|missing)|(?:requires|invalid|missing) API[ _-]?key/i,
    'API_KEY',
  ],
  [/\bWAF_FILTERED\b|Request blocked\.|ERROR: The request could not be satisfied/i, 'WAF'],
  [/\b(?:EXPIRED_TOKEN|INVALID_SIGNATURE)\b/, 'SIGV4_EXPECTED'],
  [/\bMISSING_AUTHENTICATION_TOKEN\b|\bRESOURCE_NOT_FOUND\b/, 'MISSING_AUTHENTICATION_TOKEN'],
  [/\bACCESS_DENIED\b/, 'RESOURCE_POLICY', 'LAMBDA_AUTHORIZER_DENY'],
  [
    /\bAUTHORIZER_(?:FAILURE|CONFIGURATION_ERROR)\b|due to configuration error: Authorizer error|Authorizer (?:configuration )?error/i,
    'AUTHORIZER_CONFIGURATION',
  ],
  [
    /\b(?:INTEGRATION_TIMEOUT)\b|Endpoint request timed out|due to a timeout error|Gateway Time-?out/i,
    'TIMEOUT',
  ],
  [
    /\b(?:INTEGRATION_FAILURE|API_CONFIGURATION_ERROR)\b|Invalid permissions on Lambda function|Malformed Lambda proxy response|Lambda execution failed|customer function error|Network error communicating with endpoint/i,
    'INTEGRATION_FAILURE',
  ],
  [/\b(?:THROTTLED|QUOTA_EXCEEDED)\b|Too Many Requests|Limit Exceeded|Rate exceeded/i, 'THROTTLED'],
  [
    /\bREQUEST_TOO_LARGE\b|Request Too Long|content length exceeded|(?:Request )?Entity Too Large|Payload Too Large|Header (?:Or Cookie|Fields) Too Large|HTTP header is larger than/i,
    'TOO_LARGE',
  ],
  [
    /"(?:responseType|errorResponseType)"\s*:\s*"UNAUTHORIZED"|\) Unauthorized request: /,
    'REST_UNAUTHORIZED',
  ],
)

/** Errors of the Cognito API. A redirect URL has a plus sign or %20 for each space. */
const cognito = byText(
  [
    /\b(?:(?:Pre|Post|Custom|User)[A-Z]|[A-Z][a-z]{1,10}AuthChallenge)[A-Za-z]{0,20}(?: |\+|%20)(?:failed(?: |\+|%20)with(?: |\+|%20)error|invocation(?: |\+|%20)failed)|UserLambdaValidation|UnexpectedLambda|InvalidLambdaResponse|Unrecognizable(?: |\+|%20)lambda/i,
    'COGNITO_TRIGGER',
  ],
  [/FeatureUnavailableInTier/i, 'COGNITO_FEATURE_PLAN'],
  [/Sign-?Up is not permitted/i, 'COGNITO_SIGN_UP'],
  [/UserNotConfirmed|User is not confirmed/i, 'COGNITO_USER_NOT_CONFIRMED'],
  [/Username should be (?:either )?an? (?:email|phone)/i, 'COGNITO_USERNAME'],
  [
    /"ChallengeName"\s*:\s*"(?:MFA_SETUP|SELECT_MFA_TYPE|(?:SOFTWARE_TOKEN|SMS|EMAIL)_(?:MFA|OTP))"|Software ?Token ?MFA|Invalid code (?:received for user|or auth state)|software token has already been used/i,
    'COGNITO_MFA',
  ],
  [/does not have required scopes/i, 'COGNITO_REQUIRED_SCOPES'],
  [/Refresh Token (?:has|reuse|is)|(?:invalid|expired|revoked) refresh token/i, 'COGNITO_REFRESH_TOKEN'],
  [
    /(?:flow|auth) (?:is )?not (?:enabled|supported|allowed) for th(?:is|e) client|Initiate Auth method not supported|REFRESH_TOKEN_AUTH should always be allowed/i,
    'COGNITO_AUTH_FLOW',
  ],
  [
    /not(?: |\+|%20)enabled(?: |\+|%20)for(?: |\+|%20)OAuth ?2\.0/i,
    'OAUTH_UNAUTHORIZED_CLIENT',
    'OAUTH_REDIRECT_MISMATCH',
  ],
  [/User pool client \S{1,100} does not exist/i, 'OAUTH_INVALID_CLIENT'],
  [/secret[_ ]?hash|configured (?:with|for) secret/i, 'COGNITO_SECRET_HASH'],
  [/Login pages unavailable/i, 'LOGIN_PAGES_UNAVAILABLE'],
)

/** Errors of stacks, imports and deployment tools. */
const deployments = byText(
  [/ScopeDoesNotExist|Invalid scope requested/i, 'DEPLOY_SCOPE_MISSING'],
  [/not supported with client_credentials/i, 'DEPLOY_OIDC_SCOPE'],
  [/Domain already (?:associated|exists)/i, 'DEPLOY_DOMAIN_TAKEN'],
  [/Domain cannot contain reserved word/i, 'DEPLOY_DOMAIN_WORD'],
  [
    /client_credentials flow can ?not be selected|InvalidOAuthFlow|AllowedOAuthFlows and AllowedOAuthScopes are required/i,
    'DEPLOY_OAUTH_FLOWS',
  ],
  [/The provider \S{1,100} does not exist for user pool/i, 'DEPLOY_PROVIDER_MISSING'],
  [/REST API doesn.t contain any methods|no routes exist in this API/i, 'DEPLOY_NO_METHODS'],
  [
    /Unsupported security definition type|Unable to create authorizer from security definition/i,
    'DEPLOY_SECURITY_SCHEME',
  ],
  [/Issuer must have a valid discovery endpoint/i, 'DEPLOY_ISSUER_INVALID'],
  [
    /Please provide (?:either )?an authorizer name|functionArn\.split is not a function/i,
    'SERVERLESS_AUTHORIZER',
  ],
  [
    /putMethodInput\.authorizationType|Invalid authorizer ID|requires a valid (?:JWT )?authorizer|Authorizer (?:id )?(?:not found|is required)/i,
    'DEPLOY_AUTHORIZER_MISSING',
  ],
)

const OAUTH_CODES: Readonly<Record<string, AnswerCode>> = {
  invalid_scope: 'OAUTH_INVALID_SCOPE',
  invalid_grant: 'OAUTH_INVALID_GRANT',
  invalid_client: 'OAUTH_INVALID_CLIENT',
  invalid_client_secret: 'OAUTH_INVALID_CLIENT',
  unauthorized_client: 'OAUTH_UNAUTHORIZED_CLIENT',
  unsupported_grant_type: 'OAUTH_INVALID_REQUEST',
  unsupported_response_type: 'OAUTH_INVALID_REQUEST',
  invalid_request: 'OAUTH_INVALID_REQUEST',
  redirect_mismatch: 'OAUTH_REDIRECT_MISMATCH',
}

const oauth: Rule = ({ oauthError, text }) => {
  if (oauthError === undefined) return undefined
  const named = text.replaceAll('+', ' ').replaceAll('%20', ' ')
  if (oauthError === 'invalid_request' && /redirect[_ ]?ur[il]/i.test(named))
    return ['OAUTH_REDIRECT_MISMATCH']
  const code = OAUTH_CODES[oauthError]
  return code && [code]
}

/** The page of Cognito that names the error in its address only. */
const signInPage = byText([
  /An error was encountered with the requested page/i,
  'OAUTH_REDIRECT_MISMATCH',
  'OAUTH_INVALID_REQUEST',
])

const browser = byText(
  [/preflight/i, 'CORS_PREFLIGHT'],
  [
    /'?Access-Control-Allow-Origin'? header|CORS header .{0,3}Access-Control-Allow-Origin|not allowed by Access-Control-Allow-Origin|blocked by CORS|CORS policy|net::ERR_FAILED [1-5]\d\d/i,
    'CORS_NO_HEADER',
  ],
  [
    /Failed to fetch|NetworkError when attempting|\bLoad failed\b|Network request failed|\bNetwork Error\b|ERR_NETWORK|net::ERR_|CORS request did not succeed|fetch failed|XMLHttpRequest error|network error has occurred|Could not connect to the server|\bE(?:CONNREFUSED|NOTFOUND|AI_AGAIN)\b/i,
    'NETWORK_HIDDEN',
  ],
)

/** Messages that a REST API and an HTTP API share. */
const shared: Rule = ({ message, api, status }) => {
  if (message === undefined) return undefined
  if (message === null) return status === 500 ? ['AUTHORIZER_CONFIGURATION'] : undefined
  const either = (rest: AnswerCode, http: AnswerCode): readonly AnswerCode[] =>
    api === 'rest' ? [rest] : api === 'http' ? [http] : [rest, http]
  switch (message.toLowerCase()) {
    case 'unauthorized':
      return status === undefined || status === 401
        ? either('REST_UNAUTHORIZED', 'HTTP_UNAUTHORIZED')
        : undefined
    case 'forbidden':
      return status === undefined || status === 403 ? either('FORBIDDEN', 'HTTP_FORBIDDEN') : undefined
    case 'not found':
      return api === 'rest' ? undefined : ['NOT_FOUND']
    case 'internal server error':
      return [status === 504 ? 'TIMEOUT' : 'INTEGRATION_FAILURE']
    case 'service unavailable':
      return ['UNAVAILABLE']
    default:
      return undefined
  }
}

/** A line of a client library or an access log that contains only the status; a body of unknown origin is not interpreted. */
const statusAlone: Rule = ({ status, text }) => {
  const isLog = /"(?:routeKey|resourcePath|requestId|authorizerError)"\s*:/.test(text)
  if (/[{<]/.test(text) && !isLog) return undefined
  if (status === 401) return ['STATUS_401']
  return status === 403 ? ['STATUS_403'] : undefined
}

/** In order of certainty: the first rule that finds its evidence decides. */
const RULES: readonly Rule[] = [
  challenges,
  challengeError,
  messages,
  errorType,
  logs,
  deployments,
  cognito,
  oauth,
  signInPage,
  browser,
  shared,
  statusAlone,
]

/** Returns the meanings of a response, most likely first; empty if it is not recognized or was a success. */
export function meaningsOf(response: ReceivedResponse): readonly Meaning[] {
  const { status, text } = response
  if (status !== undefined && status >= 200 && status < 300) return []
  const balancer = loadBalancerPage(response)
  if (balancer) return [{ code: balancer, from: 'load-balancer' }]
  if (/<center>(?:nginx|openresty|apache)|server: (?:nginx|apache|cloudflare)/i.test(text)) return []
  for (const rule of RULES) {
    const codes = rule(response)
    if (codes?.length) return codes.map(code => ({ code }))
  }
  return []
}

/** The page that an Application Load Balancer writes itself. */
function loadBalancerPage({ text }: ReceivedResponse): AnswerCode | undefined {
  const title = /<h1>(50[234]) /i.exec(text)?.[1]
  if (title === undefined) return undefined
  const isOther = /<hr>|nginx|cloudfront/i.test(text) && !/awselb/i.test(text)
  if (isOther) return undefined
  return title === '504' ? 'TIMEOUT' : title === '503' ? 'UNAVAILABLE' : 'INTEGRATION_FAILURE'
}
