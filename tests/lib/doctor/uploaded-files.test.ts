import { expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const CHILD = `Parameters: { Scope: { Type: String } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: guard, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: [!Ref Scope] } }
`
const parent = (address: string) => `Parameters: { Bucket: { Type: String }, Prefix: { Type: String } }
Conditions: { Ours: !Equals [!Ref Bucket, ''] }
Resources:
  Inner: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${address}, Parameters: { Scope: read } } }
`
const read = (files: Readonly<Record<string, string>>) =>
  diagnose(Object.entries(files).map(([path, text]) => ({ path, text })))

const GIVEN = { codes: ['SCOPE_NOT_FULL'], apis: 1, problems: [] }
const notGiven = (file: string) => ({
  codes: [],
  apis: 1,
  problems: [`The nested stack Inner was not given. Add its template${file} to the files.`],
})

it.each([
  ['https://s3.amazonaws.com/bucket/stacks/api.yaml', GIVEN],
  ['https://s3.amazonaws.com/bucket/api.yaml?versionId=1.2', GIVEN],
  ["!Sub 'https://${Bucket}.s3.${AWS::URLSuffix}/${Prefix}stacks/api.yaml'", GIVEN],
  ["!Sub ['https://${B}.s3.amazonaws.com/api.yaml', { B: !Ref Bucket }]", GIVEN],
  ["!Join ['/', ['https://s3.amazonaws.com', !Ref Bucket, stacks, api.yaml]]", GIVEN],
  ["!Sub '${Prefix}/api.yaml'", GIVEN],
  ['https://s3.amazonaws.com/bucket/other.yaml', notGiven(' https://s3.amazonaws.com/bucket/other.yaml')],
  ["!Sub 'https://s3.amazonaws.com/${Bucket}/other.yaml'", notGiven(' other.yaml')],
  ["!Sub 'https://s3.amazonaws.com/${Bucket}/${Prefix}api.yaml'", notGiven('')],
  ['!Ref Bucket', notGiven('')],
])('the template at %s', (address, expected) => {
  const { findings, apis, files } = read({ 'parent.yaml': parent(address), 'stacks/api.yaml': CHILD })
  expect({
    codes: findings.map(({ code }) => code),
    apis: apis.length,
    problems: files[0]?.problems.map(({ message }) => message),
  }).toEqual(expected)
})

const OTHER = 'Resources: { Topic: { Type: AWS::SNS::Topic } }\n'

it.each([
  ['https://bucket.s3.amazonaws.com/one/api.yaml', true],
  ['https://bucket.s3.amazonaws.com/api.yaml', false],
])('of two files with one name, %s is the one whose folder it names', (address, isGiven) => {
  const { findings, files } = read({
    'p.yaml': parent(address),
    'one/api.yaml': CHILD,
    'two/api.yaml': OTHER,
  })
  expect(findings.map(({ code }) => code)).toEqual(isGiven ? ['SCOPE_NOT_FULL'] : [])
  expect(files[0]?.problems).toHaveLength(isGiven ? 0 : 1)
})

it('one file is not taken for two', () => {
  const second = (address: string) =>
    `${parent('https://bucket.s3.amazonaws.com/one/api.yaml')}  Other: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: '${address}', Parameters: { Scope: read } } }\n`
  const problems = (address: string) =>
    read({ 'p.yaml': second(address), 'one/api.yaml': CHILD }).files[0]?.problems.length
  expect(problems('https://bucket.s3.amazonaws.com/two/api.yaml')).toBe(2)
  expect(problems('https://bucket.s3.amazonaws.com/one/api.yaml')).toBe(0)
})

const DEFINITION = `openapi: 3.0.1
info: { title: notes, version: '1' }
paths: { /notes: { get: { responses: {}, security: [{ users: [] }] } } }
components: { securitySchemes: { users: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEfGhI'] } } } }
`

it.each([
  [
    'Type: AWS::ApiGateway::RestApi, Properties: { BodyS3Location: { Bucket: !Ref Bucket, Key: v1/api.yaml } }',
  ],
  ["Type: AWS::Serverless::Api, Properties: { StageName: v1, DefinitionUri: 's3://bucket/api.yaml' }"],
  [
    "Type: AWS::ApiGateway::RestApi, Properties: { Body: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: !Sub 's3://${Bucket}/api.yaml' } } } }",
  ],
])('the definition of { %s }', api => {
  const { findings } = read({
    'template.yaml': `Parameters: { Bucket: { Type: String } }\nResources:\n  Api: { ${api} }\n`,
    'v1/api.yaml': DEFINITION,
  })
  expect(findings.map(({ code, at }) => [code, at[0]?.file])).toEqual([
    ['METHOD_WITHOUT_SCOPES', 'v1/api.yaml'],
  ])
})
