import fs from 'node:fs'
import path from 'node:path'

/** A fault injected into a baseline that has none. */
export interface Fault {
  readonly code: string
  readonly base: 'rest' | 'http'
  /** Text of the base and what replaces it. */
  readonly change: readonly [from: string, to: string]
  /** The line of the finding contains this. */
  readonly line: string
  /** A change of the text is offered that mends it. */
  readonly repaired?: true
  /** Other codes that the same fault certainly has. */
  readonly also?: readonly string[]
}

export const baseText = (base: Fault['base']): string =>
  fs.readFileSync(path.join(import.meta.dirname, 'bases', `${base}.yaml`), 'utf8')

export const faultyText = ({ base, change: [from, to] }: Fault): string => {
  const text = baseText(base)
  if (text.split(from).length !== 2) throw new Error(`${JSON.stringify(from)} is not there once`)
  return text.replace(from, () => to)
}

const SCOPES_OF_METHOD = `      AuthorizationScopes:
        - notes/read
      Integration:`

export const faults: readonly Fault[] = [
  {
    code: 'METHOD_WITHOUT_SCOPES',
    base: 'rest',
    change: [SCOPES_OF_METHOD, '      Integration:'],
    line: 'GetNotes:',
    repaired: true,
  },
  {
    code: 'ROUTE_WITHOUT_SCOPES',
    base: 'http',
    change: [
      '      AuthorizerId: !Ref Guard\n      AuthorizationScopes:\n        - notes/read\n',
      '      AuthorizerId: !Ref Guard\n',
    ],
    line: 'GetNotes:',
    repaired: true,
  },
  {
    code: 'SCOPE_NOT_FULL',
    base: 'rest',
    change: [SCOPES_OF_METHOD, SCOPES_OF_METHOD.replace('notes/read', 'read')],
    line: '- read',
    repaired: true,
  },
  {
    code: 'SCOPE_UNDECLARED',
    base: 'rest',
    change: [SCOPES_OF_METHOD, SCOPES_OF_METHOD.replace('notes/read', 'notes/raed')],
    line: 'notes/raed',
    repaired: true,
  },
  {
    code: 'ENDPOINT_UNREACHABLE',
    base: 'http',
    change: ['        - openid\n        - notes/read\n', '        - openid\n'],
    line: '- notes/read',
    repaired: true,
  },
  {
    code: 'OAUTH_NOT_ENABLED',
    base: 'http',
    change: ['      AllowedOAuthFlowsUserPoolClient: true\n', ''],
    line: 'Web:',
    repaired: true,
  },
  {
    code: 'CLIENT_BEFORE_RESOURCE_SERVER',
    base: 'http',
    change: ['    DependsOn: NotesScopes\n', ''],
    line: 'Web:',
    repaired: true,
  },
  {
    code: 'SDK_TOKENS_LACK_SCOPE',
    base: 'http',
    change: [
      '      AllowedOAuthFlowsUserPoolClient: true\n      AllowedOAuthFlows:\n        - code\n      AllowedOAuthScopes:\n        - openid\n        - notes/read\n',
      '      ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]\n',
    ],
    line: '- notes/read',
  },
  {
    code: 'DEPLOYMENT_TOO_EARLY',
    base: 'rest',
    change: ['      - GetNotes\n', ''],
    line: 'Release0cc175b9:',
    repaired: true,
  },
  { code: 'DEPLOYMENT_ID_STATIC', base: 'rest', change: ['Release0cc175b9:', 'Release:'], line: 'Release:' },
  {
    code: 'PREFLIGHT_NEEDS_TOKEN',
    base: 'rest',
    change: [
      '      AuthorizationType: NONE\n',
      '      AuthorizationType: COGNITO_USER_POOLS\n      AuthorizerId: !Ref Guard\n',
    ],
    line: 'AuthorizationType: COGNITO_USER_POOLS',
    repaired: true,
  },
  {
    code: 'UNAUTHORIZED_WITHOUT_CORS',
    base: 'rest',
    change: ['gatewayresponse.header.Access', 'gatewayresponse.header.header.Access'],
    line: 'Api:',
    repaired: true,
  },
  {
    code: 'AUTHORIZER_NOT_APPLIED',
    base: 'rest',
    change: ['COGNITO_USER_POOLS # tokens only', 'NONE # tokens only'],
    line: 'AuthorizationType: NONE # tokens only',
    repaired: true,
  },
  {
    code: 'AUTHORIZER_UNUSED',
    base: 'rest',
    change: [
      '      AuthorizationType: COGNITO_USER_POOLS # tokens only\n      AuthorizerId: !Ref Guard\n      AuthorizationScopes:\n        - notes/read\n',
      '      AuthorizationType: NONE\n',
    ],
    line: 'Guard:',
  },
  {
    code: 'AUTHORIZER_TYPE_MISMATCH',
    base: 'rest',
    change: ['COGNITO_USER_POOLS # tokens only', 'CUSTOM # tokens only'],
    line: 'AuthorizationType: CUSTOM',
  },
  {
    code: 'AUTHORIZER_MISSING',
    base: 'http',
    change: ['      AuthorizerId: !Ref Guard\n', ''],
    line: 'GetNotes:',
    also: ['AUTHORIZER_UNUSED'],
  },
  {
    code: 'SCOPES_IGNORED',
    base: 'rest',
    change: ['COGNITO_USER_POOLS # tokens only\n      AuthorizerId: !Ref Guard', 'NONE # tokens only'],
    line: 'AuthorizationScopes:',
    repaired: true,
    also: ['AUTHORIZER_UNUSED'],
  },
  {
    code: 'CLIENT_CREDENTIALS_MIXED',
    base: 'rest',
    change: [
      '        - client_credentials\n',
      '        - client_credentials\n        - code\n      CallbackURLs: [https://notes.example.com/in]\n      SupportedIdentityProviders: [COGNITO]\n',
    ],
    line: 'AllowedOAuthFlows:',
    also: ['LOGIN_PAGE_NOT_BRANDED'],
  },
  {
    code: 'CLIENT_CREDENTIALS_WITHOUT_SECRET',
    base: 'rest',
    change: ['      GenerateSecret: true\n', ''],
    line: 'Robot:',
    repaired: true,
  },
  {
    code: 'CLIENT_CREDENTIALS_WITH_OIDC_SCOPE',
    base: 'rest',
    change: [
      '      AllowedOAuthScopes:\n        - notes/read\n  Api',
      '      AllowedOAuthScopes:\n        - notes/read\n        - email\n  Api',
    ],
    line: '- email',
    repaired: true,
  },
  {
    code: 'CLIENT_CREDENTIALS_WITHOUT_SCOPE',
    base: 'rest',
    change: ['      AllowedOAuthScopes:\n        - notes/read\n  Api', '  Api'],
    line: 'Robot:',
  },
  {
    code: 'NO_IDENTITY_PROVIDER',
    base: 'http',
    change: ['      SupportedIdentityProviders:\n        - COGNITO\n', ''],
    line: 'Web:',
    repaired: true,
  },
  {
    code: 'NO_CALLBACK',
    base: 'http',
    change: ['      CallbackURLs:\n        - https://notes.example.com/in\n', ''],
    line: 'Web:',
  },
  {
    code: 'REDIRECT_URI_INVALID',
    base: 'http',
    change: ['https://notes.example.com/in', 'http://notes.example.com/in'],
    line: 'http://notes.example.com/in',
  },
  {
    code: 'DEFAULT_REDIRECT_NOT_LISTED',
    base: 'rest',
    change: [
      'DefaultRedirectURI: https://notes.example.com/in',
      'DefaultRedirectURI: https://notes.example.com/out',
    ],
    line: '/out',
    repaired: true,
  },
  {
    code: 'DOMAIN_MISSING',
    base: 'http',
    change: [
      '  Login:\n    Type: AWS::Cognito::UserPoolDomain\n    Properties:\n      UserPoolId: !Ref Users\n      Domain: notes-login\n',
      '',
    ],
    line: 'Web:',
  },
  {
    code: 'LOGIN_PAGE_NOT_BRANDED',
    base: 'rest',
    change: [
      '  WebBranding:\n    Type: AWS::Cognito::ManagedLoginBranding\n    Properties:\n      UserPoolId: !Ref Users\n      ClientId: !Ref Web\n      UseCognitoProvidedValues: true\n',
      '',
    ],
    line: 'Web:',
    repaired: true,
  },
  {
    code: 'MANAGED_LOGIN_NEEDS_ESSENTIALS',
    base: 'rest',
    change: ['UserPoolTier: ESSENTIALS', 'UserPoolTier: LITE'],
    line: 'ManagedLoginVersion: 2',
  },
  {
    code: 'DOMAIN_PREFIX_INVALID',
    base: 'http',
    change: ['Domain: notes-login', 'Domain: !Sub cognito-${AWS::AccountId}'],
    line: 'cognito-',
  },
  {
    code: 'CLIENT_NOT_IN_AUDIENCE',
    base: 'http',
    change: ['          - !Ref Web\n', '          - another\n'],
    line: 'Audience:',
  },
  {
    code: 'ISSUER_MISMATCH',
    base: 'http',
    change: ['.amazonaws.com/${Users}', '.amazonaws.com/${Users}/'],
    line: 'Issuer:',
    repaired: true,
  },
  {
    code: 'UPDATED_ISSUER_WITH_REST',
    base: 'rest',
    change: [
      '      UserPoolTier: ESSENTIALS\n',
      '      UserPoolTier: ESSENTIALS\n      IssuerConfiguration:\n        Type: UPDATED\n',
    ],
    line: 'Type: UPDATED',
  },
  {
    code: 'VALIDATION_EXPRESSION_WITH_SCOPES',
    base: 'rest',
    change: [
      '      IdentitySource: method',
      '      IdentityValidationExpression: ^abc$\n      IdentitySource: method',
    ],
    line: '^abc$',
    repaired: true,
  },
  {
    code: 'IMPLICIT_GRANT',
    base: 'http',
    change: ['        - code\n', '        - code\n        - implicit\n'],
    line: '- implicit',
  },
  {
    code: 'ROTATION_WITH_REFRESH_FLOW',
    base: 'rest',
    change: [
      '      AccessTokenValidity: 1\n',
      '      AccessTokenValidity: 1\n      RefreshTokenRotation:\n        Feature: ENABLED\n',
    ],
    line: 'RefreshTokenRotation:',
  },
  {
    code: 'ROTATION_WITH_REFRESH_FLOW',
    base: 'rest',
    change: [
      '      AccessTokenValidity: 1\n',
      '      AccessTokenValidity: 1\n      RefreshTokenRotation: { Feature: ENABLED }\n      ExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]\n',
    ],
    line: 'ExplicitAuthFlows:',
  },
  {
    code: 'PUBLIC_CLIENT_WITH_SECRET',
    base: 'http',
    change: [
      '        - https://notes.example.com/in\n',
      '        - notes://in\n      GenerateSecret: true\n',
    ],
    line: 'GenerateSecret: true',
  },
  {
    code: 'LIMIT_EXCEEDED',
    base: 'http',
    change: [
      '      AuthorizerId: !Ref Guard\n      AuthorizationScopes:\n',
      `      AuthorizerId: !Ref Guard\n      AuthorizationScopes:\n${'        - notes/read\n'.repeat(10)}`,
    ],
    line: 'AuthorizationScopes:',
  },
  {
    code: 'TOKEN_VALIDITY_OUT_OF_RANGE',
    base: 'rest',
    change: ['AccessTokenValidity: 1', 'AccessTokenValidity: 60'],
    line: 'AccessTokenValidity: 60',
    repaired: true,
  },
  {
    code: 'NAME_PATTERN',
    base: 'rest',
    change: ['Name: Notes', 'Name: https://notes'],
    line: 'https://notes',
  },
  {
    code: 'SCOPE_NAME_SLASH',
    base: 'rest',
    change: ['ScopeName: write', 'ScopeName: notes/write'],
    line: 'ScopeName: notes/write',
    also: ['SCOPE_UNDECLARED'],
  },
  {
    code: 'IDENTITY_SOURCE_MISSING',
    base: 'rest',
    change: ['      IdentitySource: method.request.header.Authorization\n', ''],
    line: 'Guard:',
    repaired: true,
  },
  {
    code: 'IDENTITY_SOURCE_INVALID',
    base: 'rest',
    change: [
      'IdentitySource: method.request.header.Authorization',
      'IdentitySource: $request.header.Authorization',
    ],
    line: '$request',
    repaired: true,
  },
  {
    code: 'PERMISSION_MISSING',
    base: 'rest',
    change: ['Principal: apigateway.amazonaws.com', 'Principal: s3.amazonaws.com'],
    line: 'List:',
  },
  {
    code: 'INTEGRATION_URI_NOT_INVOCABLE',
    base: 'rest',
    change: [
      '!Sub arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${List.Arn}/invocations',
      '!GetAtt List.Arn',
    ],
    line: 'Uri:',
  },
  {
    code: 'CORS_HEADER_MISSING',
    base: 'http',
    change: ['          - authorization\n', ''],
    line: 'AllowHeaders:',
    repaired: true,
  },
  {
    code: 'AUTHORIZER_TRUSTS_ANOTHER_POOL',
    base: 'rest',
    change: ['!GetAtt Users.Arn', 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123'],
    line: 'arn:aws:cognito-idp',
  },
  {
    code: 'TOKEN_HEADER_UNUSUAL',
    base: 'rest',
    change: ['method.request.header.Authorization', 'method.request.header.X-Token'],
    line: 'X-Token',
  },
  {
    code: 'DUPLICATE_KEY',
    base: 'http',
    change: ['      Name: notes\n', '      Name: notes\n      Name: other\n'],
    line: 'Name: other',
  },
]
