import { expect, it } from 'vitest'
import { diagnose } from '@/lib/doctor/diagnose'
import { reportOf } from '@/lib/doctor/report'
import { examineTemplates, repairTemplates } from '@/lib/examine-templates'
import { mergeEdits } from '@/lib/source/edit'
import { parseSource } from '@/lib/source/parse'

/** APIs with the same path, so that two findings are about `GET /notes`. */
const template = (apis: number) => ({
  path: 'template.yaml',
  text: `Transform: AWS::Serverless-2016-10-31
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: notes, Name: notes, Scopes: [{ ScopeName: read, ScopeDescription: read }] } }
  Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [client_credentials], AllowedOAuthScopes: [!Sub '\${Server}/read'], GenerateSecret: true } }
  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Users, Domain: notes-1234 } }
${Array.from(
  { length: apis },
  (
    _,
    i,
  ) => `  Api${i}: { Type: AWS::Serverless::Api, Properties: { StageName: v1, Auth: { Authorizers: { Users: { UserPoolArn: !GetAtt Users.Arn } } } } }
  List${i}:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Get:
          Type: Api
          Properties:
            RestApiId: !Ref Api${i}
            Path: /notes
            Method: get
            Auth: { Authorizer: Users }
`,
).join('')}`,
})

const codesOf = (files: Parameters<typeof diagnose>[0]) => diagnose(files).findings.map(({ code }) => code)

it('of two findings about the same path, each is repaired alone', () => {
  const file = template(2)
  const { findings } = reportOf(diagnose([file]))
  expect(findings.map(({ code }) => code)).toEqual(['METHOD_WITHOUT_SCOPES', 'METHOD_WITHOUT_SCOPES'])
  for (const { repair } of findings) {
    const [edit, ...more] = repair!.edits
    expect(more).toEqual([])
    const text = file.text.slice(0, edit!.start) + edit!.text + file.text.slice(edit!.end)
    expect(codesOf([{ ...file, text }])).toEqual(['METHOD_WITHOUT_SCOPES'])
  }
})

/** An API with an endpoint for each pool, whose client may get these scopes. */
const guarded = (pools: Readonly<Record<string, string>>, ...endpoints: readonly string[]) => ({
  path: 'template.yaml',
  text: `Transform: AWS::Serverless-2016-10-31
Resources:
${Object.entries(pools)
  .map(
    ([name, scopes]) => `  ${name}: { Type: AWS::Cognito::UserPool }
  ${name}Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref ${name}, Identifier: ${name}, Name: x, Scopes: [{ ScopeName: read, ScopeDescription: x }, { ScopeName: write, ScopeDescription: x }] } }
  ${name}Client: { Type: AWS::Cognito::UserPoolClient, DependsOn: ${name}Server, Properties: { UserPoolId: !Ref ${name}, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [client_credentials], AllowedOAuthScopes: [${scopes}], GenerateSecret: true } }
  ${name}Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref ${name}, Domain: of-${name} } }
`,
  )
  .join(
    '',
  )}  Api: { Type: AWS::Serverless::Api, Properties: { StageName: v1, Auth: { Authorizers: { ${Object.keys(
    pools,
  )
    .map(name => `${name}: { UserPoolArn: !GetAtt ${name}.Arn }`)
    .join(', ')} } } } }
  List:
    Type: AWS::Serverless::Function
    Properties:
      Events:
${endpoints
  .map(
    (
      name,
      i,
    ) => `        E${i}: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /${i}, Method: get, Auth: { Authorizer: ${name} } } }
`,
  )
  .join('')}`,
})

it.each([
  ['the scope of its own pool', { staff: 'staff/read', guests: 'guests/read' }, ['staff', 'guests']],
  ['the same scope', { staff: 'staff/read, staff/write' }, ['staff', 'staff']],
] as const)('of two endpoints of one API, each gets %s', (_, pools, endpoints) => {
  const file = guarded(pools, ...endpoints)
  expect(codesOf([file])).toEqual(['METHOD_WITHOUT_SCOPES'])
  const { files } = repairTemplates({ files: [file] })
  expect(codesOf(files)).toEqual([])
  const required = [...files[0]!.text.matchAll(/Path: .*\W(\w+\/\w+)/g)].map(([, scope]) => scope)
  expect(required).toEqual(endpoints.map(name => `${name}/read`))
})

it('everything is repaired, however many findings there are', () => {
  const { files, labels } = repairTemplates({ files: [template(250)] })
  expect(labels).toHaveLength(250)
  expect(codesOf(files)).toEqual([])
})

it('of many findings, the worker of the page proves each, or all that are alike', () => {
  const file = template(100)
  const { repairs } = examineTemplates({ files: [file] })
  const edits = Array.from({ length: 100 }, (_, index) => repairs(index).flatMap(repair => repair.edits))
  expect(edits.filter(list => list.length === 1)).toHaveLength(100)
  const last = edits.at(-1)![0]!
  const text = file.text.slice(0, last.start) + last.text + file.text.slice(last.end)
  expect(codesOf([{ ...file, text }])).toHaveLength(99)
})

it('edits of several files are merged file by file', () => {
  const [a, b] = ['a.yaml', 'b.yaml'].map(path => {
    const parsed = parseSource({ path, text: 'Resources: {}\n' })
    if (!parsed.ok || !parsed.tree.root) throw new Error(path)
    const target = parsed.tree.root
    return (start: number, end: number, text: string) => ({ source: target.source, start, end, text, target })
  }) as [Edit, Edit]
  const same = [a(3, 3, 'x'), b(3, 3, 'y'), a(3, 3, 'x')]
  expect(mergeEdits(same)).toEqual([a(3, 3, 'x'), b(3, 3, 'y')])
  expect(mergeEdits([a(0, 9, 'x'), b(2, 3, 'y'), a(4, 6, 'z')])).toBeUndefined()
})

type Edit = (start: number, end: number, text: string) => Parameters<typeof mergeEdits>[0][number]
