import { expect, it } from 'vitest'
import { repairsOf } from '../../../lib/doctor/repair'
import { importTemplate } from '../../../lib/index'
import { diagnoseText } from './files'

/** The scopes may be those of the authorizer that is not there. */
it.each(['Api', 'HttpApi'])('an event of a SAM %s with an unknown authorizer has that fault only', type => {
  const { findings } = diagnoseText(`Transform: AWS::Serverless-2016-10-31
Resources:
  Fn: { Type: AWS::Serverless::Function, Properties: { Events: { Get: { Type: ${type}, Properties: { Path: /a, Method: get, Auth: { Authorizer: Gone } } } } } }
`)
  expect(findings.map(({ code }) => code)).toEqual(['AUTHORIZER_MISSING'])
})

it('a deployment is to wait for the methods of its own API only', () => {
  const diagnosis = diagnoseText(`Resources:
  One: { Type: AWS::ApiGateway::RestApi, Properties: { Name: one } }
  Two: { Type: AWS::ApiGateway::RestApi, Properties: { Name: two } }
  Http: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: h, ProtocolType: HTTP } }
  A: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref One, ResourceId: !GetAtt One.RootResourceId, HttpMethod: GET, AuthorizationType: NONE } }
  B: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Two, ResourceId: !GetAtt Two.RootResourceId, HttpMethod: GET, AuthorizationType: NONE } }
  C: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Http, RouteKey: GET /a } }
  Deployed0a1b2c3d: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref One } }
`)
  const [finding] = diagnosis.findings
  expect(finding?.code).toBe('DEPLOYMENT_TOO_EARLY')
  expect(repairsOf(finding!, diagnosis).map(({ label }) => label)).toEqual([
    'Let Deployed0a1b2c3d depend on A',
  ])
})

it('an authorizer that a condition chooses is no list of scopes', () => {
  const { findings, undecided } = diagnoseText(
    `service: a
provider: { name: aws }
functions: { f: { handler: a.b, events: [{ http: { path: /a, method: get, authorizer: !If [Is, f, g] } }] } }
`,
    'serverless.yml',
  )
  expect(findings).toEqual([])
  expect(undecided.map(({ code }) => code)).toContain('SCOPES_IGNORED')
})

it('what is beside the paths of a definition is no endpoint', () => {
  const { facts } = diagnoseText(`openapi: 3.0.1
info: { title: a, version: '1' }
paths: { /a: { get: {} }, x-note: { get: {} } }
`)
  expect(facts.deployed.endpoints.map(({ id }) => id)).toEqual(['GET /a'])
})

it('things of a snapshot without a name are called what they are', () => {
  const { facts } = diagnoseText(
    JSON.stringify({
      awsSnapshot: 1,
      restApi: {},
      authorizers: { items: [{ name: '' }] },
      gatewayResponses: { items: [{}] },
      userPool: { UserPool: { Domain: '' } },
      resourceServers: { ResourceServers: [{}] },
    }),
  )
  const { apis, authorizers, gatewayResponses, userPools, domains, resourceServers } = facts.deployed
  expect(
    [apis, authorizers, gatewayResponses, userPools, domains, resourceServers].flatMap(things =>
      things.map(({ id }) => id),
    ),
  ).toEqual(['api', 'authorizer', 'response', 'user pool', 'domain', 'resource server'])
})

it('a pattern of Sub that is itself a function is not read as text', () => {
  const client = (name: string) => `Parameters: { One: { Type: String, Default: one } }
Resources: { Client: { Type: AWS::Cognito::UserPoolClient, Properties: { ClientName: !Sub [${name}, {}] } } }
`
  for (const name of ['!Ref One', '{ Ref: One }']) {
    const [found] = diagnoseText(client(name)).facts.deployed.clients
    expect(found?.settings).toMatchObject({
      fields: new Map([
        ['ClientName', expect.objectContaining({ value: expect.objectContaining({ kind: 'unknown' }) })],
      ]),
    })
  }
})

it('an import does not say of a client with unknown grants that it has none', () => {
  const reasons = (flows: string) =>
    importTemplate([
      {
        path: 'template.yaml',
        text: `Parameters: { Open: { Type: String } }
Transform: AWS::Serverless-2016-10-31
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users${flows} } }
  Api: { Type: AWS::Serverless::Api, Properties: { StageName: s, Auth: { DefaultAuthorizer: P, Authorizers: { P: { UserPoolArn: !GetAtt Users.Arn } } } } }
  Fn: { Type: AWS::Serverless::Function, Properties: { Events: { Get: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /a, Method: get } } } } }
`,
      },
    ]).report.flatMap(({ what, why }) => (what === 'client Client' ? [why] : []))
  const sdk = 'It signs users in through the SDK only, which the spec cannot express.'
  const unknown = 'The files show no OAuth grant that a spec can have.'
  expect(reasons('')).toEqual([sdk])
  expect(reasons(', AllowedOAuthFlows: []')).toEqual([sdk])
  expect(reasons(', AllowedOAuthFlows: !Ref Open')).toEqual([unknown])
  expect(reasons(', AllowedOAuthFlows: [password]')).toEqual([unknown])
})
