import { expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const PARENT = (scopes: string) => `Parameters: { Scopes: { Type: String } }
Resources:
  Names: { Type: AWS::S3::Bucket }
  Inner: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: inner.yaml, Parameters: { Scopes: ${scopes} } } }
`
const INNER = `Parameters: { Scopes: { Type: CommaDelimitedList } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: guard, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: !Ref Scopes } }
`
const CODE = 'METHOD_WITHOUT_SCOPES'

it.each([
  ['"a/b,c/d"', undefined],
  // One item, whatever it is.
  ['!GetAtt Names.Arn', undefined],
  ["!Sub '${Scopes}'", 'The parameter Scopes has no usable default. Give its value.'],
  ["!Sub '${Names.Arn}-x'", 'The items of the list are known when the template is deployed.'],
])('the list that a parent gives as %s', (scopes, why) => {
  const { findings, undecided } = diagnose([
    { path: 'parent.yaml', text: PARENT(scopes) },
    { path: 'inner.yaml', text: INNER },
  ])
  expect(findings.map(({ code }) => code)).not.toContain(CODE)
  expect(undecided.find(({ code }) => code === CODE)?.because.map(({ message }) => message)).toEqual(
    why && [why],
  )
})
