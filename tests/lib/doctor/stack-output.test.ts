import { expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { reportOf } from '../../../lib/doctor/report'

const api = (pool: string) => `Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Guard:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: !Ref Api
      Name: guard
      Type: COGNITO_USER_POOLS
      IdentitySource: method.request.header.Authorization
      ProviderARNs: [${pool}]
  List:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref Guard
      AuthorizationScopes: [notes/raed]
      Integration: { Type: MOCK }
`
const AUTH = `Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Notes:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties: { UserPoolId: !Ref Pool, Identifier: notes, Name: n, Scopes: [{ ScopeName: read, ScopeDescription: r }] }
Outputs:
  PoolArn: { Value: !GetAtt Pool.Arn }
`
const SHORT = '!GetStackOutput { StackName: auth, OutputName: PoolArn }'
const LONG = '{ Fn::GetStackOutput: { StackName: auth, OutputName: PoolArn, Region: !Ref AWS::Region } }'

const reportOn = (...files: readonly (readonly [string, string])[]) =>
  reportOf(diagnose(files.map(([path, text]) => ({ path, text }))))

it.each([
  ['short', SHORT, 'auth.yaml'],
  ['long', LONG, 'cdk.out/auth.template.json'],
])('an output of another stack, in the %s form, is that of the file with its name', (_, call, path) => {
  const [first, second] = [['api.yaml', api(call)] as const, [path, AUTH] as const]
  for (const files of [
    [first, second],
    [second, first],
  ])
    expect(reportOn(...files).findings.map(({ code }) => code)).toEqual(['SCOPE_UNDECLARED'])
})

const NAMED =
  'PoolArn is an output of the stack auth. Give its template, named auth.template.json or auth.yaml.'
const NOT_THERE = 'No single template of the stack auth in these files has the output PoolArn.'

it.each([
  ['in no file', SHORT, [], NAMED],
  ['in two files', SHORT, ['one/auth.yaml', 'two/auth.yaml'], NOT_THERE],
  ['in a file whose name ends in a dot', SHORT, ['auth.'], NAMED],
  ['in a file of another name', SHORT, ['authentication.yaml'], NAMED],
  [
    'that the stack does not have',
    SHORT.replace('PoolArn', 'Other'),
    ['auth.yaml'],
    NOT_THERE.replace('PoolArn', 'Other'),
  ],
  [
    'of a stack that a parameter names',
    LONG.replace('auth', '!Ref Auth'),
    ['auth.yaml'],
    'PoolArn is an output of a stack whose name is not in these files.',
  ],
])('an output %s decides nothing', (_, call, paths, message) => {
  const text = `Parameters: { Auth: { Type: String } }\n${api(call)}`
  // A pool of its own, so that it is not simply elsewhere.
  const own = ['own.yaml', 'Resources: { Pool: { Type: AWS::Cognito::UserPool } }'] as const
  const { findings, undecided } = reportOn(
    ['api.yaml', text],
    own,
    ...paths.map(path => [path, AUTH] as const),
  )
  expect(findings).toEqual([])
  const declared = undecided.find(({ code }) => code === 'SCOPE_UNDECLARED')
  expect(declared?.because.map(({ kind, message }) => [kind, message])).toContainEqual(['import', message])
})

const decidesNothing = (call: string, outputs: string, kind = 'import') => {
  const auth = `${AUTH.slice(0, AUTH.indexOf('Outputs:'))}Outputs:\n${outputs}`
  const { findings, undecided } = reportOn(['api.yaml', api(call)], ['auth.yaml', auth])
  expect(findings).toEqual([])
  const declared = undecided.find(({ code }) => code === 'SCOPE_UNDECLARED')
  expect(declared?.because.map(({ kind }) => kind)).toContain(kind)
}

it.each([
  ['exports', '!ImportValue one', '!ImportValue two'],
  [
    'outputs of a stack',
    '!GetStackOutput { StackName: auth, OutputName: One }',
    '!GetStackOutput { StackName: auth, OutputName: Two }',
  ],
])('%s that lead to each other in a circle decide nothing', (_, one, two) => {
  decidesNothing(
    one,
    `  One: { Export: { Name: one }, Value: !Join ['', [${two}, ${two}]] }
  Two: { Export: { Name: two }, Value: !Join ['', [${one}, ${one}]] }
  Named: { Export: { Name: !ImportValue named }, Value: ${one} }
`,
  )
})

it('a long row of outputs, each twice the next one, decides nothing', () => {
  const row = Array.from(
    { length: 2000 },
    (_, i) =>
      `  O${i}: { Export: { Name: o${i} }, Value: !Sub ['\${a}\${a}', { a: !ImportValue o${i + 1} }] }\n`,
  )
  decidesNothing('!ImportValue o0', row.join(''))
})

it('an output that only grows decides nothing', () => {
  const repeated = (name: string) => `!Sub ['${'${a}'.repeat(1000)}', { a: !ImportValue ${name} }]`
  decidesNothing(
    '!ImportValue a',
    `  A: { Export: { Name: a }, Value: ${repeated('b')} }
  B: { Export: { Name: b }, Value: ${repeated('c')} }
  C: { Export: { Name: c }, Value: ${repeated('d')} }
  D: { Export: { Name: d }, Value: !GetAtt Pool.Arn }
`,
    'outside',
  )
})

it('an output may be that of another one', () => {
  const auth = `${AUTH}  Same: { Value: !ImportValue pool }\n  Exported: { Export: { Name: pool }, Value: !GetAtt Pool.Arn }\n`
  const call = SHORT.replace('PoolArn', 'Same')
  expect(reportOn(['api.yaml', api(call)], ['auth.yaml', auth]).findings.map(({ code }) => code)).toEqual([
    'SCOPE_UNDECLARED',
  ])
})
