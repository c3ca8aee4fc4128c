import { expect, it } from 'vitest'
import { requiresApiKey } from '../../../lib/deployed/access'
import { listingOf } from '../../../lib/deployed/questions'
import { endpointName, show } from '../../../lib/deployed/show'
import { accessMatrix } from '../../../lib/doctor/access-matrix'
import { reportOf } from '../../../lib/doctor/report'
import { diagnoseText } from './files'

// API Gateway gives the security of the document to operations that SAM writes none into.
it.each(['HttpApi', 'Api'])('what the definition of an %s of SAM requires may count for its events', kind => {
  const { access, findings, undecided } = reportOf(
    diagnoseText(`Transform: AWS::Serverless-2016-10-31
Resources:
  Notes:
    Type: AWS::Serverless::${kind}
    Properties:
      StageName: dev
      MergeDefinitions: true
      DefinitionBody: { openapi: 3.0.1, info: { title: a, version: '1' }, security: [{ Pool: [notes/read] }], paths: {} }
  List:
    Type: AWS::Serverless::Function
    Properties: { Handler: a.b, Events: { Get: { Type: ${kind}, Properties: { ${kind === 'Api' ? 'RestApiId' : 'ApiId'}: !Ref Notes, Path: /a, Method: get } } } }
`),
  )
  expect(access).toMatchObject([{ endpoint: 'GET /a', authorization: 'unknown' }])
  expect(findings).toEqual([])
  expect(undecided.map(({ because }) => because[0]?.message)).toContain(
    'The definition sets security for all its operations, which is not read for events.',
  )
})

// An event of an HTTP API with anything in Auth names the default authorizer (`_add_auth_to_openapi_integration` in SAM's push.py).
it.each([
  ['GET', '{ AuthorizationScopes: [notes/write] }', '', 'jwt', ['notes/write']],
  ['GET', '{ AuthorizationScopes: [notes/write] }', 'security: [{ Own: [notes/read] }],', 'unknown', []],
  ['GET', '{}', 'security: [{ Own: [notes/read] }],', 'jwt', ['notes/read']],
  ['OPTIONS', '{}', '', 'none', []],
])('%s with Auth: %s and %s in the definition', (method, auth, security, authorization, scopes) => {
  const { facts, refused } = diagnoseText(`Transform: AWS::Serverless-2016-10-31
Resources:
  Notes:
    Type: AWS::Serverless::HttpApi
    Properties:
      Auth: { DefaultAuthorizer: Pool, Authorizers: { Pool: { JwtConfiguration: { issuer: i, audience: [a] }, IdentitySource: $request.header.Authorization } } }
      DefinitionBody:
        openapi: 3.0.1
        info: { title: a, version: '1' }
        components: { securitySchemes: { Own: { type: oauth2, x-amazon-apigateway-authorizer: { type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: { issuer: i, audience: [a] } } } } }
        paths: { /a: { get: { ${security} responses: {} } } }
  List:
    Type: AWS::Serverless::Function
    Properties: { Handler: a.b, Events: { Get: { Type: HttpApi, Properties: { ApiId: !Ref Notes, Path: /a, Method: ${method}, Auth: ${auth} } } } }
`)
  const name = `${method} /a`
  const rows = accessMatrix(facts, refused).filter(({ endpoint }) => endpoint === name)
  expect(rows).toMatchObject([{ authorization }])
  const [endpoint] = facts.deployed.endpoints.filter(it => endpointName(it) === name)
  expect(listingOf(endpoint!.scopes).items.map(({ text }) => show(text))).toEqual(scopes)
})

