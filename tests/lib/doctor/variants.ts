import { baseText, type Fault } from './faults'

/** A base with changes at the edges of rules: one more than allowed and one less, other ways to write it, unknown parts. */
interface Variant {
  readonly name: string
  readonly base: Fault['base']
  readonly changes: readonly (readonly [from: string, to: string])[]
}

export function variantText({ base, changes }: Variant): string {
  let text = baseText(base)
  for (const [from, to] of changes) {
    if (text.split(from).length !== 2) throw new Error(`${JSON.stringify(from)} is not there once`)
    text = text.replace(from, () => to)
  }
  return text
}

const rest = (name: string, ...changes: Variant['changes']): Variant => ({ name, base: 'rest', changes })
const http = (name: string, ...changes: Variant['changes']): Variant => ({ name, base: 'http', changes })

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
    'several scopes to choose from',
    [ROUTE_SCOPES, ''],
    [SCOPES, `${SCOPES}${many(6, i => `        - ScopeName: w${i}\n`)}`],
    [
      CLIENT_SCOPES,
      `        - openid\n${many(6, i => `        - notes/w${5 - i}\n`)}        - notes/read\n      C`,
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
]
