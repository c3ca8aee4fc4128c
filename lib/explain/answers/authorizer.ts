import { apiGatewayGuide } from '../../aws/docs'
import type { AnswerTable } from '../answer'

const COGNITO_AUTHORIZER = apiGatewayGuide('apigateway-enable-cognito-user-pool')
const JWT_AUTHORIZER = apiGatewayGuide('http-api-jwt-authorizer')
const JWT_TROUBLE = apiGatewayGuide('http-api-troubleshooting-jwt')

/** Responses of an authorizer. */
export const authorizerAnswers = {
  REST_UNAUTHORIZED: {
    from: 'gateway-authorizer',
    title: 'The Cognito authorizer of a REST API rejected the token',
    causes: [
      'The method has scopes and the token has none of them, or it is an ID token.',
      'The method has no scopes and the token is an access token: API Gateway then expects an ID token.',
      'The token comes from another user pool or Region.',
      'The Authorization header is missing, or has quotes or extra spaces in it.',
      'The signature does not match: the token was changed or cut off.',
      'The API was not deployed again after a change. Results are cached for up to five minutes.',
    ],
    fix: 'Paste the token: the checks of the endpoint show which cause it is. After a change, deploy the API again.',
    source: 'https://repost.aws/knowledge-center/api-gateway-cognito-401-unauthorized',
    wording: 'cited',
  },
  REST_TOKEN_EXPIRED: {
    from: 'gateway-authorizer',
    title: 'The token has expired (REST API)',
    causes: ['The exp claim of the token is in the past.'],
    fix: 'Get a new token: use grant_type=refresh_token at /oauth2/token, or sign in again.',
    source: COGNITO_AUTHORIZER,
    wording: 'cited',
  },
  HTTP_UNAUTHORIZED: {
    from: 'gateway-authorizer',
    title: 'The JWT authorizer of an HTTP API rejected the request',
    causes: [
      'There is no token: the Authorization header is missing or empty.',
      "The token's client ID (or its aud claim) is not in the audience of the authorizer.",
      "The token's iss differs from the Issuer of the authorizer.",
      'The token has expired.',
    ],
    fix: 'Look at the www-authenticate header of the response, which names the reason, or paste the token here.',
    source: JWT_TROUBLE,
    wording: 'cited',
  },
  HTTP_INVALID_TOKEN: {
    from: 'gateway-authorizer',
    title: 'The JWT authorizer of an HTTP API rejected the token',
    causes: [
      "The token's iss differs from the Issuer of the authorizer.",
      'The token has expired (exp), or is not valid yet (nbf, iat).',
      'The signature does not match the keys of the issuer.',
      "The token's aud, or its client_id if it has no aud, is not in the audience of the authorizer.",
    ],
    fix: 'Read the error_description of the www-authenticate header, or paste the token to check each of them.',
    source: JWT_TROUBLE,
    wording: 'general',
  },
  HTTP_TOKEN_MALFORMED: {
    from: 'gateway-authorizer',
    title: 'What was sent is not a JWT (HTTP API)',
    causes: [
      'The value after Bearer does not have three parts: it is a placeholder, an opaque token or a refresh token, or the token was cut off.',
    ],
    fix: 'Log the Authorization header that is really sent, and send the access token: a JWT of three parts.',
    source: JWT_AUTHORIZER,
    wording: 'cited',
  },
  HTTP_TOKEN_EXPIRED: {
    from: 'gateway-authorizer',
    title: 'The token has expired (HTTP API)',
    causes: ['The exp claim of the token is in the past.'],
    fix: 'Get a new token: use grant_type=refresh_token at /oauth2/token, or sign in again.',
    source: JWT_AUTHORIZER,
    wording: 'cited',
  },
  HTTP_AUDIENCE: {
    from: 'gateway-authorizer',
    title: 'The token is for another audience (HTTP API)',
    causes: [
      "The token's client_id is not in the audience of the authorizer.",
      'The token was requested with resource=, so it has an aud claim, and API Gateway compares aud instead of client_id.',
    ],
    fix: 'Add the client ID, or the URL of the resource, to the audience of the JWT authorizer.',
    source: JWT_TROUBLE,
    wording: 'cited',
  },
  HTTP_INSUFFICIENT_SCOPE: {
    from: 'gateway-authorizer',
    title: 'The token has none of the scopes of the route (HTTP API)',
    causes: [
      'The scope was not requested, or the client may not request it.',
      'The token is an ID token, which has no scopes.',
      'The token comes from an SDK sign-in, which never includes custom scopes.',
    ],
    fix: 'Compare the scope claim of the token with the scopes of the route, character by character, and request the missing scope.',
    source: JWT_TROUBLE,
    wording: 'cited',
  },
  HTTP_ISSUER_UNREACHABLE: {
    from: 'gateway-authorizer',
    title: 'API Gateway could not read the keys of the issuer (HTTP API)',
    causes: [
      'The discovery document or the JWKS of the issuer did not respond within 1,500 ms. This happens at random with good tokens.',
      'The Issuer of the authorizer is wrong, so there is nothing at its address.',
    ],
    fix: 'The token is not the problem. Retry the request; if it never succeeds, correct the Issuer of the authorizer.',
    source: JWT_AUTHORIZER,
    wording: 'cited',
  },
  LAMBDA_AUTHORIZER_DENY: {
    from: 'gateway-authorizer',
    title: 'A Lambda authorizer denied the request',
    causes: [
      'The authorizer function returned a policy that denies the request.',
      'The returned policy allows another resource ARN, and the result was cached for this one.',
    ],
    fix: 'Look at the log of the authorizer function and the policy that it returns. A Cognito authorizer never responds like this.',
    source: 'https://repost.aws/knowledge-center/api-gateway-403-error-lambda-authorizer',
    wording: 'cited',
  },
  AUTHORIZER_CONFIGURATION: {
    from: 'gateway-authorizer',
    title: 'The authorizer itself is misconfigured',
    causes: [
      'The user pool of the authorizer was deleted, or its ARN is wrong.',
      'API Gateway may not invoke the authorizer function.',
    ],
    fix: 'Correct the user pool ARN of the authorizer (or the permission of its function), and deploy the API again.',
    source: apiGatewayGuide('supported-gateway-response-types'),
    wording: 'cited',
  },
} as const satisfies AnswerTable<
  | 'REST_UNAUTHORIZED'
  | 'REST_TOKEN_EXPIRED'
  | 'HTTP_UNAUTHORIZED'
  | 'HTTP_INVALID_TOKEN'
  | 'HTTP_TOKEN_MALFORMED'
  | 'HTTP_TOKEN_EXPIRED'
  | 'HTTP_AUDIENCE'
  | 'HTTP_INSUFFICIENT_SCOPE'
  | 'HTTP_ISSUER_UNREACHABLE'
  | 'LAMBDA_AUTHORIZER_DENY'
  | 'AUTHORIZER_CONFIGURATION'
>
