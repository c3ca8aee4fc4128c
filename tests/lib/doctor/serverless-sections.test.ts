import { expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const section = (client: string, more = '') => `  - Resources:\n      Web: ${client}\n${more}`
const read = (...sections: readonly string[]) =>
  diagnose([
    {
      path: 'serverless.yml',
      text: `service: notes
provider: { name: aws }
resources:
  - Resources:
      Users: { Type: AWS::Cognito::UserPool }
      Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Users, Domain: notes } }
      Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: notes, Name: notes, Scopes: [{ ScopeName: read, ScopeDescription: r }] } }
${sections.join('')}`,
    },
  ])
const CLIENT = `{ Type: AWS::Cognito::UserPoolClient, DependsOn: Server, Properties: { UserPoolId: !Ref Users, AllowedOAuthFlows: [code], AllowedOAuthScopes: [openid, notes/read], CallbackURLs: [https://a.example], SupportedIdentityProviders: [COGNITO] } }`
const ON = '{ Properties: { AllowedOAuthFlowsUserPoolClient: true } }'
const OFF = '{ Properties: { AllowedOAuthFlowsUserPoolClient: false } }'
const codes = ({ findings }: ReturnType<typeof read>) =>
  findings.map(({ code, at }) => `${code} ${at[0]?.line}`)

// The framework merges the sections of a list, the later one over the earlier ones (osls, lib/classes/service.js).
it('a resource has the properties of every section that names it', () => {
  expect(codes(read(section(CLIENT)))).toEqual(['OAUTH_NOT_ENABLED 9'])
  expect(codes(read(section(CLIENT), section(ON)))).toEqual([])
  expect(codes(read(section(ON), section(CLIENT)))).toEqual([])
  expect(codes(read(section(CLIENT), section(ON), section(OFF)))).toEqual(['OAUTH_NOT_ENABLED 13'])
})

it('items of lists are merged one by one', () => {
  const scopes = '{ Properties: { AllowedOAuthScopes: [notes/none] } }'
  const { graph } = read(section(CLIENT), section(ON), section(scopes))
  expect(graph.clients).toMatchObject([{ id: 'Web', scopes: ['notes/none', 'notes/read'] }])
})

it('conditions of a later section count', () => {
  const conditional = CLIENT.replace('DependsOn', 'Condition: Live, DependsOn')
  const { findings, undecided } = read(
    section(conditional, '    Conditions: { Live: !Equals [!Ref AWS::Region, eu-west-1] }\n'),
  )
  expect(findings).toEqual([])
  expect(undecided.map(({ code }) => code)).toContain('OAUTH_NOT_ENABLED')
})

it('a part that is in a file of its own hides nothing', () => {
  const { files, findings } = read(section(CLIENT), '  - Resources: ${file(more.yml)}\n')
  expect(files).toMatchObject([{ read: 'partly', problems: [{ line: 10 }] }])
  expect(findings.map(({ code }) => code)).toEqual(['OAUTH_NOT_ENABLED'])
})

it('a function has the events of every item of the list of functions that names it', () => {
  const { findings, graph } = diagnose([
    {
      path: 'serverless.yml',
      text: `service: notes
provider: { name: aws }
functions:
  - list:
      handler: a.b
      events: [{ http: { method: get, path: a, authorizer: { arn: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123' } } }]
  - list:
      events: [{ http: { authorizer: { scopes: [notes/read] } } }, { http: GET b }]
`,
    },
  ])
  expect(findings).toEqual([])
  expect(graph.endpoints).toEqual([
    { method: 'GET', path: '/a', authorization: 'cognito', scopes: ['notes/read'] },
    { method: 'GET', path: '/b', authorization: 'none', scopes: [] },
  ])
})
