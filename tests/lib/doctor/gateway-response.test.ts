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
