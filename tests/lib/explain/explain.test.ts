import { describe, expect, it } from 'vitest'
import type { Answer } from '@/lib/explain/answer'
import { authorizerAnswers } from '@/lib/explain/answers/authorizer'
import { clientAnswers } from '@/lib/explain/answers/client'
import { cognitoAnswers } from '@/lib/explain/answers/cognito'
import { deploymentAnswers } from '@/lib/explain/answers/deployment'
import { gatewayAnswers } from '@/lib/explain/answers/gateway'
import { userPoolAnswers } from '@/lib/explain/answers/user-pool'
import { type ExplainOptions, explain } from '@/lib/explain/explain'
import { readResponse } from '@/lib/explain/read-response'

const codes = (text: string, options?: ExplainOptions) =>
  explain(text, options).answers.map(({ code, from }) => `${code} ${from}`)

const REST = '{"message":"Unauthorized"}'
const CURL_V = `* Connected to abc.execute-api.us-east-1.amazonaws.com
> GET /dev/orders HTTP/2
> authorization: Bearer eyJ
>
< HTTP/2 403
< x-amzn-errortype: MissingAuthenticationTokenException
<
{ [42 bytes data]
{"message":"Missing Authentication Token"}`
const har = (status: number, text: string, headers: object[] = []) =>
  JSON.stringify({
    log: {
      entries: [
        { request: {}, response: { status: 200, headers: [], content: { text: '{"access_token":"x"}' } } },
        { request: {}, response: { status, headers, content: { text } } },
      ],
    },
  })

it('reads the first response of a HAR file that failed, as curl -i writes it', () => {
  const failed = {
    status: 0,
    headers: [{ name: 'server', value: 'x' }],
    content: {},
    _error: 'net::ERR_FAILED',
  }
  const entries = [{ response: { status: 399 } }, 7, { response: 7 }, { response: failed }]
  const later = { response: { status: 400, content: { text: '{"message":"Forbidden"}' } } }
  expect(readResponse(JSON.stringify({ log: { entries: [...entries, later] } })).text).toBe(
    'HTTP/1.1 0\nserver: x\n\n\nnet::ERR_FAILED',
  )
  expect(readResponse(JSON.stringify({ log: { entries: [later] } }))).toEqual({
    text: 'HTTP/1.1 400\n\n{"message":"Forbidden"}\n',
    status: 400,
    message: 'Forbidden',
  })
  expect(readResponse(`${' '.repeat(5000)}${har(401, REST)}`).text).toBe(`HTTP/1.1 401\n\n${REST}\n`)
})

it('a response that quotes another one keeps all its lines', () => {
  const text = 'HTTP/1.1 403\n\n{ "trace": "< HTTP/1.1",\n"message": "Forbidden" }'
  expect(readResponse(text).text).toBe(text)
})

it.each([
  ['{"message":""}', ''],
  ['{"message":null}', null],
  ['{"Message" : "a \\"b\\" c"}', 'a \\"b\\" c'],
  ['{"error":"a"}', undefined],
])('the message of %s', (body, message) => {
  expect(readResponse(`HTTP/1.1 403\n\n${body}`).message).toBe(message)
  expect(readResponse(body).message).toBe(message)
})

it.each(['Forbidden', ' "Unauthorized"\n'])('a text that is only a message: %j', text => {
  expect(readResponse(text).message).toBe(text.replace(/\W/g, ''))
})

