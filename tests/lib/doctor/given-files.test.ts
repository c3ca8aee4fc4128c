import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { reportOf } from '../../../lib/doctor/report'

const DEFINITION = `openapi: 3.0.1
info: { title: notes, version: '1' }
paths:
  /notes:
    get:
      security: [{ Cognito: [notes/read] }]
components:
  securitySchemes:
    Cognito:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: cognito_user_pools
      x-amazon-apigateway-authorizer:
        type: cognito_user_pools
        providerARNs: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123']
`

const NAMING = {
  'SAM DefinitionUri': `Transform: AWS::Serverless-2016-10-31
Resources:
  Notes: { Type: AWS::Serverless::Api, Properties: { StageName: dev, DefinitionUri: ./api/notes.yaml } }
`,
  'BodyS3Location before packaging': `Resources:
  Notes: { Type: AWS::ApiGateway::RestApi, Properties: { BodyS3Location: api/notes.yaml } }
`,
  'AWS::Include': `Resources:
  Notes:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: api/notes.yaml } } }
`,
}

const reportFor = (...files: readonly (readonly [string, string])[]) =>
  reportOf(diagnose(files.map(([path, text]) => ({ path, text }))))

describe.each(Object.entries(NAMING))('a definition that %s names', (_, template) => {
  it('is that of the API when it is given', () => {
    const report = reportFor(['template.yaml', template], ['api/notes.yaml', DEFINITION])
    expect(report.apis).toEqual([expect.objectContaining({ id: 'Notes', endpoints: 1, complete: true })])
    expect(report.files.map(({ read, problems }) => [read, problems])).toEqual([
      ['whole', []],
      ['whole', []],
    ])
    expect(report.access).toEqual([
      expect.objectContaining({ endpoint: 'GET /notes', authorization: 'cognito' }),
    ])
  })

  it('is asked for when it is not given', () => {
    const [file] = reportFor(['template.yaml', template]).files
    expect(file?.read).toBe('partly')
    expect(file?.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/api\/notes\.yaml was not given\. Add it to the files\.$/),
    ])
  })
})

it('a file in another folder than the one that names it is found by the end of its path', () => {
  const template = NAMING['SAM DefinitionUri'].replace('./api/notes.yaml', 'api/notes.yaml')
  const report = reportFor(['stacks/template.yaml', template], ['build/api/notes.yaml', DEFINITION])
  expect(report.apis).toEqual([expect.objectContaining({ id: 'Notes', endpoints: 1, complete: true })])
})

it.each([
  ['functions: ${file(functions.yml)}', 'functions.yml was not given. Add it to the files.'],
  ['functions:\n  - ${file(notes.yml)}', 'notes.yml was not given. Add it to the files.'],
])('what a serverless.yml has elsewhere is asked for: %s', (functions, message) => {
  const [file] = reportFor([
    'serverless.yml',
    `service: notes\nprovider: { name: aws }\n${functions}\n`,
  ]).files
  expect(file?.read).toBe('partly')
  expect(file?.problems.map(problem => problem.message)).toEqual([message])
})

it('a file that includes itself, or others, comes to an end', () => {
  const loop = NAMING['AWS::Include'].replaceAll('api/notes.yaml', 'template.yaml')
  expect(reportFor(['template.yaml', loop]).files[0]?.read).toBe('partly')
  const inner = '{ Fn::Transform: { Name: AWS::Include, Parameters: { Location: api/notes.yaml } } }'
  const nested = reportFor(['template.yaml', NAMING['AWS::Include']], ['api/notes.yaml', `paths: ${inner}\n`])
  expect(nested.apis).toEqual([expect.objectContaining({ endpoints: 0, complete: false })])
})

it('of a file with several documents it is said at its start', () => {
  const { files } = reportFor(['template.yaml', `${NAMING['SAM DefinitionUri']}---\nResources: {}\n`])
  expect(files[0]?.problems).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        line: 1,
        column: 1,
        message: expect.stringContaining('several YAML documents'),
      }),
    ]),
  )
})

