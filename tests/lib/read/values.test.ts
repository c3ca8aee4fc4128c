import { describe, expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

/** The scopes of a method as they are read, and why what is unknown is so. */
function read(written: string, more: readonly { path: string; text: string }[] = []) {
  const text = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Name: { Type: String, Default: read }
  Open: { Type: String }
  Many: { Type: CommaDelimitedList }
  Hidden: { Type: String, Default: read, NoEcho: true }
  Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /read }
  Several: { Type: CommaDelimitedList, Default: 'notes/read' }
Conditions: { Prod: !Equals [!Ref Open, prod] }
Mappings: { Names: { eu: { read: notes/read, all: [notes/read, notes/write] } } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Server:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties: { UserPoolId: !Ref Users, Identifier: notes, Name: notes, Scopes: [{ ScopeName: read }] }
  Web:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: Server
    Properties: { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [notes/read], CallbackURLs: ['https://a.example.com'] }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Guard:
    Type: AWS::ApiGateway::Authorizer
    Properties: { RestApiId: !Ref Api, Type: COGNITO_USER_POOLS, Name: pool, ProviderARNs: [!GetAtt Users.Arn], IdentitySource: method.request.header.Authorization }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref Guard
      AuthorizationScopes: ${written}
`
  const { graph, undecided } = diagnose([{ path: 'template.yaml', text }, ...more])
  const because = undecided.flatMap(check => check.because.map(({ message }) => message))
  return { scopes: graph.endpoints[0]?.scopes, because: [...new Set(because)] }
}

describe('a scope that is known, written with', () => {
  it.each([
    ['its text', '[notes/read]'],
    ['a reference', '[!Sub "${Server}/read"]'],
    ['spaces in a reference', '[!Sub "${ Server }/read"]'],
    ['the default of a parameter', '[!Sub "notes/${Name}"]'],
    ['a list that is a default', '!Ref Several'],
    ['values of its own', '[!Sub ["${S}/${N}", { S: !Ref Server, N: read }]]'],
    ['a join', '[!Join ["/", [!Ref Server, read]]]'],
    ['a join of one', '[!Join ["/", [notes/read]]]'],
    ['a join of what is split', '[!Join ["/", !Split [".", notes.read]]]'],
    ['a selected item', '[!Select [1, [notes/write, notes/read]]]'],
    ['a piece of a text', '[!Select ["0", !Split [",", "notes/read,notes/write"]]]'],
    ['an item of a mapping', '[!FindInMap [Names, eu, read]]'],
    ['an item of a mapping of a parameter', '[!FindInMap [Names, eu, !Ref Name]]'],
    ['a list inside of the list', '[!Split [",", "notes/read"]]'],
    ['a list in its place', '!Split [",", "notes/read"]'],
    ['the long form', '[{ "Fn::Join": ["", [{ "Ref": "Server" }, "/read"]] }]'],
    ['nothing next to it', '[!Ref AWS::NoValue, notes/read, null, ~]'],
  ])('%s', (_, written) => {
    expect(read(written)).toEqual({ scopes: ['notes/read'], because: [] })
  })

  it.each([
    ['the name that a template escapes', '[!Sub "a/${!Name}"]', ['a/${Name}']],
    ['several items of a mapping', '!FindInMap [Names, eu, all]', ['notes/read', 'notes/write']],
    ['several pieces of a text', '!Split [",", "notes/read,a/b"]', ['notes/read', 'a/b']],
    ['the text null in quotes', '["null"]', ['null']],
  ])('%s', (_, written, scopes) => {
    expect(read(written).scopes).toEqual(scopes)
  })
})

describe('a default that is not what the stack gets', () => {
  it.each([
    ['is hidden', 'Hidden'],
    ['is a name in the parameter store', 'Stored'],
  ])('%s', (_, name) => {
    expect(read(`[!Sub "notes/\${${name}}"]`).because).toContain(
      `The parameter ${name} has no usable default. Give its value.`,
    )
  })
})

describe('a scope that is not known', () => {
  const OPEN = 'The parameter Open has no usable default. Give its value.'
  const MANY = 'The parameter Many has no usable default. Give its value.'
  const later = (name: string) => `${name} is evaluated by CloudFormation when the template is deployed.`

  it.each([
    ['[!Ref Open]', OPEN],
    ['[!Sub "notes/${Open}"]', OPEN],
    ['[!Sub ["notes/${N}", { N: !Ref Open }]]', OPEN],
    ['[!Join ["/", [notes, !Ref Open]]]', OPEN],
    ['[!Join [!Ref Open, [notes, read]]]', OPEN],
    ['[!Select [0, !Split [",", !Ref Open]]]', OPEN],
    ['[!FindInMap [Names, !Ref Open, read]]', OPEN],
    ['[!Join ["/", !Ref Many]]', MANY],
    ['[!Select [0, !Ref Many]]', MANY],
    ['[!If [Prod]]', later('If')],
    ['[!Select [5, [notes/read]]]', later('Select')],
    ['[!Select [0]]', later('Select')],
    ['[!Select [!Ref Open, [a, b]]]', later('Select')],
    ['[!Join ["/"]]', later('Join')],
    ['[!FindInMap [Names, eu, none]]', later('FindInMap')],
    ['[!GetAtt { a: b }]', later('GetAtt')],
    ['[!Sub { a: b }]', later('Sub')],
    ['[!Sub [{ a: b }, {}]]', later('Sub')],
    ['[!Base64 notes/read]', later('Base64')],
    ['["{{resolve:ssm:/scope}}"]', 'resolve:ssm:/scope is read when the template is deployed.'],
    ['["notes/{{resolve:ssm:name}}"]', 'resolve:ssm:name is read when the template is deployed.'],
    ['[!ImportValue scope]', 'scope is imported from another stack. Give its template too.'],
    ['[!ImportValue { Ref: Open }]', '${Open} is imported from another stack. Give its template too.'],
    ['[!Sub "${Nobody}"]', 'Nobody is neither a parameter nor a resource of these files.'],
    ['[!If [Prod, notes/read, notes/write]]', 'The condition Prod decides it.'],
  ])('%s', (written, because) => {
    expect(read(written).because).toEqual([because])
  })

  it.each([
    ['!Ref Many', MANY],
    ['!Split [",", !Ref Open]', OPEN],
    ['!Split [!Ref Open, "a"]', later('Split')],
    ['!Split [","]', later('Split')],
    ['!GetAZs ""', later('GetAZs')],
  ])('%s is a list of which nothing is left out', (written, because) => {
    const { scopes, because: causes } = read(written)
    expect(scopes).toEqual([])
    expect(causes).toContain(because)
  })
})

describe('a file in place of a value', () => {
  const include = (name: string) => `[!Transform { Name: ${name}, Parameters: { Location: scope.yaml } }]`
  const NOT_GIVEN = 'scope.yaml was not given. Add it to the files.'

  it('is read where it is given', () => {
    const file = { path: 'scope.yaml', text: '[notes/read]\n' }
    expect(read(include('AWS::Include'), [file])).toEqual({ scopes: ['notes/read'], because: [] })
  })

  it('is named where it is not', () => {
    expect(read(include('AWS::Include')).because).toContain(NOT_GIVEN)
    expect(read(include('Other')).because).not.toContain(NOT_GIVEN)
  })
})

describe('a value that another stack exports', () => {
  const other = (outputs: string) => ({
    path: 'other.yaml',
    text: `AWSTemplateFormatVersion: '2010-09-09'\nResources: { Topic: { Type: AWS::SNS::Topic } }\nOutputs:\n${outputs}`,
  })

  it('is read from its template', () => {
    const outputs = `  A: { Value: notes/write }
  B: { Export: { Name: scope } }
  C: { Value: notes/write, Export: { Name: another } }
  D: { Value: notes/read, Export: { Name: !Sub "sco\${P}" } }
Parameters: { P: { Type: String, Default: pe } }
`
    expect(read('[!ImportValue scope]', [other(outputs)])).toEqual({ scopes: ['notes/read'], because: [] })
    expect(read('[!ImportValue another]', [other(outputs)]).scopes).toEqual(['notes/write'])
  })
})

describe('a client whose scopes refer to the resource server', () => {
  const codes = (scope: string) => {
    const text = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Server:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties: { UserPoolId: !Ref Users, Identifier: notes, Name: notes, Scopes: [{ ScopeName: read }] }
  Web:
    Type: AWS::Cognito::UserPoolClient
    Properties: { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [${scope}], CallbackURLs: ['https://a.example.com'] }
`
    return diagnose([{ path: 'template.yaml', text }]).findings.map(({ code }) => code)
  }

  it.each([
    '!Sub "${Server}/read"',
    '!Sub "${ Server }/read"',
    '!Sub ["${S}/read", { S: !Ref Server }]',
    '!Join ["/", [!Ref Server, read]]',
    '{ "Fn::Sub": "${Server}/read" }',
  ])('is created after it: %s', scope => {
    expect(codes(scope)).not.toContain('CLIENT_BEFORE_RESOURCE_SERVER')
  })

  it.each(['notes/read', '!Sub "notes/read"'])('may be created before it: %s', scope => {
    expect(codes(scope)).toContain('CLIENT_BEFORE_RESOURCE_SERVER')
  })
})