describe('explain', () => {
  it.each<[string, string, ExplainOptions, readonly string[]]>([
    [
      'a path that does not exist',
      '403 {"message":"Missing Authentication Token"}',
      {},
      ['MISSING_AUTHENTICATION_TOKEN gateway'],
    ],
    [
      'the old text about signatures',
      `{"message":"'eyJ' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer eyJ'."}`,
      {},
      ['SIGV4_EXPECTED gateway'],
    ],
    ['signature types', 'x-amzn-ErrorType: InvalidSignatureException', {}, ['SIGV4_EXPECTED gateway']],
    [
      'AccessDeniedException alone',
      'HTTP/1.1 403\nx-amzn-errortype: AccessDeniedException\n',
      {},
      ['RESOURCE_POLICY gateway', 'LAMBDA_AUTHORIZER_DENY gateway-authorizer'],
    ],
    [
      'AccessDeniedException with its message',
      'x-amzn-errortype: AccessDeniedException\n\n{"Message":"User is not authorized to access this resource"}',
      {},
      ['LAMBDA_AUTHORIZER_DENY gateway-authorizer'],
    ],
    ['Unauthorized of a REST API', REST, { api: 'rest' }, ['REST_UNAUTHORIZED gateway-authorizer']],
    ['Unauthorized of an HTTP API', REST, { api: 'http' }, ['HTTP_UNAUTHORIZED gateway-authorizer']],
    [
      'Unauthorized of either',
      REST,
      {},
      ['REST_UNAUTHORIZED gateway-authorizer', 'HTTP_UNAUTHORIZED gateway-authorizer'],
    ],
    ['Forbidden of either', '{"message":"Forbidden"}', {}, ['FORBIDDEN gateway', 'HTTP_FORBIDDEN gateway']],
    ['a bare word', 'Unauthorized', { api: 'http' }, ['HTTP_UNAUTHORIZED gateway-authorizer']],
    [
      'an HTTP API by its header',
      `HTTP/2 401\napigw-requestid: x\n\n${REST}`,
      {},
      ['HTTP_UNAUTHORIZED gateway-authorizer'],
    ],
    [
      'an HTTP API, expired',
      'www-authenticate: Bearer scope="a/b" error="invalid_token" error_description="the token has expired"',
      {},
      ['HTTP_TOKEN_EXPIRED gateway-authorizer'],
    ],
    [
      'an HTTP API, audience',
      `error_description="the token does not have a valid audience"\n${REST}`,
      {},
      ['HTTP_AUDIENCE gateway-authorizer'],
    ],
    ['curl -v', CURL_V, {}, ['MISSING_AUTHENTICATION_TOKEN gateway']],
    [
      'a HAR file',
      har(401, REST),
      {},
      ['REST_UNAUTHORIZED gateway-authorizer', 'HTTP_UNAUTHORIZED gateway-authorizer'],
    ],
    [
      'a HAR file with an error type',
      har(401, REST, [{ name: 'x-amzn-errortype', value: 'UnauthorizedException' }]),
      {},
      ['REST_UNAUTHORIZED gateway-authorizer'],
    ],
    [
      'an access log with a response type',
      '{"requestId":"x","status":"403","responseType":"WAF_FILTERED"}',
      {},
      ['WAF gateway'],
    ],
    [
      'an access log',
      '{"requestId":"x","routeKey":"GET /orders","status":"401"}',
      {},
      ['STATUS_401 client-code'],
    ],
    [
      'an access log in Apache format',
      '1.2.3.4 - - [25/Nov/2026:10:00:00 +0000] "GET /dev/x HTTP/1.1" 403 42 x',
      {},
      ['STATUS_403 client-code'],
    ],
    [
      'Python',
      '401 Client Error: Unauthorized for url: https://x.example/dev',
      {},
      ['STATUS_401 client-code'],
    ],
    [
      '.NET',
      'Response status code does not indicate success: 403 (Forbidden).',
      {},
      ['STATUS_403 client-code'],
    ],
    [
      'a preflight request',
      "Access to fetch at 'https://x' from origin 'http://localhost:3000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check",
      {},
      ['CORS_PREFLIGHT browser'],
    ],
    [
      'Firefox',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 401.',
      {},
      ['CORS_NO_HEADER browser'],
    ],
    ['Axios', 'AxiosError: Network Error', {}, ['NETWORK_HIDDEN browser']],
    [
      'an OAuth error in a URL',
      'https://app.example.com/cb#error=invalid_scope',
      {},
      ['OAUTH_INVALID_SCOPE cognito'],
    ],
    [
      'a redirect with status 302',
      'HTTP/2 302\nlocation: https://app.example.com/cb?error=unauthorized_client',
      {},
      ['OAUTH_UNAUTHORIZED_CLIENT cognito'],
    ],
    [
      'an invalid scope as the description',
      'https://app.example.com/cb?error=invalid_request&error_description=invalid_scope',
      {},
      ['OAUTH_INVALID_SCOPE cognito'],
    ],
    ['a flow that is off', 'USER_SRP_AUTH is not enabled for the client.', {}, ['COGNITO_AUTH_FLOW cognito']],
    ['an API key', '{"message":"Invalid API Key"}', {}, ['API_KEY gateway']],
    ['a library error', 'Error: redirect_mismatch', {}, ['OAUTH_REDIRECT_MISMATCH cognito']],
    [
      'the AWS CLI',
      'An error occurred (NotAuthorizedException) when calling the InitiateAuth operation: Unable to verify secret hash for client 1example',
      {},
      ['COGNITO_SECRET_HASH cognito'],
    ],
    [
      'a domain prefix that is taken',
      'Domain already associated with another user pool.',
      {},
      ['DEPLOY_DOMAIN_TAKEN cognito'],
    ],
    [
      'a machine client with openid',
      'InvalidOAuthFlowException: openid is not supported with client_credentials flow',
      {},
      ['DEPLOY_OIDC_SCOPE cognito'],
    ],
    ['a timeout', '{"message": "Endpoint request timed out"}', {}, ['TIMEOUT gateway']],
    [
      'the page of a load balancer',
      '<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n<center><h1>502 Bad Gateway</h1></center>\n</body>\n</html>',
      {},
      ['INTEGRATION_FAILURE load-balancer'],
    ],
    ['a HAR file of nothing', '{"log": 7}', {}, []],
    ['a HAR file without entries', '{"log": {}}', {}, []],
    ['a HAR file with other entries', '{"log": {"entries": {"0": {}}}}', {}, []],
    ['a failure of another function', 'Error: request failed with error 7', {}, []],
    [
      'a Lambda authorizer, which names the same policy',
      '{"Message":"User is not authorized to access this resource because no identity-based policy allows the execute-api:Invoke action"}',
      {},
      ['LAMBDA_AUTHORIZER_DENY gateway-authorizer'],
    ],
    [
      'a custom challenge that failed',
      'DefineAuthChallenge failed with error RequestId: 9fdb5cfa Error: Runtime exited',
      {},
      ['COGNITO_TRIGGER cognito'],
    ],
    ['an unknown status', 'teapot', { status: 418 }, []],
    ['a success', REST, { status: 200 }, []],
    ['nothing', '', {}, []],
    [
      'an nginx page',
      '<html><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></html>',
      {},
      [],
    ],
    ["a function's own 403", 'HTTP/2 403\n\n{"error":"not your order"}', {}, []],
  ])('%s', (_name, text, options, expected) => {
    expect(codes(text, options)).toEqual(expected)
  })

  it.each([
    ['HTTP/2 403 \nx-amzn-errortype: ForbiddenException', 403],
    ['HTTP/1.1 100 Continue\n\nHTTP/1.1 401 Unauthorized', 401],
    ['{"status": 401}', 401],
    ['403 Forbidden', 403],
    ['the server responded with a status of 401 ()', 401],
    ['{"message":"Forbidden"}', null],
    ['order 404 was shipped', null],
  ])('reads the status of %j', (text, status) => {
    expect(explain(text).status).toBe(status)
  })

  it.each([
    ['UnrecognizedClientException', 'x-amzn-errortype: UnrecognizedClientException', true],
    [
      'a token that is not valid',
      '{"message":"The security token included in the request is invalid."}',
      true,
    ],
    [
      'a bearer token',
      '{"message":"Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): \'x=\'."}',
      false,
    ],
  ])('says of %s whether the request was signed', (_name, text, signed) => {
    const [answer] = explain(text).answers
    expect(answer?.code).toBe('SIGV4_EXPECTED')
    expect(answer?.fix.includes('x-amz-security-token') || answer?.fix.includes('session token')).toBe(signed)
    expect(answer?.causes.join(' ').includes('no such path or method')).toBe(!signed)
  })

  it('names the scopes that the response lists', () => {
    const [answer] = explain('www-authenticate: Bearer scope="a/r a/w" error="insufficient_scope"').answers
    expect(answer?.causes[0]).toBe('The route requires one of: a/r a/w.')
  })

  it('gives every answer a title, causes and a fix', () => {
    const { answers } = explain(REST)
    for (const { title, causes, fix } of answers) {
      expect(title).not.toBe('')
      expect(causes.length).toBeGreaterThan(0)
      expect(fix).not.toBe('')
    }
  })
})

it.each([
  'REQUEST_TOO_LARGE',
  '413 Request Entity Too Large',
  'Payload Too Large',
  'HTTP header is larger than 10240 bytes.',
])('%s is too large', text => {
  expect(codes(text)).toContain('TOO_LARGE gateway')
})

it('every answer cites a page', () => {
  const tables = [
    authorizerAnswers,
    clientAnswers,
    cognitoAnswers,
    deploymentAnswers,
    gatewayAnswers,
    userPoolAnswers,
  ]
  for (const { source, causes, fix } of tables.flatMap(table => Object.values<Omit<Answer, 'code'>>(table))) {
    if (source) expect(source).toMatch(/^https:\/\/\S+\/[A-Za-z0-9][\w.-]*(?:#\S+)?$/)
    expect([...causes, fix].filter(text => !/^(?:[A-Z`"/]|[a-z]+_).*\.$/.test(text))).toEqual([])
  }
})
