import fs from 'node:fs'
import path from 'node:path'

/** A base with changes at the edges of rules: one more than allowed and one less, other ways to write it, unknown parts. */
interface Variant {
  readonly name: string
  readonly base: 'rest.yaml' | 'http.yaml' | 'sam.yaml' | 'serverless.yml'
  readonly changes: readonly (readonly [from: string, to: string])[]
}

export function variantText({ base, changes }: Variant): string {
  let text = fs.readFileSync(path.join(import.meta.dirname, 'bases', base), 'utf8')
  for (const [from, to] of changes) {
    if (text.split(from).length !== 2) throw new Error(`${JSON.stringify(from)} is not there once`)
    text = text.replace(from, () => to)
  }
  return text
}

const rest = (name: string, ...changes: Variant['changes']): Variant => ({ name, base: 'rest.yaml', changes })
const http = (name: string, ...changes: Variant['changes']): Variant => ({ name, base: 'http.yaml', changes })

const sam = (name: string, ...changes: Variant['changes']): Variant => ({ name, base: 'sam.yaml', changes })
const serverless = (name: string, ...changes: Variant['changes']): Variant => ({
  name,
  base: 'serverless.yml',
  changes,
})

const PARAMETERS: Variant['changes'][number] = [
  'Resources:\n  Users:',
  'Parameters:\n  Open: { Type: String }\n  Kept: { Type: String, Default: kept }\nResources:\n  Users:',
]

const VALIDITY = '      AccessTokenValidity: 1\n'
const validity = (name: string, lines: string) => rest(name, [VALIDITY, lines])

const SCOPES = '        - ScopeName: read\n          ScopeDescription: Read notes\n'
const many = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('')
const declared = (count: number) => many(count, i => `        - ScopeName: s${i}\n`)

const POOL =
  "          authorizer:\n            type: COGNITO_USER_POOLS\n            name: pool\n            arn: { Fn::GetAtt: [Users, Arn] }\n            scopes: ['${self:custom.identifier}/read']\n"
const REDIRECT = '        - https://notes.example.com/in\n      S'
const CLIENT_SCOPES = '        - openid\n        - notes/read\n      C'
const AUDIENCE = '          - !Ref Web\n'
const ROUTE_SCOPES = '      AuthorizationScopes:\n        - notes/read\n'
const METHOD_SCOPES =
  '      AuthorizationScopes:\n        - notes/read\n      Integration:\n        Type: AWS_PROXY'
const PROXY = '      Integration:\n        Type: AWS_PROXY'

