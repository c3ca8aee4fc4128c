import type { TextFault } from './texts'

const SEVERAL = 'rest-cors-several-origins'
const ONE = 'rest-cors-one-origin'
const HTTP = 'http-cors'
const SIGNED = 'iam-rest-cors'
const ONLY_SIGNED = 'iam-only'
const BOUND = 'iam-http-audiences'

const replace =
  (found: string | RegExp, by = '') =>
  (text: string) =>
    text.replace(found, by)

const fault = (name: string, of: string, change: (text: string) => string): TextFault => ({
  name,
  format: 'sam',
  case: of,
  change,
})

/** Mistakes in SAM templates: the traps of its documentation and issues first. */
export const samFaults: readonly TextFault[] = [
  fault('scopes without their authorizer', 'example', replace(/^ +Authorizer: Cognito\n/m)),
  fault(
    'misspelt scopes, which SAM accepts',
    'example',
    replace('AuthorizationScopes:', 'AuthorisationScopes:'),
  ),
  fault('misspelt pool, which makes a Lambda authorizer', 'example', replace('UserPoolArn:', 'UserpoolArn:')),
  fault(
    'no OpenAPI version, which makes a stage named Stage',
    'example',
    replace(/^ +OpenApiVersion: .*\n/m),
  ),
  fault('OpenAPI 2', 'example', replace('OpenApiVersion: "3.0.1"', 'OpenApiVersion: "2.0"')),
  fault('public event without a default authorizer', SEVERAL, replace(/^ +DefaultAuthorizer: .*\n/m)),
  fault('public event without a default authorizer, HTTP', HTTP, replace(/^ +DefaultAuthorizer: .*\n/m)),
  fault('public event that says nothing', SEVERAL, replace(/^ +Auth:\n +Authorizer: NONE\n/m)),
  fault('public event that says nothing, HTTP', HTTP, replace(/^ +Auth:\n +Authorizer: NONE\n/m)),
  fault('preflights that require a token', ONE, replace(/^ +AddDefaultAuthorizerToCorsPreflight: false\n/m)),
  fault('preflights of a body that require a token', SEVERAL, text =>
    text
      .replace(/^ +AddDefaultAuthorizerToCorsPreflight: false\n/m, '')
      .replace(/^( +options:\n) +security: \[\]\n/m, '$1'),
  ),
  fault('endpoint at the edge', 'example', replace(/^ +EndpointConfiguration:\n +Type: REGIONAL\n/m)),
  fault('body that is not merged, so events are no routes', SEVERAL, replace(/^ +MergeDefinitions: true\n/m)),
  fault('ANY as an event next to a body', SEVERAL, replace(' Method: POST', ' Method: ANY')),
  fault(
    'ANY by the name of the extension, which no request matches',
    SEVERAL,
    replace(' Method: POST', ' Method: x-amazon-apigateway-any-method'),
  ),
  fault(
    'ANY of a body without its permission',
    SEVERAL,
    replace(/^ {2}BinOrdersOneFunctionPermission:\n(?: {4}.*\n)+/m),
  ),
  fault(
    'ANY of a body that any token opens',
    SEVERAL,
    replace(/^( +- Cognito:)\n(?: +- ".*"\n)+/m, '$1 []\n'),
  ),
  fault(
    'ANY of a body that nobody guards',
    SEVERAL,
    replace(/^ +security:\n +- Cognito:\n(?: +- ".*"\n)+/m, '              security: []\n'),
  ),
  fault(
    'two alternatives, of which API Gateway reads none',
    SEVERAL,
    replace(/^( +)- Cognito:\n/m, '$1- Other: []\n$&'),
  ),
  fault(
    'two origins in one header',
    ONE,
    replace(/AllowOrigin: .*/, `AllowOrigin: "'https://app.example.com,https://b.example'"`),
  ),
  fault('every origin', ONE, replace(/AllowOrigin: .*/, `AllowOrigin: "'*'"`)),
  fault(
    'Authorization not among the headers',
    ONE,
    replace(/AllowHeaders: .*/, `AllowHeaders: "'Content-Type'"`),
  ),
  fault('no CORS', ONE, replace(/^ +Cors:\n(?: {8}.*\n)+/m)),
  fault(
    'credentials allowed',
    ONE,
    replace('      Cors:\n', '      Cors:\n        AllowCredentials: true\n'),
  ),
  fault('no gateway responses', ONE, replace(/^ {6}GatewayResponses:\n(?: {8,}.*\n)+/m)),
  fault('misspelt gateway responses', ONE, replace('GatewayResponses:', 'GatewayResponse:')),
  fault(
    'origin by a pattern',
    SEVERAL,
    replace(/#if\(\$origin == 'https[^\n]*/, `#if($origin.matches("https://.*"))`),
  ),
  fault('event without scopes', 'example', replace(/^ +AuthorizationScopes:\n(?: +- ".*"\n)+/m)),
  fault('scope without its identifier', 'example', text =>
    text.replace(/(AuthorizationScopes:\n +- )".*\/read"/, '$1"read"'),
  ),
  fault('protected event made public', 'example', text =>
    text.replace(
      /Authorizer: Cognito\n(?: +#.*\n)* +AuthorizationScopes:\n(?: +- ".*"\n)+/,
      'Authorizer: NONE\n',
    ),
  ),
  fault('event of an API of its own', 'example', replace(/^ +RestApiId: !Ref Api\n/m)),
  fault('event of an HTTP API of its own', HTTP, replace(/^ +ApiId: !Ref Api\n/m)),
  fault('event of another path', 'example', replace('Path: /myevent', 'Path: /my-event')),
  fault('event of another method', 'example', replace('Method: GET', ' Method: POST')),
  fault('event of the other kind of API', 'example', replace('Type: Api\n', 'Type: HttpApi\n')),
  fault('function without code', 'example', replace(/^ +CodeUri: .*\n/m)),
  fault(
    'function of another handler',
    'example',
    replace('Handler: bin/myevent.handler', 'Handler: bin/other.handler'),
  ),
  fault('function of an older runtime', 'example', replace('Runtime: nodejs24.x', 'Runtime: nodejs20.x')),
  fault('timeout by default', 'example', replace(/^ +Timeout: 10\n/m)),
  fault(
    'API without its name, which becomes that of the stack',
    'example',
    replace(/^ +Name: !Sub "\$\{Stage\}-example-api"\n/m),
  ),
  fault('HTTP API without its name', HTTP, replace(/^ +Name: !Sub "\$\{Stage\}-orders"\n/m)),
  fault('stage of another name', 'example', replace('StageName: !Ref Stage', 'StageName: live')),
  fault('JWT authorizer without identity source', HTTP, replace(/^ +IdentitySource: .*\n/m)),
  fault(
    'JWT authorizer by the ARN of a pool',
    HTTP,
    replace(/^ +JwtConfiguration:\n(?: {14,}.*\n)+/m, '            UserPoolArn: !GetAtt UserPool.Arn\n'),
  ),
  fault('audience without a client', HTTP, replace(/^ +- !Ref RobotClient\n/m)),
  fault(
    'issuer of another pool',
    HTTP,
    replace(
      'issuer: !GetAtt UserPool.ProviderURL',
      'issuer: https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Other0000',
    ),
  ),
  fault(
    'preflight that ANY hands to the authorizer',
    HTTP,
    replace(/^ {8}OrdersIdAnyOptions:\n(?: {10,}.*\n)+/m),
  ),
  fault('no CORS, HTTP', HTTP, replace(/^ +CorsConfiguration:\n(?: {8,}.*\n)+/m)),
  fault(
    'partition written out',
    'existing-pool',
    replace('arn:${AWS::Partition}:cognito-idp', 'arn:aws:cognito-idp'),
  ),
  fault(
    'client that does not wait for its scopes',
    'example',
    replace(/^ +DependsOn: ComExampleApiResourceServer\n/m),
  ),
  fault(
    'signed event with the credentials of its caller',
    SIGNED,
    replace(/^(?: +# Without.*\n)? +InvokeRole: NONE\n/m),
  ),
  fault('signed event that takes an ID token', SIGNED, replace(/^ +Authorizer: AWS_IAM\n/m)),
  fault('signed event that is public', SIGNED, replace('Authorizer: AWS_IAM', 'Authorizer: NONE')),
  fault('ANY of a body that takes an ID token', SIGNED, replace(/^ +security:\n +- AWS_IAM: \[\]\n/m)),
  fault(
    'ANY of a body by a scheme of another type',
    ONLY_SIGNED,
    replace('authtype: awsSigv4', 'authtype: custom'),
  ),
  fault('signed route of an API without IAM', BOUND, replace(/^ +EnableIamAuthorizer: true\n/m)),
  fault('additional audience missing', BOUND, replace(/^ +- "https:\/\/mcp\.example\.com"\n/m)),
  fault('additional audience without quotes, read as a number', BOUND, replace('- "012"', '- 012')),
  fault('no transform', 'example', replace(/^Transform: .*\n/m)),
  fault(
    'scope without quotes, read as true',
    'hostile-strings',
    replace('ScopeName: "yes"', 'ScopeName: yes'),
  ),
  fault('the same key twice', 'example', text => text.replace(/^( +)Method: GET\n/m, '$&$1Method: PUT\n')),
]
