import { expect, it } from 'vitest'
import { reportOf } from '../../../lib/doctor/report'
import { diagnoseText } from './files'

/** An operation of a definition, and an event at the same place that names another authorizer. */
const text = (
  merges: string,
  path: string,
  auth = '{ Authorizer: Fn }',
) => `Transform: AWS::Serverless-2016-10-31
Parameters: { Unknown: { Type: String } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Notes:
    Type: AWS::Serverless::Api
    Properties:
      StageName: dev
      MergeDefinitions: ${merges}
      Auth: { Authorizers: { Pool: { UserPoolArn: !GetAtt Users.Arn }, Fn: { FunctionArn: !GetAtt List.Arn } } }
      DefinitionBody:
        swagger: '2.0'
        info: { title: a, version: '1' }
        paths: { /a: { get: { security: [{ Pool: [] }], responses: {}, x-amazon-apigateway-integration: { type: mock } } } }
  List:
    Type: AWS::Serverless::Function
    Properties: { Handler: a.b, Events: { Get: { Type: Api, Properties: { RestApiId: !Ref Notes, Path: ${path}, Method: get, Auth: ${auth} } } } }
`

it.each<[string, string, string, string, readonly string[], string?]>([
  ['an event that is added', 'true', '/a', 'custom', ['AUTHORIZER_UNUSED']],
  ['an event that is not added', 'false', '/a', 'cognito', ['METHOD_WITHOUT_SCOPES']],
  ['an event that may be added', '!Ref Unknown', '/a', 'unknown', []],
  ['an event whose path is not known', 'true', '!Ref Unknown', 'unknown', []],
  [
    'an event that may override',
    'false',
    '/a',
    'unknown',
    [],
    '{ Authorizer: Fn, OverrideApiAuth: !Ref Unknown }',
  ],
])('%s decides over an operation as far as that is known', (_, merges, path, authorization, codes, auth?) => {
  const { access, findings, undecided } = reportOf(diagnoseText(text(merges, path, auth)))
  expect(access[0]).toMatchObject({ endpoint: 'GET /a', authorization })
  const found = findings.map(({ code }) => code)
  for (const code of ['METHOD_WITHOUT_SCOPES', 'AUTHORIZER_UNUSED'])
    expect([code, found.includes(code)]).toEqual([code, codes.includes(code)])
  if (authorization === 'unknown')
    expect(undecided.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['METHOD_WITHOUT_SCOPES', 'AUTHORIZER_UNUSED']),
    )
})

it('an event with an unknown path counts, though another one at the operation comes after it', () => {
  const two = text('true', '!Ref Unknown').replace(
    'Events: { Get:',
    'Events: { Other: { Type: Api, Properties: { RestApiId: !Ref Notes, Path: !Ref Unknown, Method: get, Auth: { Authorizer: Fn } } }, Get:',
  )
  const later = two.replace(/(Get: .*Path: )!Ref Unknown/, '$1/a')
  expect(reportOf(diagnoseText(later)).access[0]).toMatchObject({
    endpoint: 'GET /a',
    authorization: 'unknown',
  })
})

// SAM gives no default authorizer to OPTIONS of an HTTP API, nor to that of a REST API with the flag.
it.each([
  [
    'Api',
    'RestApiId',
    'StageName: a, Cors: "\'*\'"',
    'AddDefaultAuthorizerToCorsPreflight: false, ',
    'UserPoolArn: !GetAtt Users.Arn',
  ],
  [
    'HttpApi',
    'ApiId',
    'CorsConfiguration: { AllowOrigins: [https://app.example.com] }',
    '',
    'IdentitySource: $request.header.Authorization, JwtConfiguration: { issuer: !GetAtt Users.ProviderURL, audience: [a] }',
  ],
])(
  'an event of the type %s with an unknown method may be without the default authorizer',
  (type, link, settings, flag, pool) => {
    const { findings, undecided } = diagnoseText(`Transform: AWS::Serverless-2016-10-31
Parameters: { Unknown: { Type: String } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Notes:
    Type: AWS::Serverless::${type}
    Properties: { ${settings}, Auth: { DefaultAuthorizer: Pool, ${flag}Authorizers: { Pool: { ${pool} } } } }
  List:
    Type: AWS::Serverless::Function
    Properties: { Handler: a.b, Events: { Get: { Type: ${type}, Properties: { ${link}: !Ref Notes, Path: /a, Method: !Ref Unknown } } } }
`)
    expect(findings).toEqual([])
    expect(undecided.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'AUTHORIZER_UNUSED',
        ...(type === 'Api'
          ? ['METHOD_WITHOUT_SCOPES', 'UNAUTHORIZED_WITHOUT_CORS']
          : ['ROUTE_WITHOUT_SCOPES', 'CORS_HEADER_MISSING']),
      ]),
    )
  },
)
