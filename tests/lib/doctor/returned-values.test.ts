import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { diagnoseText } from './files'

const POOL = '{ Type: AWS::Cognito::UserPool }'

const withAuthorizer = (arn: string, resources: string) => `Resources:
  Users: ${POOL}
  Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users } }
  ${resources}
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Auth:
    Type: AWS::ApiGateway::Authorizer
    Properties: { RestApiId: !Ref Api, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [${arn}] }
  Get:
    Type: AWS::ApiGateway::Method
    Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Auth, AuthorizationScopes: [api/read] }
`

/** What is said of the pool that the authorizer trusts: a finding, an undecided check with its causes, or nothing. */
const trustOf = (text: string) => {
  const { findings, undecided } = diagnoseText(text)
  if (findings.some(({ code }) => code === 'AUTHORIZER_TRUSTS_ANOTHER_POOL')) return 'another'
  const open = undecided.find(({ code }) => code === 'AUTHORIZER_TRUSTS_ANOTHER_POOL')
  return open ? open.because.map(({ message }) => message) : 'this one'
}

describe('an authorizer with the ARN of a pool from', () => {
  const ssm = (value: string) =>
    `Parameter: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: ${value} } }`
  it.each([
    ['the pool', '!GetAtt Users.Arn', '', 'this one'],
    ['another resource', '!GetAtt Key.Arn', 'Key: { Type: AWS::KMS::Key }', 'another'],
    ['an SSM parameter that has it', '!GetAtt Parameter.Value', ssm('!GetAtt Users.Arn'), 'this one'],
    ['an SSM parameter with another', '!GetAtt Parameter.Value', ssm('!GetAtt Key.Arn'), 'another'],
    [
      'a custom resource',
      '!GetAtt Found.Arn',
      'Found: { Type: Custom::FindPool }',
      ['Found.Arn is what a custom resource returns when the template is deployed.'],
    ],
    [
      'the reference to a custom resource',
      '!Ref Found',
      'Found: { Type: AWS::CloudFormation::CustomResource }',
      ['Found is what a custom resource returns when the template is deployed.'],
    ],
    [
      'GetAtt without an attribute',
      '!GetAtt Users',
      '',
      ['GetAtt Users is neither a parameter nor a resource of these files.'],
    ],
    [
      'GetAtt of a name alone',
      '!GetAtt nothing',
      '',
      ['GetAtt nothing is neither a parameter nor a resource of these files.'],
    ],
  ])('%s', (_, arn, resource, expected) => {
    const text = withAuthorizer(
      arn,
      resource.includes('Parameter') ? `${resource}\n  Key: { Type: AWS::KMS::Key }` : resource,
    )
    expect(trustOf(text)).toEqual(expected)
  })
})

it.each(['AWS::CloudFormation::Stack', 'AWS::Serverless::Application'])(
  'the outputs of a nested %s are those of its template',
  type => {
    const location = type.endsWith('Stack') ? 'TemplateURL' : 'Location'
    const parent = `Transform: AWS::Serverless-2016-10-31
Resources:
  Auth: { Type: ${type}, Properties: { ${location}: ./auth.yaml } }
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      Auth:
        DefaultAuthorizer: Jwt
        Authorizers:
          Jwt:
            AuthorizationScopes: [email]
            IdentitySource: $request.header.Authorization
            JwtConfiguration: { issuer: !GetAtt Auth.Outputs.Issuer, audience: [!GetAtt Auth.Outputs.Client] }
  List:
    Type: AWS::Serverless::Function
    Properties: { Events: { Get: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /, Method: get } } } }
`
    const nested = `Resources:
  Users: ${POOL}
  Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users } }
Outputs:
  Issuer: { Value: !Sub 'https://cognito-idp.\${AWS::Region}.amazonaws.com/\${Users}' }
  Client: { Value: !Ref Client }
`
    const files = [
      { path: 'template.yaml', text: parent },
      { path: 'auth.yaml', text: nested },
    ]
    const { findings, undecided } = diagnose(files)
    expect(findings.map(({ code }) => code)).toEqual(['SDK_TOKENS_LACK_SCOPE'])
    expect(undecided).toEqual([])
    expect(diagnose(files.slice(0, 1)).undecided.map(({ code }) => code)).toContain('ENDPOINT_UNREACHABLE')
  },
)

describe('a pool without a domain, and a custom resource', () => {
  const verdictOf = (custom: string) => {
    const { findings, undecided } = diagnoseText(`Resources:
  Users: ${POOL}
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties: { UserPoolId: !Ref Users, AllowedOAuthFlows: [code], AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthScopes: [openid], CallbackURLs: ['https://a.example'], SupportedIdentityProviders: [COGNITO] }
  Custom: ${custom}
`)
    return [findings.map(({ code }) => code), undecided.map(({ code, because }) => [code, because[0]?.name])]
  }
  const FOUND = [['DOMAIN_MISSING'], []]

  it.each([
    ['that has nothing to do with it', '{ Type: Custom::Seed, Properties: { Table: a } }', FOUND],
    [
      'of CDK that reads the secret',
      '{ Type: Custom::DescribeCognitoUserPoolClient, Properties: { Create: !Ref Client } }',
      FOUND,
    ],
    ['of AWS that refers to it', '{ Type: AWS::SSM::Parameter, Properties: { Value: !Ref Users } }', FOUND],
    [
      'that may add one',
      '{ Type: Custom::CognitoDomain, Properties: { UserPoolId: !Ref Users } }',
      [[], [['DOMAIN_MISSING', 'Custom']]],
    ],
  ])('%s', (_, custom, expected) => {
    expect(verdictOf(custom)).toEqual(expected)
  })
})