it.each([
  [500, false],
  [501, true],
])('of %i clients it says that only the first ones are read: %s', (count, isSaid) => {
  const clients = Array.from(
    { length: count },
    (_, i) => `  C${i}: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users } }\n`,
  )
  const { access, ...report } = reportFor([
    'template.yaml',
    `Resources:\n  Users: { Type: AWS::Cognito::UserPool }\n${clients.join('')}`,
  ])
  expect(JSON.stringify(report).includes('more than 500 clients')).toBe(isSaid)
})

it.each([
  ['a text', `'{"swagger":"2.0"}'`],
  ['Fn::Sub', `!Sub '{"swagger":"2.0","paths":{"/notes":{}}}'`],
])('of a definition that is %s the report says that it is not read', (_, body) => {
  const { apis, files } = reportFor([
    'template.yaml',
    `Resources:
  Notes:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body: ${body}
`,
  ])
  expect(apis).toEqual([expect.objectContaining({ id: 'Notes', endpoints: 0, complete: false })])
  expect(files).toMatchObject([
    {
      read: 'partly',
      problems: [{ line: 5, message: expect.stringContaining('only where it is written as a map') }],
    },
  ])
})

describe('an import', () => {
  const API = `Parameters: { Stage: { Type: String } }
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Jwt:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      Name: jwt
      AuthorizerType: JWT
      IdentitySource: ['$request.header.Authorization']
      JwtConfiguration: { Issuer: { Fn::ImportValue: !Sub '\${Stage}-issuer' }, Audience: [a] }
`
  const auth = (name: string) => `Parameters: { Stage: { Type: String } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
Outputs:
  Issuer:
    Value: https://a.auth.eu-west-1.amazoncognito.com
    Export: { Name: !Sub '${name}' }
`
  const asked = (parameters: Record<string, string>, ...files: readonly (readonly [string, string])[]) => {
    const { findings, undecided } = diagnose(
      files.map(([path, text]) => ({ path, text })),
      { parameters },
    )
    const open = undecided.filter(({ code }) => code === 'ISSUER_MISMATCH')
    return {
      found: findings.some(({ code }) => code === 'ISSUER_MISMATCH'),
      because: open.flatMap(({ because }) => because.map(({ kind, name }) => `${kind} ${name}`)),
    }
  }

  it('of a file that may export it asks for the parameter that decides the name', () => {
    const files = [['api.yaml', API] as const, ['auth.yaml', auth('${Stage}-issuer')] as const]
    expect(asked({}, ...files)).toEqual({ found: false, because: ['parameter Stage'] })
    expect(asked({ Stage: 'dev' }, ...files)).toEqual({ found: true, because: [] })
  })

  it('of no file that is given asks for its template', () => {
    const other = ['auth.yaml', auth('${Stage}-pool')] as const
    for (const files of [[['api.yaml', API] as const], [['api.yaml', API] as const, other]])
      expect(asked({}, ...files)).toEqual({ found: false, because: ['import ${Stage}-issuer'] })
  })
})

it('names a resource whose lines are not indented under its name', () => {
  const text = `Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Home:
  Type: AWS::ApiGateway::Method
  Properties: { HttpMethod: GET }
`
  const { files } = reportOf(diagnose([{ path: 'a.yaml', text }]))
  const message = 'Home is not a resource: it has no Type indented under its name.'
  expect(files).toMatchObject([{ read: 'partly', problems: [{ line: 3, column: 3, message }] }])
})

it('names the file of a resource that a variable gives, and nothing else', () => {
  const text = `service: a
provider: { name: aws }
functions: {}
resources: { Resources: { Pool: "\${file(pool.yml):Pool}" } }
`
  const { files } = reportOf(diagnose([{ path: 'serverless.yml', text }]))
  expect(files[0]?.problems.map(problem => problem.message)).toEqual([
    'pool.yml was not given. Add it to the files.',
  ])
})
