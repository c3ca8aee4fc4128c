import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { reportOf } from '../../../lib/doctor/report'

/** A template whose nested stacks have the methods of its API. */
const parent = (deployment: string) => `Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Version:
    Type: AWS::ApiGateway::Resource
    Properties: { RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: v1 }
  Guard:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      Name: guard
      Type: COGNITO_USER_POOLS
      RestApiId: !Ref Api
      IdentitySource: method.request.header.Authorization
      ProviderARNs: [!GetAtt Pool.Arn]
  Notes:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: notes.yaml, Parameters: &given { Api: !Ref Api, Parent: !Ref Version, Guard: !Ref Guard } }
  Tags:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: tags.yaml, Parameters: *given }
  Deployment1a2b3c4d:
    Type: AWS::ApiGateway::Deployment
${deployment}    Properties: { RestApiId: !Ref Api }
`

const child = (path: string) => `Parameters:
  Api: { Type: String }
  Parent: { Type: String }
  Guard: { Type: String }
Resources:
  Path:
    Type: AWS::ApiGateway::Resource
    Properties: { RestApiId: !Ref Api, ParentId: !Ref Parent, PathPart: ${path} }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Path
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref Guard
      Integration: { Type: MOCK }
`

const files = (deployment: string) => [
  { path: 'notes.yaml', text: child('notes') },
  { path: 'stack.yaml', text: parent(deployment) },
  { path: 'tags.yaml', text: child('tags') },
]

const reportFor = (given: readonly { path: string; text: string }[]) => reportOf(diagnose(given))

describe('methods in nested stacks', () => {
  it('have the paths and the authorizer of the template that nests them', () => {
    const { findings } = reportFor(files('    DependsOn: [Notes, Tags]\n'))
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      [
        'METHOD_WITHOUT_SCOPES',
        'GET /v1/notes accepts ID tokens only: an access token gets 401. The same is true of GET /v1/tags.',
      ],
    ])
  })

  it.each([
    ['    DependsOn: [Notes]\n', 'GET /v1/tags', ', Tags'],
    ['', 'GET /v1/notes', '\n    DependsOn:\n      - Notes\n      - Tags'],
  ])('are there before a deployment that depends on their stacks: %j', (deployment, missing, added) => {
    const given = files(deployment)
    const [first, ...others] = reportFor(given).findings.filter(({ code }) => code === 'DEPLOYMENT_TOO_EARLY')
    expect(others).toEqual([])
    expect(first).toMatchObject({
      message: 'Deployment1a2b3c4d does not wait for Get.',
      why: `A deployment is a snapshot: what is created after it is not served, so ${missing} may be missing from the stage.`,
      at: [{ file: 'stack.yaml', logicalId: 'Deployment1a2b3c4d' }],
      repair: { edits: [{ file: 'stack.yaml', text: added }] },
    })
  })
})

it('routes of a nested stack have the authorizer and the integration of the template that nests it', () => {
  const stack = `Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Web: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Pool } }
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: notes, ProtocolType: HTTP } }
  Socket: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: live, ProtocolType: WEBSOCKET } }
  Fn: { Type: AWS::Lambda::Function, Properties: { Handler: index.handler } }
  Call: { Type: AWS::ApiGatewayV2::Integration, Properties: { ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Fn.Arn } }
  Guard:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      Name: guard
      AuthorizerType: JWT
      IdentitySource: [$request.header.Authorization]
      JwtConfiguration: { Issuer: !GetAtt Pool.ProviderURL, Audience: [!Ref Web] }
  Routes:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: routes.yaml
      Parameters: { Api: !Ref Api, Call: !Ref Call, Guard: !Ref Guard, Socket: !Ref Socket }
`
  const routes = `Parameters: { Api: { Type: String }, Call: { Type: String }, Guard: { Type: String }, Socket: { Type: String } }
Resources:
  Get:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Api
      RouteKey: GET /notes
      AuthorizationType: JWT
      AuthorizerId: !Ref Guard
      AuthorizationScopes: [aws.cognito.signin.user.admin]
      Target: !Sub integrations/\${Call}
  Connect: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Socket, RouteKey: $connect, AuthorizationType: NONE } }
`
  const { findings, undecided, apis } = reportFor([
    { path: 'routes.yaml', text: routes },
    { path: 'stack.yaml', text: stack },
  ])
  expect(findings.map(({ code, message }) => [code, message])).toEqual([
    ['PERMISSION_MISSING', 'API Gateway has no permission to call the function Fn.'],
  ])
  expect(undecided).toEqual([])
  expect(apis.map(({ id, endpoints }) => [id, endpoints])).toEqual([['Api', 1]])
})

describe('a client and the resource server whose scopes it lists, in different templates', () => {
  const server = `  Server:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties: { UserPoolId: !Ref Pool, Identifier: notes, Name: notes, Scopes: [{ ScopeName: read, ScopeDescription: r }] }
`
  const client = `  Machine:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      GenerateSecret: true
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [client_credentials]
      AllowedOAuthScopes: [notes/read]
`
  const pool = '  Pool: { Type: AWS::Cognito::UserPool }\n'
  const nests = (id: string, file: string) =>
    `  ${id}:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: ${file}, Parameters: { Pool: !Ref Pool } }\n`
  const nested = (resources: string) => `Parameters: { Pool: { Type: String } }\nResources:\n${resources}`

  it.each([
    [
      'the server is nested',
      [`Resources:\n${pool}${client}${nests('Scopes', 'b.yaml')}`, nested(server)],
      'Add DependsOn: Scopes to the client. This nested stack creates Server.',
      ['\n    DependsOn: Scopes'],
    ],
    [
      'the client is nested',
      [`Resources:\n${pool}${server}${nests('Apps', 'b.yaml')}`, nested(client)],
      'Let the nested stack of the client depend on what creates Server.',
      undefined,
    ],
  ])('%s', (_, [a = '', b = ''], fix, texts) => {
    const { findings } = reportFor([
      { path: 'a.yaml', text: a },
      { path: 'b.yaml', text: b },
    ])
    const late = findings.find(({ code }) => code === 'CLIENT_BEFORE_RESOURCE_SERVER')
    expect(late?.fix).toBe(fix)
    expect(late?.repair?.edits.map(({ text }) => text)).toEqual(texts)
  })

  it('is in order where the nested stack waits', () => {
    const waiting = nests('Apps', 'b.yaml').replace('    Properties', '    DependsOn: Server\n    Properties')
    const { findings } = reportFor([
      { path: 'a.yaml', text: `Resources:\n${pool}${server}${waiting}` },
      { path: 'b.yaml', text: nested(client) },
    ])
    expect(findings.map(({ code }) => code)).toEqual(['DOMAIN_MISSING'])
  })
})