export const variants: readonly Variant[] = [
  // Limits: as many as are allowed, and one more.
  http('100 scopes of a resource server', [SCOPES, SCOPES + declared(99)]),
  http('101 scopes of a resource server', [SCOPES, SCOPES + declared(100)]),
  http(
    '50 scopes of a client',
    [CLIENT_SCOPES, `        - notes/read\n${many(49, i => `        - notes/s${i}\n`)}      C`],
    [SCOPES, SCOPES + declared(49)],
  ),
  http(
    '51 scopes of a client',
    [CLIENT_SCOPES, `        - notes/read\n${many(50, i => `        - notes/s${i}\n`)}      C`],
    [SCOPES, SCOPES + declared(50)],
  ),
  http('100 callback URLs', [
    REDIRECT,
    `${many(100, i => `        - https://notes.example.com/${i}\n`)}      S`,
  ]),
  http('101 callback URLs', [
    REDIRECT,
    `${many(101, i => `        - https://notes.example.com/${i}\n`)}      S`,
  ]),
  http('101 logout URLs', [
    REDIRECT,
    `        - https://notes.example.com/in\n      LogoutURLs:\n${many(101, i => `        - https://notes.example.com/${i}\n`)}      S`,
  ]),
  http('50 audiences', [AUDIENCE, AUDIENCE + many(49, i => `          - c${i}\n`)]),
  http('51 audiences', [AUDIENCE, AUDIENCE + many(50, i => `          - c${i}\n`)]),
  http('11 scopes of a route, one of which a condition decides', [
    ROUTE_SCOPES,
    `${ROUTE_SCOPES}${'        - notes/read\n'.repeat(9)}        - !If [P, notes/read, !Ref AWS::NoValue]\n`,
  ]),
  http('a scope of 256 characters', [SCOPES, `${SCOPES}        - ScopeName: ${'s'.repeat(250)}\n`]),
  http('a scope of 257 characters', [SCOPES, `${SCOPES}        - ScopeName: ${'s'.repeat(251)}\n`]),
  http(
    'a scope of 64 characters of a route',
    [SCOPES, `${SCOPES}        - ScopeName: ${'s'.repeat(58)}\n`],
    [ROUTE_SCOPES, `${ROUTE_SCOPES}        - notes/${'s'.repeat(58)}\n`],
  ),
  http(
    'a scope of 65 characters of a route',
    [SCOPES, `${SCOPES}        - ScopeName: ${'s'.repeat(59)}\n`],
    [ROUTE_SCOPES, `${ROUTE_SCOPES}        - notes/${'s'.repeat(59)}\n`],
  ),

  // How long tokens are valid.
  validity('24 hours', '      AccessTokenValidity: 24\n'),
  validity('25 hours', '      AccessTokenValidity: 25\n'),
  validity('5 minutes', '      IdTokenValidity: 5\n      TokenValidityUnits: { IdToken: minutes }\n'),
  validity('4 minutes', '      IdTokenValidity: 4\n      TokenValidityUnits: { IdToken: minutes }\n'),
  validity(
    '299 seconds',
    '      AccessTokenValidity: 299\n      TokenValidityUnits: { AccessToken: seconds }\n',
  ),
  validity(
    'a day in a unit that is unknown',
    '      AccessTokenValidity: 1\n      TokenValidityUnits: { AccessToken: fortnights }\n',
  ),
  validity(
    'hours next to the unit of another token',
    '      AccessTokenValidity: 60\n      IdTokenValidity: 30\n      TokenValidityUnits: { IdToken: minutes }\n',
  ),
  validity('0 and 3650 days', '      RefreshTokenValidity: 3650\n      IdTokenValidity: 0\n'),
  validity('the default and 3651 days', '      RefreshTokenValidity: 3651\n      AccessTokenValidity: 1\n'),
  validity('0 days', '      RefreshTokenValidity: 0\n'),
  validity(
    '59 minutes',
    '      RefreshTokenValidity: 59\n      TokenValidityUnits: { RefreshToken: minutes }\n',
  ),

  // Redirect URIs and names with parts that are not known.
  http('redirect URIs of a host and of a parameter', PARAMETERS, [
    REDIRECT,
    '        - !Sub https://${Open}/in\n        - !Sub http://${Open}/in\n        - !Sub ${Kept}://in\n        - !Ref Open\n      LogoutURLs: [notes://out#a]\n      S',
  ]),
  rest(
    'names with characters that are not allowed',
    PARAMETERS,
    ['ClientName: web', 'ClientName: !Sub "${Open}?"'],
    ['Name: Notes', 'Name: !Ref Open'],
  ),
  rest('a name with a part that is not known', PARAMETERS, [
    'ClientName: web',
    'ClientName: !Sub "${Open} web"',
  ]),

  // Scopes that are proposed.
  rest('a misspelling of four letters', [
    '        - notes/read\n      Integration',
    '        - notes/xxxx\n      Integration',
  ]),
  rest('a misspelling of five letters', [
    '        - notes/read\n      Integration',
    '        - notez/xxxx\n      Integration',
  ]),
  rest('a scope that is not a text of the file', PARAMETERS, [
    '        - notes/read\n      Integration',
    '        - !Sub notes/${Kept}\n      Integration',
  ]),
  rest('an empty list of scopes', [METHOD_SCOPES, `      AuthorizationScopes: []\n${PROXY}`]),
  rest(
    'clients that share nothing',
    [METHOD_SCOPES, PROXY],
    ['        - notes/read\n        - notes/write\n', '        - notes/write\n'],
  ),
  http(
    'no clients',
    [ROUTE_SCOPES, ''],
    [AUDIENCE, '          - abc\n'],
    [
      '  Web:\n    Type: AWS::Cognito::UserPoolClient\n    DependsOn: NotesScopes\n    Properties:\n      UserPoolId: !Ref Users\n      AllowedOAuthFlowsUserPoolClient: true\n      AllowedOAuthFlows:\n        - code\n      AllowedOAuthScopes:\n        - openid\n        - notes/read\n      CallbackURLs:\n        - https://notes.example.com/in\n      SupportedIdentityProviders:\n        - COGNITO\n',
      '',
    ],
  ),
  http(
    'several scopes to choose from',
    [ROUTE_SCOPES, ''],
    [SCOPES, `${SCOPES}${many(6, i => `        - ScopeName: a${i}\n`)}`],
    [
      CLIENT_SCOPES,
      `        - openid\n${many(6, i => `        - notes/a${5 - i}\n`)}        - notes/read\n      C`,
    ],
  ),
  rest(
    'clients of SDK sign-in',
    [METHOD_SCOPES, PROXY],
    [
      '      AllowedOAuthFlowsUserPoolClient: true\n      AllowedOAuthFlows:\n        - code\n      AllowedOAuthScopes:\n        - openid\n        - notes/read\n        - notes/write\n      CallbackURLs:\n        - https://notes.example.com/in\n      DefaultRedirectURI: https://notes.example.com/in\n      SupportedIdentityProviders:\n        - COGNITO\n',
      '      ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]\n',
    ],
    [
      '      AllowedOAuthFlowsUserPoolClient: true\n      AllowedOAuthFlows:\n        - client_credentials\n      AllowedOAuthScopes:\n        - notes/read\n',
      '      ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]\n',
    ],
  ),

  // Scopes that nothing checks.
  rest('scopes without a type', [
    '      AuthorizationType: COGNITO_USER_POOLS # tokens only\n      AuthorizerId: !Ref Guard\n',
    '',
  ]),
  http('scopes without a type', ['      AuthorizationType: JWT\n      AuthorizerId: !Ref Guard\n', '']),
  http('scopes of a route of type NONE with an authorizer', [
    'AuthorizationType: JWT',
    'AuthorizationType: NONE',
  ]),
  rest('OAuth scopes without flows', [
    '      AllowedOAuthFlowsUserPoolClient: true\n      AllowedOAuthFlows:\n        - code\n',
    '',
  ]),
  rest('OAuth that is off', [
    '      AllowedOAuthFlowsUserPoolClient: true\n      AllowedOAuthFlows:\n        - code\n',
    '      AllowedOAuthFlowsUserPoolClient: false\n      AllowedOAuthFlows:\n        - code\n',
  ]),

  rest('a machine client whose secret is off', ['GenerateSecret: true', "GenerateSecret: 'false'"]),

  // Preflights.
  rest('OPTIONS with an authorizer and scopes', [
    '      AuthorizationType: NONE\n',
    '      AuthorizationType: COGNITO_USER_POOLS\n      AuthorizerId: !Ref Guard\n      AuthorizationScopes: [notes/read]\n',
  ]),
  rest('ANY next to OPTIONS', ['HttpMethod: GET', 'HttpMethod: ANY']),
  rest(
    'ANY and OPTIONS of another path',
    ['HttpMethod: GET', 'HttpMethod: ANY'],
    [
      '      ResourceId: !Ref Notes\n      HttpMethod: OPTIONS',
      '      ResourceId: !GetAtt Api.RootResourceId\n      HttpMethod: OPTIONS',
    ],
  ),
  http('ANY', ['RouteKey: GET /notes', 'RouteKey: ANY /notes']),
  http('$default', ['RouteKey: GET /notes', 'RouteKey: $default']),
  http(
    '$default without CORS settings',
    ['RouteKey: GET /notes', 'RouteKey: $default'],
    [
      '      CorsConfiguration:\n        AllowOrigins:\n          - https://notes.example.com\n        AllowHeaders:\n          - authorization\n          - content-type\n',
      '',
    ],
  ),

  // What a deployment waits for.
  rest('a deployment that waits for nothing', [
    '    DependsOn:\n      - GetNotes\n      - Preflight\n      - Refusals\n',
    '',
  ]),
  rest('a deployment that waits for one of three', [
    '    DependsOn:\n      - GetNotes\n      - Preflight\n      - Refusals\n',
    '    DependsOn:\n      - Refusals\n',
  ]),
  rest('a deployment that waits for one of three, in one line', [
    '    DependsOn:\n      - GetNotes\n      - Preflight\n      - Refusals\n',
    '    DependsOn: [Refusals]\n',
  ]),
  rest('a deployment that does not wait for the answer to refusals', ['      - Refusals\n', '']),

  // Who may call a function.
  rest('a permission of an alias', ['FunctionName: !Ref List', 'FunctionName: !Sub "${List}:live"']),
  rest('a permission by the ARN', ['FunctionName: !Ref List', 'FunctionName: !GetAtt List.Arn']),
  rest(
    'a permission by a name',
    ['FunctionName: !Ref List', 'FunctionName: notes-list'],
    ['Handler: index.list', 'Handler: index.list\n      FunctionName: notes-list'],
  ),
  rest(
    'a permission by another name',
    ['FunctionName: !Ref List', 'FunctionName: notes-other'],
    ['Handler: index.list', 'Handler: index.list\n      FunctionName: notes-list'],
  ),
  rest(
    'a permission by an ARN with the name',
    [
      'FunctionName: !Ref List',
      'FunctionName: !Sub arn:aws:lambda:${AWS::Region}:111122223333:function:notes-list',
    ],
    ['Handler: index.list', 'Handler: index.list\n      FunctionName: notes-list'],
  ),
  rest(
    'a permission by a whole ARN',
    ['FunctionName: !Ref List', 'FunctionName: arn:aws:lambda:eu-west-1:111122223333:function:notes-list'],
    ['Handler: index.list', 'Handler: index.list\n      FunctionName: notes-list'],
  ),
  rest('a permission of a parameter', PARAMETERS, ['FunctionName: !Ref List', 'FunctionName: !Ref Open']),
  rest(
    'credentials instead of a permission',
    [
      'IntegrationHttpMethod: POST',
      'IntegrationHttpMethod: POST\n        Credentials: arn:aws:iam::111122223333:role/r',
    ],
    ['Principal: apigateway', 'Principal: s3'],
  ),

  // Issuers and authorizers.
  http('an issuer with two slashes at its end', ['.amazonaws.com/${Users}', '.amazonaws.com/${Users}//']),
  http('an issuer that is a slash', ['!Sub https://cognito-idp.${AWS::Region}.amazonaws.com/${Users}', '/']),
  http('an issuer with the address of the keys', [
    '.amazonaws.com/${Users}',
    '.amazonaws.com/${Users}/.well-known/jwks.json',
  ]),
  http('an issuer of http', ['!Sub https://cognito-idp', '!Sub http://cognito-idp']),
  http('an issuer of another pool', [
    '!Sub https://cognito-idp.${AWS::Region}.amazonaws.com/${Users}',
    'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123',
  ]),
  http('an issuer of a parameter', PARAMETERS, [
    '!Sub https://cognito-idp.${AWS::Region}.amazonaws.com/${Users}',
    '!Ref Open',
  ]),
  rest('an identity source of a query', [
    'method.request.header.Authorization',
    'method.request.querystring.token',
  ]),
  http('an identity source of a query', ['$request.header.Authorization', '$request.querystring.token']),

  // SAM: its defaults, and the places where a repair writes.
  sam('as it is'),
  sam(
    'events of the default authorizer',
    ['{ Authorizer: Pool, AuthorizationScopes: [notes/read] }', '{ AuthorizationScopes: [notes/read] }'],
    ['{ Authorizer: Tokens, AuthorizationScopes: [notes/read] }', '{ AuthorizationScopes: [notes/read] }'],
  ),
  sam(
    'events without scopes',
    ['{ Authorizer: Pool, AuthorizationScopes: [notes/read] }', '{ Authorizer: Pool }'],
    ['{ Authorizer: Tokens, AuthorizationScopes: [notes/read] }', '{ Authorizer: Tokens }'],
  ),
  sam(
    'events without settings',
    ['\n            Auth: { Authorizer: Pool, AuthorizationScopes: [notes/read] }', ''],
    ['\n            Auth: { Authorizer: Tokens, AuthorizationScopes: [notes/read] }', ''],
  ),
  sam(
    'events that anyone may call',
    ['{ Authorizer: Pool, AuthorizationScopes: [notes/read] }', '{ Authorizer: NONE }'],
    ['{ Authorizer: Tokens, AuthorizationScopes: [notes/read] }', '{ Authorizer: NONE }'],
  ),
  sam(
    'events of IAM',
    ['{ Authorizer: Pool, AuthorizationScopes: [notes/read] }', '{ Authorizer: AWS_IAM }'],
    ['{ Authorizer: Tokens, AuthorizationScopes: [notes/read] }', '{ Authorizer: AWS_IAM }'],
  ),
  sam(
    'events of authorizers that are not there',
    ['{ Authorizer: Pool, AuthorizationScopes: [notes/read] }', '{ Authorizer: Poool }'],
    ['{ Authorizer: Tokens, AuthorizationScopes: [notes/read] }', '{ Authorizer: Tokenz }'],
  ),
  sam(
    'no default authorizers',
    ['        DefaultAuthorizer: Pool\n', ''],
    ['        DefaultAuthorizer: Tokens\n', ''],
  ),
  sam(
    'no default authorizers, and events without settings',
    ['        DefaultAuthorizer: Pool\n', ''],
    ['        DefaultAuthorizer: Tokens\n', ''],
    ['\n            Auth: { Authorizer: Pool, AuthorizationScopes: [notes/read] }', ''],
    ['\n            Auth: { Authorizer: Tokens, AuthorizationScopes: [notes/read] }', ''],
  ),
  sam(
    'IAM by default',
    ['DefaultAuthorizer: Pool', 'DefaultAuthorizer: AWS_IAM'],
    ['\n            Auth: { Authorizer: Pool, AuthorizationScopes: [notes/read] }', ''],
  ),
  sam(
    'scopes of the authorizers',
    [
      '            UserPoolArn: !GetAtt Users.Arn\n',
      '            UserPoolArn: !GetAtt Users.Arn\n            AuthorizationScopes: [notes/write]\n',
    ],
    [
      '            IdentitySource:',
      '            AuthorizationScopes: [notes/write]\n            IdentitySource:',
    ],
    ['\n            Auth: { Authorizer: Pool, AuthorizationScopes: [notes/read] }', ''],
    ['{ Authorizer: Tokens, AuthorizationScopes: [notes/read] }', '{ Authorizer: Tokens }'],
  ),
  sam('a preflight with a token', [
    'AddDefaultAuthorizerToCorsPreflight: false',
    'AddDefaultAuthorizerToCorsPreflight: true',
  ]),
  sam('a preflight with a token by default', ['        AddDefaultAuthorizerToCorsPreflight: false\n', '']),
  sam(
    'a preflight with a token by default, without CORS',
    ['        AddDefaultAuthorizerToCorsPreflight: false\n', ''],
    ['      Cors: "\'https://notes.example.com\'"\n', ''],
  ),
  sam('no gateway response', [
    '      GatewayResponses:\n        DEFAULT_4XX:\n          ResponseParameters:\n            Headers:\n              Access-Control-Allow-Origin: "\'https://notes.example.com\'"\n',
    '',
  ]),
  sam('a header of its own for tokens', [
    '            UserPoolArn: !GetAtt Users.Arn\n',
    '            UserPoolArn: !GetAtt Users.Arn\n            Identity: { Header: X-Token, ValidationExpression: ^abc$ }\n',
  ]),
  sam('several pools', [
    'UserPoolArn: !GetAtt Users.Arn',
    'UserPoolArn: [!GetAtt Users.Arn, arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123]',
  ]),
  sam('a Lambda authorizer', ['UserPoolArn: !GetAtt Users.Arn', 'FunctionArn: !GetAtt List.Arn']),
  sam(
    'events of the implicit APIs',
    ['            RestApiId: !Ref Rest\n', ''],
    ['            ApiId: !Ref Http\n', ''],
  ),
  sam(
    'events of the implicit APIs with defaults of all',
    ['            RestApiId: !Ref Rest\n', ''],
    ['            ApiId: !Ref Http\n', ''],
    [
      'Globals:\n',
      'Globals:\n  Api: { Auth: { DefaultAuthorizer: Pool, Authorizers: { Pool: { UserPoolArn: !GetAtt Users.Arn } } } }\n  HttpApi: { Auth: { Authorizers: { Tokens: { JwtConfiguration: { issuer: !Sub "https://cognito-idp.${AWS::Region}.amazonaws.com/${Users}", audience: [!Ref Web] }, IdentitySource: $request.header.Authorization } } } }\n',
    ],
  ),
  sam(
    'any method and the catch-all',
    [
      '            Path: /notes\n            Method: get\n            Auth: { Authorizer: Pool',
      '            Path: /{proxy+}\n            Method: any\n            Auth: { Authorizer: Pool',
    ],
    [
      '            Path: /notes\n            Method: get\n            Auth: { Authorizer: Tokens',
      '            Auth: { Authorizer: Tokens',
    ],
  ),
  sam('an audience without the client', ['audience: [!Ref Web]', 'audience: [abc]']),

  // The Serverless Framework.
  serverless('as it is'),
  serverless(
    'no scopes',
    ["            scopes: ['${self:custom.identifier}/read']\n      - httpApi", '      - httpApi'],
    ["            scopes: ['${self:custom.identifier}/read']\nresources", 'resources'],
  ),
  serverless('an authorizer by its ARN alone', [
    POOL,
    '          authorizer: { Fn::GetAtt: [Users, Arn] }\n',
  ]),
  serverless('an authorizer by the ARN of a pool', [
    POOL,
    '          authorizer: arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123\n',
  ]),
  serverless('an authorizer by the name of a function', [POOL, '          authorizer: list\n']),
  serverless(
    'an authorizer of another resource',
    [
      '            type: COGNITO_USER_POOLS\n            name: pool\n            arn: { Fn::GetAtt: [Users, Arn] }\n',
      '            type: COGNITO_USER_POOLS\n            authorizerId: { Ref: Guard }\n',
    ],
    [
      '    Users: { Type',
      '    Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { Name: guard, RestApiId: { Ref: ApiGatewayRestApi }, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [{ Fn::GetAtt: [Users, Arn] }] } }\n    Users: { Type',
    ],
  ),
  serverless(
    'an authorizer of another resource without a type and scopes',
    [
      "            type: COGNITO_USER_POOLS\n            name: pool\n            arn: { Fn::GetAtt: [Users, Arn] }\n            scopes: ['${self:custom.identifier}/read']\n",
      '            authorizerId: { Ref: Guard }\n',
    ],
    [
      '    Users: { Type',
      '    Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { Name: guard, RestApiId: { Ref: ApiGatewayRestApi }, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [{ Fn::GetAtt: [Users, Arn] }] } }\n    Users: { Type',
    ],
  ),
  serverless(
    'IAM',
    [POOL, '          authorizer: aws_iam\n'],
    [
      "            name: tokens\n            scopes: ['${self:custom.identifier}/read']\n",
      '            type: aws_iam\n',
    ],
  ),
  serverless('a function as authorizer', [
    "            name: tokens\n            scopes: ['${self:custom.identifier}/read']\n",
    '            type: request\n            name: tokens\n',
  ]),
  serverless('an authorizer that is not there', ['            name: tokens\n', '            name: token\n']),
  serverless('an authorizer by its id', [
    '            name: tokens\n',
    '            type: jwt\n            id: { Ref: Other }\n',
  ]),
  serverless('events in one line', [
    "      - http:\n          path: notes\n          method: get\n          authorizer:\n            type: COGNITO_USER_POOLS\n            name: pool\n            arn: { Fn::GetAtt: [Users, Arn] }\n            scopes: ['${self:custom.identifier}/read']\n      - httpApi:\n          path: /notes\n          method: get\n          authorizer:\n            name: tokens\n            scopes: ['${self:custom.identifier}/read']\n",
    "      - http: GET notes\n      - httpApi: 'GET /notes'\n      - httpApi: '*'\n",
  ]),
  serverless('CORS of a REST API', [
    '          method: get\n          authorizer:\n            type: COGNITO_USER_POOLS\n            name: pool',
    '          method: get\n          cors: true\n          authorizer:\n            type: COGNITO_USER_POOLS\n            name: pool',
  ]),
  serverless('CORS of a REST API with headers of its own', [
    '          method: get\n          authorizer:\n            type: COGNITO_USER_POOLS\n            name: pool',
    '          method: get\n          cors: { origin: https://notes.example.com, headers: [content-type] }\n          authorizer:\n            type: COGNITO_USER_POOLS\n            name: pool',
  ]),
  serverless('a header of its own for tokens', [
    '            name: pool\n',
    '            name: pool\n            identitySource: method.request.header.X-Token\n            identityValidationExpression: ^abc$\n',
  ]),
  serverless('a variable of nothing', [
    "${self:custom.identifier}/read']\n      - httpApi",
    "${self:custom.nothing}/read']\n      - httpApi",
  ]),
  serverless('a variable with a default', [
    "${self:custom.identifier}/read']\n      - httpApi",
    "${self:custom.nothing, self:custom.identifier}/read']\n      - httpApi",
  ]),
  serverless('a variable with a text as default', [
    "['${self:custom.identifier}/read']\n      - httpApi",
    '[\'${self:custom.nothing, "notes"}/read\']\n      - httpApi',
  ]),
  serverless('a variable of the environment', [
    "${self:custom.identifier}/read']\n      - httpApi",
    "${env:NOTES}/read']\n      - httpApi",
  ]),
  serverless('a private event', [
    '          method: get\n          authorizer:\n            type: COGNITO_USER_POOLS\n            name: pool',
    '          method: get\n          private: true\n          authorizer:\n            type: COGNITO_USER_POOLS\n            name: pool',
  ]),
]
