import { describe, expect, it, test } from 'vitest'
import { diagnose } from '@/lib/diagnose'
import { readFiles } from '@/lib/read/read'
import { templateApi } from '@/lib/template-api'
import { inputNames, inputText, singleTemplates } from './files'

const read = (text: string) => diagnose([{ path: 'template.yaml', text }])
const codes = (items: readonly { readonly code: string }[]) => items.map(({ code }) => code)

const template = ({ method = '', keys = '', resources = '', head = '' } = {}) => `${head}Resources:
${resources}  Users: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Pool:
    Type: AWS::ApiGateway::Authorizer
    Properties: { RestApiId: !Ref Api, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] }
  Get:
    Type: AWS::ApiGateway::Method
${method}    Properties:
${keys}      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref Pool
      AuthorizationScopes: []
`

test.each([
  ['Transform: Guard\n', ['Guard']],
  ['Transform: [{ Name: Guard, Parameters: {} }]\n', ['Guard']],
  ['Transform: { Name: Guard }\n', ['Guard']],
  ['Transform: [{ Name: AWS::LanguageExtensions }]\n', []],
])('%j names the macro', (head, names) => {
  const causes = read(template({ head })).undecided.flatMap(({ because }) =>
    because.map(({ message }) => message),
  )
  for (const name of names) expect(causes.join()).toContain(name)
  if (names.length === 0) expect(causes).toEqual([])
})

describe('a method whose scopes are an empty list', () => {
  it('is found where no macro can change it', () => {
    expect(codes(read(template()).findings)).toContain('METHOD_WITHOUT_SCOPES')
  })

  it.each([
    ['next to its properties', 'Guard', { keys: '      Fn::Transform: { Name: Guard }\n' }],
    [
      'that includes a file next to its properties',
      'AWS::Include',
      { keys: '      Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://b/scopes.yaml } }\n' },
    ],
    ['next to its type', 'Guard', { method: '    Fn::Transform: { Name: Guard }\n' }],
    ['next to all resources', 'Guard', { resources: '  Fn::Transform: { Name: Guard }\n' }],
    ['of the template', 'Guard', { head: 'Transform: Guard\n' }],
    ['of the template, among others', 'Guard', { head: 'Transform: [AWS::LanguageExtensions, Guard]\n' }],
  ])('is undecided under a macro %s, which is named', (_, name, parts) => {
    const { findings, undecided, access } = read(template(parts))
    expect(codes(findings)).not.toContain('METHOD_WITHOUT_SCOPES')
    const about = undecided.filter(({ code }) => code === 'METHOD_WITHOUT_SCOPES')
    expect(about.flatMap(({ because }) => because)).toContainEqual(
      expect.objectContaining({ kind: 'macro', name }),
    )
    expect(access.map(({ authorization }) => authorization)).toEqual(['unknown'])
  })

  it.each([
    [
      'a loop over resources',
      { resources: '  Fn::ForEach::Copies: [A, [b], { "Copy${A}": { Type: AWS::SNS::Topic } }]\n' },
    ],
    ['a loop over properties', { keys: '      Fn::ForEach::Tags: [A, [b], { "${A}": c }]\n' }],
    [
      'an include next to all resources',
      { resources: '  Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://b/more.yaml } }\n' },
    ],
    [
      'macros that expand other things',
      { head: 'Transform: [AWS::LanguageExtensions, AWS::SecretsManager-2020-07-23]\n' },
    ],
  ])('is still found beside %s, which adds and does not change', (_, parts) => {
    expect(codes(read(template(parts)).findings)).toContain('METHOD_WITHOUT_SCOPES')
  })
})

describe('a macro over the whole template', () => {
  const files = [...inputNames.map(name => ({ name, text: inputText(name) })), ...singleTemplates].filter(
    ({ text }) => /^Resources:/m.test(text) && !/^Transform:/m.test(text) && !/^service:/m.test(text),
  )

  it('has templates to be tried on', () => {
    expect(files.length).toBeGreaterThan(8)
  })

  it.each(files.map(({ name, text }) => [name, text] as const))(
    'leaves no certain answer in %s',
    (_, text) => {
      const { findings, access } = read(`Transform: Guard\n${text}`)
      // A repeated key is lost when the text is read, before any macro.
      expect(codes(findings).filter(code => code !== 'DUPLICATE_KEY')).toEqual([])
      expect(new Set(access.flatMap(({ clients }) => clients.map(({ allowed }) => allowed)))).not.toContain(
        true,
      )
      expect(new Set(access.flatMap(({ clients }) => clients.map(({ allowed }) => allowed)))).not.toContain(
        false,
      )
    },
  )
})

describe('an API that no endpoint can be judged of', () => {
  const apiOf = (text: string) => templateApi(readFiles([{ path: 'template.yaml', text }]))

  it('names each endpoint with its reason', () => {
    expect(apiOf(template({ head: 'Transform: Guard\n' }))).toMatchObject({
      ok: false,
      notJudged: [{ endpoint: 'GET /', why: expect.stringContaining('The macro Guard may change it') }],
    })
  })

  it('lists open endpoints next to undecided ones', () => {
    const open = `  Health:
    Type: AWS::ApiGateway::Method
    Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: HEAD, AuthorizationType: NONE }
`
    const keys = '      Fn::Transform: { Name: Guard }\n'
    const api = apiOf(template({ keys, resources: open }))
    expect(api.notJudged.map(({ why }) => why)).toEqual([
      'It requires no token.',
      'These files do not show which API it belongs to. The macro Guard may change it when the template is deployed.',
    ])
    expect(
      apiOf(
        template({ resources: open }).replace(
          'COGNITO_USER_POOLS\n      AuthorizerId',
          'NONE\n      AuthorizerId',
        ),
      ),
    ).toMatchObject({ ok: false, notJudged: [] })
  })
})

describe('a security scheme without an authorizer in the Body of a template', () => {
  const body = (security: string) => `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        openapi: 3.0.1
        paths:
          /notes:
            get: { security: [{ ${security}: [notes/read] }] }
        components:
          securitySchemes:
            oauth: { type: oauth2 }
            key: { type: apiKey, name: x-api-key, in: header }
`

  it('is named as undecided', () => {
    const { undecided, access } = read(body('oauth'))
    expect(access.map(({ authorization }) => authorization)).toEqual(['unknown'])
    const [first] = undecided.flatMap(({ because }) => because)
    expect(first?.message).toMatch(/^The security scheme oauth has no x-amazon-apigateway-authorizer here\./)
  })

  it.each(['key', 'NONE'])('is no authorization as %s', name => {
    expect(read(body(name)).access.map(({ authorization }) => authorization)).toEqual(['none'])
  })
})