// A list that SAM writes takes the place of that of the document, and MergeDefinitions that of the operation.
it.each([
  ['DefaultAuthorizer: Pool', 'security: [{ key: [] }],', '', '{}', 'cognito', false],
  ['UsagePlan: {}', '', 'security: [{ key: [] }],', '{ Authorizer: Pool }', 'cognito', false],
  ['ApiKeyRequired: false', '', 'security: [{ key: [] }],', '{}', 'none', true],
  ['ApiKeyRequired: !Ref Key', 'security: [{ Own: [] }],', '', '{}', 'unknown', undefined],
])(
  'with %s, %s of the document and %s of an operation, the event %s',
  (api, document, operation, auth, authorization, key) => {
    const { facts, refused } = diagnoseText(`Transform: AWS::Serverless-2016-10-31
Parameters: { Key: { Type: String } }
Resources:
  Notes:
    Type: AWS::Serverless::Api
    Properties:
      StageName: dev
      MergeDefinitions: true
      Auth: { ${api}, Authorizers: { Pool: { UserPoolArn: arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_AbCdEf123 } } }
      DefinitionBody:
        swagger: '2.0'
        info: { title: a, version: '1' }
        ${document ? document.slice(0, -1) : 'schemes: [http]'}
        securityDefinitions:
          key: { type: apiKey, name: x-api-key, in: header }
          Own: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: [arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_AbCdEf123] } }
        paths: { /a: { get: { ${operation} responses: {}, x-amazon-apigateway-integration: { type: mock } } } }
  List:
    Type: AWS::Serverless::Function
    Properties: { Handler: a.b, Events: { Get: { Type: Api, Properties: { RestApiId: !Ref Notes, Path: /a, Method: get, Auth: ${auth} } } } }
`)
    expect(accessMatrix(facts, refused)).toMatchObject([{ endpoint: 'GET /a', authorization }])
    expect(facts.deployed.endpoints.map(it => requiresApiKey(it).is)).toEqual([key])
  },
)

it('events have no security of a document whose list is empty', () => {
  const { facts, refused } = diagnoseText(`Transform: AWS::Serverless-2016-10-31
Resources:
  Notes:
    Type: AWS::Serverless::HttpApi
    Properties: { DefinitionBody: { openapi: 3.0.1, info: { title: a, version: '1' }, security: [], paths: {} } }
  List:
    Type: AWS::Serverless::Function
    Properties: { Handler: a.b, Events: { Get: { Type: HttpApi, Properties: { ApiId: !Ref Notes, Path: /a, Method: get } } } }
`)
  expect(accessMatrix(facts, refused)).toMatchObject([{ endpoint: 'GET /a', authorization: 'none' }])
})

// Beside an authorizer that is known, another one of the operation may be defined too.
it.each([
  ['Authorizers: !If [C, { Pool: { UserPoolArn: !Ref Arn } }, !Ref AWS::NoValue]', 'Own', 'unknown'],
  ['Authorizers: { Pool: { UserPoolArn: !Ref Arn } }', 'one that a condition decides', 'unknown'],
  ['Authorizers: { Other: { UserPoolArn: !Ref Arn } }', 'Own', 'cognito'],
])('with %s and the scheme %s an operation of two schemes is %s', (authorizers, scheme, authorization) => {
  const own =
    'type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: [!Ref Arn] }'
  const schemes = scheme === 'Own' ? `{ Own: { ${own} } }` : `!If [C, { Own: { ${own} } }, !Ref AWS::NoValue]`
  const { facts, refused } = diagnoseText(`Transform: AWS::Serverless-2016-10-31
Parameters: { Arn: { Type: String }, Kind: { Type: String } }
Conditions: { C: !Equals [!Ref Kind, a] }
Resources:
  Notes:
    Type: AWS::Serverless::Api
    Properties:
      StageName: dev
      Auth: { ${authorizers} }
      DefinitionBody:
        swagger: '2.0'
        info: { title: a, version: '1' }
        securityDefinitions: ${schemes}
        paths: { /a: { get: { security: [{ Own: [] }, { Pool: [] }], responses: {}, x-amazon-apigateway-integration: { type: mock } } } }
`)
  expect(accessMatrix(facts, refused)).toMatchObject([{ endpoint: 'GET /a', authorization }])
})
