import type { TextFault } from './texts'

const SEVERAL = 'rest-cors-several-origins'
const ONE = 'rest-cors-one-origin'
const HTTP = 'http-cors'
const SIGNED = 'iam-rest-cors'
const BOUND = 'iam-http-audiences'

type Change = (text: string) => string

const replace =
  (found: string | RegExp, by = ''): Change =>
  text =>
    text.replace(found, by)

const fault = (name: string, of: string, change: Change): TextFault => ({
  name,
  format: 'openapi',
  case: of,
  change,
})

/** Without a key and all that is below it, wherever it first is. */
const without = (key: string): Change => replace(new RegExp(`^( *)${key}:.*\\n(?:\\1 +.*\\n)*`, 'm'))

/** In the operation with this id only. */
const within =
  (operationId: string, change: Change): Change =>
  text =>
    text.replace(new RegExp(`^ {6}operationId: ${operationId}\\n(?: {6,}.*\\n)*`, 'm'), change)

/** Mistakes in OpenAPI documents that API Gateway would import, and those it would refuse. */
export const openapiFaults: readonly TextFault[] = [
  fault('operation without security', 'example', without('security')),
  fault(
    'operation that is public',
    'example',
    replace(/security:\n {8}- Cognito:\n(?: {12}- .*\n)+/, 'security: []\n'),
  ),
  fault(
    'operation without scopes, which requires an ID token',
    'example',
    replace(/- Cognito:\n(?: {12}- .*\n)+/, '- Cognito: []\n'),
  ),
  fault('scope without its identifier', 'example', replace('"com.example.api/read"', '"read"')),
  fault('scope missing', 'example', replace(/^ {12}- "com\.example\.api\/write"\n/m)),
  fault(
    'scope too many',
    'example',
    replace(/^( {12}- )"com\.example\.api\/write"\n/m, '$&$1"aws.cognito.signin.user.admin"\n'),
  ),
  fault(
    'alternatives',
    'example',
    replace('        - Cognito:\n', '        - Cognito: []\n        - Cognito:\n'),
  ),
  fault('scheme that is not declared', 'example', replace('        - Cognito:', '        - Cognit0:')),
  fault('scheme that is not used by API Gateway', 'example', without('x-amazon-apigateway-authtype')),
  fault('Lambda authorizer', 'example', replace('authtype: cognito_user_pools', 'authtype: custom')),
  fault('authorizer of another type', 'example', replace('type: cognito_user_pools', 'type: token')),
  fault('authorizer without its pool', 'example', without('providerARNs')),
  fault(
    'misspelt extension',
    'example',
    replace('x-amazon-apigateway-authorizer', 'x-amazon-apigateway-authoriser'),
  ),
  fault('token from another header', 'example', replace('name: Authorization', 'name: X-Token')),
  fault('token in the query', 'example', replace('in: header', 'in: query')),
  fault('pool of another template', 'example', replace('${UserPool.Arn}', '${Users.Arn}')),
  fault(
    'pool written out',
    'example',
    replace('${UserPool.Arn}', 'arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_Other0000'),
  ),
  fault(
    'placeholder without quotes, which nothing replaces',
    'example',
    replace('"${UserPool.Arn}"', '${UserPool.Arn}'),
  ),
  fault(
    'placeholder outside the extensions',
    'example',
    replace('description: OK', 'description: "${AWS::Region}"'),
  ),
  fault('no integration', 'example', without('x-amazon-apigateway-integration')),
  fault('integration of another kind', 'example', replace('type: aws_proxy', 'type: aws')),
  fault('integration by another verb', 'example', replace('httpMethod: POST', 'httpMethod: GET')),
  fault(
    'integration by the ARN of the function',
    'example',
    replace(/uri: ".*"/, 'uri: "${BinMyeventFunction.Arn}"'),
  ),
  fault(
    'integration of another function',
    SEVERAL,
    within('ordersGet', replace('BinOrdersListFunction', 'BinOrdersCreateFunction')),
  ),
  fault(
    'partition written out',
    'example',
    replace('arn:${AWS::Partition}:apigateway', 'arn:aws:apigateway'),
  ),
  fault('path of another name', 'example', replace('  /myevent:', '  /my-event:')),
  fault('operation of another verb', 'example', replace('    get:', '    put:')),
  fault('verb that OpenAPI does not have', ONE, replace('x-amazon-apigateway-any-method:', 'any:')),
  fault('variable that is not declared', SEVERAL, within('filesProxyHead', without('parameters'))),
  fault(
    'variable of another name',
    SEVERAL,
    within('filesProxyHead', replace('name: proxy+', 'name: path+')),
  ),
  fault('variable in the query', SEVERAL, within('filesProxyHead', replace('in: path', 'in: query'))),
  fault('operation id twice', SEVERAL, replace('operationId: ordersPost', 'operationId: ordersGet')),
  fault('response without description', 'example', replace('description: OK', 'summary: OK')),
  fault('no responses', 'example', without('responses')),
  fault('no title', 'example', without('title')),
  fault('title of another API', 'example', replace('title: dev-example-api', 'title: example-api')),
  fault('OpenAPI 2', 'example', replace('openapi: "3.0.1"', 'swagger: "2.0"')),
  fault('OpenAPI 3.1, which API Gateway does not import', 'example', replace('"3.0.1"', '"3.1.0"')),
  fault('preflight missing', ONE, without('    options')),
  fault(
    'preflight that requires a token',
    ONE,
    within('ordersGetPreflight', replace('security: []', 'security:\n        - Cognito: []')),
  ),
  fault(
    'preflight for another origin',
    ONE,
    within('ordersGetPreflight', replace('https://app.example.com', 'https://evil.example')),
  ),
  fault(
    'preflight that forbids a method',
    ONE,
    within('ordersGetPreflight', replace('GET,OPTIONS', 'OPTIONS')),
  ),
  fault('preflight whose headers are not declared', ONE, within('ordersGetPreflight', without('headers'))),
  fault(
    'preflight for every origin',
    SEVERAL,
    replace(/#if\(\$origin == 'https[^\n]*/, "#if($origin != '')"),
  ),
  fault('no gateway responses', ONE, without('x-amazon-apigateway-gateway-responses')),
  fault('one gateway response of two', ONE, without('DEFAULT_5XX')),
  fault('audience without a client', HTTP, replace(/^ +- "\$\{RobotClient\}"\n/m)),
  fault(
    'issuer of another pool',
    HTTP,
    replace('"${UserPool.ProviderURL}"', 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Other0000'),
  ),
  fault('JWT authorizer without identity source', HTTP, without('identitySource')),
  fault('JWT scheme that is an API key', HTTP, replace('type: oauth2', 'type: apiKey')),
  fault('OAuth without flows', HTTP, without('flows')),
  fault('flow without its token URL', HTTP, replace(/^ +tokenUrl: .*\n/m)),
  fault('no CORS', HTTP, without('x-amazon-apigateway-cors')),
  fault('CORS for one origin less', HTTP, replace(/^( {2}allowOrigins:\n) +- .*\n/m, '$1')),
  fault('payload of version 1', HTTP, replace('payloadFormatVersion: "2.0"', 'payloadFormatVersion: "1.0"')),
  fault('preflight that ANY hands to the authorizer', HTTP, replace(/^ {4}options:\n(?: {6,}.*\n)*/m)),
  fault('signed operation that is public', SIGNED, replace(/security:\n {8}- Iam: \[\]\n/, 'security: []\n')),
  fault('signed operation that takes an ID token', SIGNED, replace('- Iam: []', '- Cognito: []')),
  fault('signed operation with a scope', SIGNED, replace('- Iam: []', '- Iam: ["openid"]')),
  fault(
    'scheme of signatures without its type',
    SIGNED,
    replace(/^ +x-amazon-apigateway-authtype: awsSigv4\n/m),
  ),
  fault('scheme of signatures in another header', BOUND, text =>
    text.replace(/( {4}Iam:\n(?: {6}.*\n)*? {6}name: )Authorization/, '$1X-Signature'),
  ),
  fault('scheme of signatures that is not declared', BOUND, replace(/^ {4}Iam:\n(?: {6}.*\n)+/m)),
  fault('additional audience missing', BOUND, replace(/^ +- "https:\/\/mcp\.example\.com"\n/m)),
  fault('additional audience without quotes, read as a number', BOUND, replace('- "012"', '- 012')),
]
