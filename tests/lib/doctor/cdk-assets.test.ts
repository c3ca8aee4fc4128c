import { expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { reportOf } from '../../../lib/doctor/report'

/** The address that CDK writes for a file that it uploads; only the metadata says which file that is. */
const uploaded = (file: string, property: string, address: object) => ({
  Properties: { [property]: address },
  Metadata: { 'aws:asset:path': file, 'aws:asset:property': property },
})
const BUCKET = { 'Fn::Sub': 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}' }
const inS3 = {
  'Fn::Join': [
    '',
    ['https://s3.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }, '/', BUCKET, '/6dde.json'],
  ],
}

const parent = {
  Resources: {
    Auth: {
      Type: 'AWS::CloudFormation::Stack',
      ...uploaded('Auth.nested.template.json', 'TemplateURL', inS3),
    },
    Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'notes' } },
    Guard: {
      Type: 'AWS::ApiGateway::Authorizer',
      Properties: {
        RestApiId: { Ref: 'Api' },
        Name: 'guard',
        Type: 'COGNITO_USER_POOLS',
        IdentitySource: 'method.request.header.Authorization',
        ProviderARNs: [{ 'Fn::GetAtt': ['Auth', 'Outputs.PoolArn'] }],
      },
    },
    List: {
      Type: 'AWS::ApiGateway::Method',
      Properties: {
        RestApiId: { Ref: 'Api' },
        ResourceId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
        HttpMethod: 'GET',
        AuthorizationType: 'COGNITO_USER_POOLS',
        AuthorizerId: { Ref: 'Guard' },
        AuthorizationScopes: ['notes/read'],
        Integration: { Type: 'MOCK' },
      },
    },
  },
}
const child = {
  Resources: {
    Pool: { Type: 'AWS::Cognito::UserPool' },
    Notes: {
      Type: 'AWS::Cognito::UserPoolResourceServer',
      Properties: {
        UserPoolId: { Ref: 'Pool' },
        Identifier: 'notes',
        Name: 'n',
        Scopes: [{ ScopeName: 'raed', ScopeDescription: 'r' }],
      },
    },
  },
  Outputs: { PoolArn: { Value: { 'Fn::GetAtt': ['Pool', 'Arn'] } } },
}
const file = (path: string, content: object) => ({ path, text: JSON.stringify(content, null, 1) })

it('finds the template of a nested stack of CDK among the files', () => {
  const { findings, files } = reportOf(
    diagnose([file('cdk.out/S.template.json', parent), file('cdk.out/Auth.nested.template.json', child)]),
  )
  expect(files.map(({ read }) => read)).toEqual(['whole', 'whole'])
  expect(findings.map(({ code }) => code)).toEqual(['SCOPE_UNDECLARED'])
})

it('says which file a nested stack of CDK lacks', () => {
  const { findings, files } = reportOf(diagnose([file('S.template.json', parent)]))
  expect(files.map(({ problems }) => problems.map(({ message }) => message))).toEqual([
    ['The nested stack Auth was not given. Add its template Auth.nested.template.json to the files.'],
  ])
  expect(findings).toEqual([])
})

it('reads the definition of an API that CDK uploads', () => {
  const template = {
    Resources: {
      Api: {
        Type: 'AWS::ApiGateway::RestApi',
        ...uploaded('asset.be29.json', 'BodyS3Location', { Bucket: BUCKET, Key: 'be29.json' }),
      },
    },
  }
  const definition = {
    openapi: '3.0.1',
    info: { title: 'n', version: '1' },
    paths: { '/n': { get: { responses: {} } } },
  }
  const given = file('S.template.json', template)
  expect(
    reportOf(diagnose([given, file('asset.be29.json', definition)])).access.map(({ endpoint }) => endpoint),
  ).toEqual(['GET /n'])
  expect(reportOf(diagnose([given])).files[0]?.problems.map(({ message }) => message)).toEqual([
    'asset.be29.json was not given. Add it to the files.',
  ])
})

it('takes no file for a property that it was not uploaded for', () => {
  const { Auth, ...others } = parent.Resources
  const code = { ...Auth, Metadata: { ...Auth.Metadata, 'aws:asset:property': 'Code' } }
  const { files } = reportOf(
    diagnose([
      file('S.template.json', { Resources: { ...others, Auth: code } }),
      file('Auth.nested.template.json', child),
    ]),
  )
  expect(files[0]?.read).toBe('partly')
})
