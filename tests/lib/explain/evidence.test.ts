import { describe, expect, it } from 'vitest'
import { explain } from '@/lib/explain/explain'

const codes = (text: string) => explain(text).answers.map(({ code, from }) => `${code} ${from}`)
const typed = (status: number, type: string, body = '{}') =>
  `HTTP/1.1 ${status}\nx-amzn-errortype: ${type}\n\n${body}`
const page = (title: string, foot = '') => `<html><center><h1>${title}</h1></center>${foot}</html>`

describe('one kind of evidence each', () => {
  it.each([
    ['a challenge', 'www-authenticate: Bearer error="invalid_token"', 'HTTP_INVALID_TOKEN'],
    ['a challenge without quotes', 'www-authenticate: Bearer error=invalid_token', 'HTTP_INVALID_TOKEN'],
    ['too few scopes', 'www-authenticate: Bearer error="insufficient_scope"', 'HTTP_INSUFFICIENT_SCOPE'],
    ['scopes that are expected', 'expected scopes: [orders/read]', 'HTTP_INSUFFICIENT_SCOPE'],
    ['too large', typed(413, 'RequestTooLargeException'), 'TOO_LARGE'],
    ['too long', typed(414, 'RequestTooLongException'), 'TOO_LARGE'],
    ['throttling', typed(429, 'TooManyRequestsException'), 'THROTTLED'],
    ['a limit', typed(429, 'LimitExceededException'), 'THROTTLED'],
    ['unavailable', typed(503, 'ServiceUnavailableException'), 'UNAVAILABLE'],
    ['a server error', typed(500, 'InternalServerErrorException'), 'INTEGRATION_FAILURE'],
    ['a bad gateway', typed(502, 'BadGatewayException'), 'INTEGRATION_FAILURE'],
    ['a server error after a while', typed(504, 'InternalServerErrorException'), 'TIMEOUT'],
    ['a timeout', typed(504, 'IntegrationTimeoutException'), 'TIMEOUT'],
    ['an authorizer', typed(500, 'AuthorizerConfigurationException'), 'AUTHORIZER_CONFIGURATION'],
    ['an authorizer that fails', typed(500, 'AuthorizerFailureException'), 'AUTHORIZER_CONFIGURATION'],
    ['a client token', typed(403, 'UnrecognizedClientException'), 'SIGV4_EXPECTED'],
    ['a message of 504', '504 {"message":"Internal server error"}', 'TIMEOUT'],
    ['a message of 500', '500 {"message":"Internal server error"}', 'INTEGRATION_FAILURE'],
    ['a message of 503', '503 {"message":"Service Unavailable"}', 'UNAVAILABLE'],
    ['a message of null', 'HTTP/1.1 500\n\n{"message":null}', 'AUTHORIZER_CONFIGURATION'],
    ['a route that is not there', '404 {"message":"Not Found"}', 'NOT_FOUND'],
    ['only 401', '401', 'STATUS_401'],
    ['401 in a sentence', 'Now I get a 401 UnauthorizedException', 'STATUS_401'],
    ['the value of a challenge', 'Bearer scope="" error="invalid_token"', 'HTTP_INVALID_TOKEN'],
    [
      'flows that exclude each other',
      'client_credentials flow can not be selected along with code flow or implicit flow.',
      'DEPLOY_OAUTH_FLOWS',
    ],
    [
      'a flow without a secret',
      'InvalidOAuthFlowException: client_credentials flow can not be selected if client does not have a client secret.',
      'DEPLOY_OAUTH_FLOWS',
    ],
    [
      'no flows',
      'AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
      'DEPLOY_OAUTH_FLOWS',
    ],
    [
      'no identity provider',
      'The provider Google does not exist for User Pool eu-west-1_a.',
      'DEPLOY_PROVIDER_MISSING',
    ],
    ['a reserved word', 'Domain cannot contain reserved word: cognito', 'DEPLOY_DOMAIN_WORD'],
    ['no methods', "The REST API doesn't contain any methods", 'DEPLOY_NO_METHODS'],
    ['no routes', 'Unable to deploy API because no routes exist in this API', 'DEPLOY_NO_METHODS'],
    [
      'a scheme that is ignored',
      "Unsupported security definition type 'oauth2' for 'a'. Ignoring.",
      'DEPLOY_SECURITY_SCHEME',
    ],
    [
      'a scheme without its extension',
      "Unable to create authorizer from security definition: 'a'. Extension x-amazon-apigateway-authorizer is required.",
      'DEPLOY_SECURITY_SCHEME',
    ],
    [
      'an issuer without discovery',
      "Invalid issuer: https://a.example/. Issuer must have a valid discovery endpoint ended with '/.well-known/openid-configuration'",
      'DEPLOY_ISSUER_INVALID',
    ],
    [
      'a method without a type',
      "Value null at 'putMethodInput.authorizationType' failed to satisfy constraint",
      'DEPLOY_AUTHORIZER_MISSING',
    ],
    [
      'an authorizer without a name',
      'Please provide either an authorizer name or ARN',
      'SERVERLESS_AUTHORIZER',
    ],
    ['an ARN that is no text', 'TypeError: functionArn.split is not a function', 'SERVERLESS_AUTHORIZER'],
    ['a client that is gone', 'User pool client a1b2 does not exist.', 'OAUTH_INVALID_CLIENT'],
    ['only 403', '403', 'STATUS_403'],
    ['the log of a status', '{"routeKey":"GET /","status":"401"}', 'STATUS_401'],
  ])('%s', (_, text, code) => {
    expect(codes(text).map(answer => answer.split(' ')[0])).toEqual([code])
  })

  it.each([
    'Unauthorized',
    'MissingAuthenticationToken',
    'UnrecognizedClient',
    'InvalidClientTokenId',
    'ExpiredToken',
    'InvalidToken',
    'InvalidAccessKeyId',
    'AccessDenied',
    'Forbidden',
    'TooManyRequests',
    'LimitExceeded',
    'Throttling',
    'ServiceUnavailable',
    'InternalServerError',
    'InternalFailure',
    'BadGateway',
  ])('%s is an error only as the whole word', type => {
    expect(codes(typed(400, `${type}Exception`))).not.toEqual([])
    expect(codes(typed(400, `Other${type}Exception`))).toEqual([])
    expect(codes(typed(400, `${type}OtherException`))).toEqual([])
  })

  it.each([
    [
      'Client is not enabled for OAuth2.0 flows.',
      ['OAUTH_UNAUTHORIZED_CLIENT cognito', 'OAUTH_REDIRECT_MISMATCH cognito'],
    ],
    [
      'https://a.example/?error=invalid_request&error_description=Client+is+not+enabled+for+OAuth2.0+flows.',
      ['OAUTH_UNAUTHORIZED_CLIENT cognito', 'OAUTH_REDIRECT_MISMATCH cognito'],
    ],
    [
      'An error was encountered with the requested page.',
      ['OAUTH_REDIRECT_MISMATCH cognito', 'OAUTH_INVALID_REQUEST cognito'],
    ],
    [
      'https://a.example/error?error=invalid_scope An error was encountered with the requested page.',
      ['OAUTH_INVALID_SCOPE cognito'],
    ],
    [
      'UnauthorizedException',
      ['REST_UNAUTHORIZED gateway-authorizer', 'HTTP_UNAUTHORIZED gateway-authorizer'],
    ],
    ['AppSync: UnauthorizedException', []],
    ["The class Notes doesn't contain any methods", []],
  ])('%s', (text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  it.each([
    ['invalid_scope', 'OAUTH_INVALID_SCOPE'],
    ['invalid_grant', 'OAUTH_INVALID_GRANT'],
    ['invalid_client', 'OAUTH_INVALID_CLIENT'],
    ['invalid_client_secret', 'OAUTH_INVALID_CLIENT'],
    ['unauthorized_client', 'OAUTH_UNAUTHORIZED_CLIENT'],
    ['unsupported_grant_type', 'OAUTH_INVALID_REQUEST'],
    ['unsupported_response_type', 'OAUTH_INVALID_REQUEST'],
    ['invalid_request', 'OAUTH_INVALID_REQUEST'],
    ['redirect_mismatch', 'OAUTH_REDIRECT_MISMATCH'],
  ])('the error %s', (error, code) => {
    expect(codes(`{"error":"${error}"}`)).toEqual([`${code} cognito`])
  })

  it.each(['redirect_uri+is+wrong', 'redirect%20url', 'redirect uri'])('%s in an invalid request', text => {
    expect(codes(`{"error":"invalid_request","error_description":"${text}"}`)).toEqual([
      'OAUTH_REDIRECT_MISMATCH cognito',
    ])
  })

  it.each([
    ['502 Bad Gateway', '', ['INTEGRATION_FAILURE load-balancer']],
    ['503 Service Temporarily Unavailable', '', ['UNAVAILABLE load-balancer']],
    ['504 Gateway Time-out', '', ['TIMEOUT load-balancer']],
    ['504 Gateway Time-out', '<hr>awselb/2.0', ['TIMEOUT load-balancer']],
    ['503 Service Unavailable', '<hr><center>nginx</center>', []],
    ['502 Bad Gateway', 'cloudfront', []],
  ])('the page %s %s', (title, foot, expected) => {
    expect(codes(page(title, foot))).toEqual(expected)
  })
})

describe('what explains nothing', () => {
  it.each([
    ['a success', 'HTTP/1.1 200\n\n{"message":"Unauthorized"}'],
    ['another success', 'HTTP/1.1 299\n\n{"message":"Unauthorized"}'],
    ['another status than that of the message', 'HTTP/1.1 404\n\n{"message":"Unauthorized"}'],
    ['another status than 403', 'HTTP/1.1 404\n\n{"message":"Forbidden"}'],
    ['a message of null without a failure', 'HTTP/1.1 400\n\n{"message":null}'],
    ['a server that is no part of AWS', 'HTTP/1.1 403\nserver: nginx\n'],
    ['a page of a web server', `403 ${page('403 Forbidden', '<hr><center>openresty</center>')}`],
    ['a body with a status alone', '401 {"code": 7}'],
    ['a page with a status alone', '403 <html></html>'],
  ])('%s', (_, text) => {
    expect(codes(text)).toEqual([])
  })

  it('a redirect is not a success', () => {
    expect(codes('HTTP/1.1 300\n\nLogin pages unavailable')).toEqual(['LOGIN_PAGES_UNAVAILABLE cognito'])
  })
})
