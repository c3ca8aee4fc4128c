import { apiGatewayGuide } from '../../aws/docs'
import type { AnswerTable } from '../answer'

const RESPONSES = apiGatewayGuide('supported-gateway-response-types')
const REST_POLICY = apiGatewayGuide('apigateway-resource-policies')

/** Responses of API Gateway before or after the authorizer. */
export const gatewayAnswers = {
  HTTP_FORBIDDEN: {
    from: 'gateway',
    title: 'Forbidden by an HTTP API',
    causes: [
      'The token has none of the scopes of the route. The www-authenticate header then says insufficient_scope.',
      'The route uses IAM authorization, so it requires a signed request and no token.',
      'A Lambda authorizer denied the request.',
      'The path is not in the API mapping of the custom domain.',
    ],
    fix: 'Look at the www-authenticate header. If it says insufficient_scope, request the scopes that it lists; otherwise look at the authorization of the route.',
    source: apiGatewayGuide('http-api-troubleshooting-jwt'),
    wording: 'cited',
  },
  SIGV4_EXPECTED: {
    from: 'gateway',
    title: 'API Gateway read the Authorization header as an AWS signature (SigV4)',
    causes: [
      'The stage has no such path or method, or the change was not deployed: no Cognito authorizer was involved.',
      'The method uses IAM authorization (AWS_IAM), which requires a signed request and accepts no token.',
      'The custom domain is mapped to another API or stage.',
      'The API is private, and the policy of its VPC endpoint requires signed requests.',
    ],
    fix: 'Check the URL (stage, path, method) and the mapping of the custom domain, set the authorization of the method to COGNITO_USER_POOLS or JWT, and deploy the API again.',
    source: RESPONSES,
    wording: 'cited',
  },
  MISSING_AUTHENTICATION_TOKEN: {
    from: 'gateway',
    title: 'No such method or path on this stage',
    causes: [
      'The path, the method or the stage in the URL is wrong, or the API was not deployed again. API Gateway responds like this whatever token is sent.',
      'The method uses IAM authorization (AWS_IAM), and the request is not signed.',
    ],
    fix: 'Check the URL (stage, path, method), and deploy the API again. The token is not the problem.',
    source: RESPONSES,
    wording: 'cited',
  },
  FORBIDDEN: {
    from: 'gateway',
    title: 'Forbidden by a REST API: not by its Cognito authorizer',
    causes: [
      'The method requires an API key, and the x-api-key header is missing or has the wrong key.',
      'AWS WAF blocked the request.',
      'The custom domain has no base path mapping for this path, or the host name is wrong.',
    ],
    fix: 'Look at the API key setting of the method, the rules of the web ACL, and the mapping of the custom domain.',
    source: RESPONSES,
    wording: 'cited',
  },
  RESOURCE_POLICY: {
    from: 'gateway',
    title: 'A resource policy denied the request',
    causes: [
      'The resource policy of the API does not allow this caller, network or VPC endpoint.',
      'The API is private and was called from outside its VPC endpoint.',
    ],
    fix: 'Correct the resource policy of the API and deploy the API again. The token is not the problem.',
    source: REST_POLICY,
    wording: 'general',
  },
  IAM_NOT_ALLOWED: {
    from: 'gateway',
    title: 'The caller of a signed request is not allowed to invoke the API',
    causes: [
      'No policy of the IAM user or role that signed the request allows execute-api:Invoke on this stage, method and path.',
      'The request was signed with another role than you expect: an identity pool uses its authenticated role unless it is told to choose the role of the token.',
    ],
    fix: 'Allow execute-api:Invoke on the resource that the response names for the user or role that it names. A Cognito token does not help at an endpoint with IAM authorization.',
    source: apiGatewayGuide('api-gateway-control-access-using-iam-policies-to-invoke-api'),
    wording: 'cited',
  },
  API_KEY: {
    from: 'gateway',
    title: 'The API key is missing or wrong',
    causes: [
      'The method requires an API key, and the x-api-key header is missing or its key has no usage plan for this stage.',
    ],
    fix: 'Send the x-api-key header, or switch off "API key required" on the method.',
    source: apiGatewayGuide('api-gateway-api-usage-plans'),
    wording: 'general',
  },
  WAF: {
    from: 'gateway',
    title: 'AWS WAF blocked the request',
    causes: ['A rule of the web ACL of the stage, or of the CloudFront distribution, matched the request.'],
    fix: 'Find the rule in the log of the web ACL. The token is not the problem.',
    source: RESPONSES,
    wording: 'general',
  },
  THROTTLED: {
    from: 'gateway',
    title: 'Too many requests',
    causes: [
      'The rate or burst limit of the stage, of the account or of a usage plan was reached.',
      'The quota of the usage plan is used up.',
    ],
    fix: 'The token is not the problem. Retry later, or raise the limit.',
    source: apiGatewayGuide('api-gateway-request-throttling'),
    wording: 'general',
  },
  INTEGRATION_FAILURE: {
    from: 'gateway',
    title: 'The request was allowed, but the integration failed',
    causes: [
      'The function threw an error, or returned a response in the wrong format.',
      'API Gateway may not invoke the function: its resource policy (AWS::Lambda::Permission) is missing or names another API.',
    ],
    fix: "Look at the function's log. If it has no entry for the request, add the permission for this API.",
    source: RESPONSES,
    wording: 'general',
  },
  TIMEOUT: {
    from: 'gateway',
    title: 'The integration did not respond in time',
    causes: [
      'The function or backend took longer than the timeout of the integration: 29 seconds (REST API) or 30 (HTTP API).',
    ],
    fix: "The token is not the problem. Make the function faster, and compare its timeout with the integration's.",
    source: RESPONSES,
    wording: 'general',
  },
  UNAVAILABLE: {
    from: 'gateway',
    title: 'The integration is not available',
    causes: [
      'The function or backend of an HTTP API timed out or could not be reached.',
      'The function has no concurrency left.',
    ],
    fix: 'The token is not the problem. Look at the duration, the errors and the throttles of the function.',
    wording: 'general',
  },
  TOO_LARGE: {
    from: 'gateway',
    title: 'The request is too large',
    causes: [
      'The body is larger than 10 MB.',
      'The headers together are larger than 10,240 bytes: a token with many groups or custom claims can reach that.',
    ],
    fix: 'Send less, or keep groups and attributes out of the token.',
    source: apiGatewayGuide('limits'),
    wording: 'general',
  },
  NOT_FOUND: {
    from: 'gateway',
    title: 'No such route (HTTP API)',
    causes: [
      'No route of the HTTP API matches the method and the path. Note that the $default stage has no name in the path.',
    ],
    fix: 'Check the path, and the stage name in it. The token is not the problem.',
    source: apiGatewayGuide('http-api-develop-routes'),
    wording: 'general',
  },
} as const satisfies AnswerTable<
  | 'HTTP_FORBIDDEN'
  | 'SIGV4_EXPECTED'
  | 'MISSING_AUTHENTICATION_TOKEN'
  | 'FORBIDDEN'
  | 'RESOURCE_POLICY'
  | 'IAM_NOT_ALLOWED'
  | 'API_KEY'
  | 'WAF'
  | 'THROTTLED'
  | 'INTEGRATION_FAILURE'
  | 'TIMEOUT'
  | 'UNAVAILABLE'
  | 'TOO_LARGE'
  | 'NOT_FOUND'
>
