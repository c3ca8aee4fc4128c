import { expect, it } from 'vitest'
import { repairsOf } from '../../../lib/doctor/repair'
import { diagnoseText } from './files'

/** The origin that the repair of a SAM API writes. */
function originOf(cors: string): string | undefined {
  const diagnosis = diagnoseText(`Transform: AWS::Serverless-2016-10-31
Parameters: { Origin: { Type: String } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: a
      Cors: ${cors}
      Auth: { DefaultAuthorizer: Pool, AddDefaultAuthorizerToCorsPreflight: false, Authorizers: { Pool: { UserPoolArn: !GetAtt Users.Arn } } }
  List:
    Type: AWS::Serverless::Function
    Properties: { Handler: a.b, Events: { Get: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /a, Method: get } } } }
`)
  const finding = diagnosis.findings.find(({ code }) => code === 'UNAUTHORIZED_WITHOUT_CORS')!
  const [repair] = repairsOf(finding, diagnosis)
  return repair && /Access-Control-Allow-Origin: (.*)/.exec(repair.edits[0]!.text)?.[1]
}

// Browsers accept no wildcard where credentials are allowed, so an origin that is not known leaves no repair.
it.each([
  [`"'*'"`, `"'*'"`],
  [`{ AllowOrigin: "'https://a.example'" }`, `"'https://a.example'"`],
  [`{ AllowOrigin: "'https://a.example'", AllowCredentials: true }`, `"'https://a.example'"`],
  [`{ AllowOrigin: !Sub "'\${Origin}'" }`, `"'*'"`],
  [`{ AllowOrigin: !Sub "'\${Origin}'", AllowCredentials: true }`, undefined],
])('of CORS settings %s the repair allows %s', (cors, expected) => {
  expect(originOf(cors)).toBe(expected)
})

it('only a deployment of the same API waits for the gateway response', () => {
  const api = (id: string) => `
  ${id}: { Type: AWS::ApiGateway::RestApi, Properties: { Name: ${id} } }
  ${id}Auth: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref ${id}, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
  ${id}Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref ${id}, ResourceId: !GetAtt ${id}.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref ${id}Auth } }
  ${id}Preflight: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref ${id}, ResourceId: !GetAtt ${id}.RootResourceId, HttpMethod: OPTIONS, AuthorizationType: NONE, Integration: { Type: MOCK } } }
  ${id}Deployment: { Type: AWS::ApiGateway::Deployment, DependsOn: [${id}Get, ${id}Preflight], Properties: { RestApiId: !Ref ${id} } }`
  const text = `Resources:
  Users: { Type: AWS::Cognito::UserPool }${api('One')}${api('Two')}
`
  const diagnosis = diagnoseText(text)
  const waiting = diagnosis.findings
    .filter(({ code }) => code === 'UNAUTHORIZED_WITHOUT_CORS')
    .map(finding =>
      repairsOf(finding, diagnosis)[0]
        ?.edits.slice(1)
        .map(edit => edit.text),
    )
  expect(waiting).toEqual([[', OneDefault4xx'], [', TwoDefault4xx']])
})

// A template has a resource for each gateway response, and need not write it into the document.
it.each([
  ["'${arn}'", ['UNAUTHORIZED_WITHOUT_CORS'], []],
  ["{ 'Fn::Sub': '${Users.Arn}' }", ['UNAUTHORIZED_WITHOUT_CORS'], []],
  [
    'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123',
    [],
    ['UNAUTHORIZED_WITHOUT_CORS'],
  ],
])('an OpenAPI document with the pool %s leaves undecided %j', (arn, undecided, found) => {
  const diagnosis = diagnoseText(`openapi: 3.0.1
info: { title: notes, version: '1' }
components:
  securitySchemes:
    pool:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: cognito_user_pools
      x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: [${arn}] }
paths:
  /a:
    get: { security: [pool: []], x-amazon-apigateway-integration: { type: mock } }
    options: { x-amazon-apigateway-integration: { type: http_proxy, uri: 'https://\${stageVariables.host}/a', httpMethod: GET } }
`)
  const ofCors = (all: readonly { readonly code: string }[]) =>
    all.map(({ code }) => code).filter(code => code === 'UNAUTHORIZED_WITHOUT_CORS')
  expect([ofCors(diagnosis.undecided), ofCors(diagnosis.findings)]).toEqual([undecided, found])
})

it('a header that a condition may leave out leaves it undecided', () => {
  const { findings, undecided } = diagnoseText(`Transform: AWS::Serverless-2016-10-31
Parameters: { Stage: { Type: String } }
Conditions: { IsLive: !Equals [!Ref Stage, live] }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: a
      Cors: "'*'"
      Auth: { DefaultAuthorizer: Pool, AddDefaultAuthorizerToCorsPreflight: false, Authorizers: { Pool: { UserPoolArn: !GetAtt Users.Arn } } }
      GatewayResponses: { DEFAULT_4XX: { ResponseParameters: { Headers: { Access-Control-Allow-Origin: !If [IsLive, "'*'", !Ref AWS::NoValue] } } } }
  List:
    Type: AWS::Serverless::Function
    Properties: { Handler: a.b, Events: { Get: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /a, Method: get } } } }
`)
  expect(findings.map(({ code }) => code)).toEqual(['METHOD_WITHOUT_SCOPES'])
  expect(undecided.map(({ code, because }) => [code, because.map(({ name }) => name)])).toEqual([
    ['UNAUTHORIZED_WITHOUT_CORS', ['IsLive']],
  ])
})
