import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { repairsOf } from '../../../lib/doctor/repair'
import { reportOf } from '../../../lib/doctor/report'
import { applyEdits } from '../../../lib/source/edit'
import { readYaml } from '../../conformance/toolchains/read-yaml'
import { diagnoseText } from './files'

/** A template whose default authorizer requires no scope; `event` is one event of its function. */
const template = (type: 'Api' | 'HttpApi', event: string) => `Transform: AWS::Serverless-2016-10-31
Globals:
  ${type}:
    Auth:
      DefaultAuthorizer: Pool
      Authorizers:
        Pool:
${
  type === 'Api'
    ? '          UserPoolArn: !GetAtt Users.Arn'
    : `          IdentitySource: $request.header.Authorization
          JwtConfiguration: { issuer: !GetAtt Users.ProviderURL, audience: [!Ref Web] }`
}
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Notes:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties:
      UserPoolId: !Ref Users
      Identifier: notes
      Name: Notes
      Scopes: [{ ScopeName: read, ScopeDescription: Read }]
  Web:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: Notes
    Properties:
      UserPoolId: !Ref Users
      AllowedOAuthFlows: [code]
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthScopes: [openid, notes/read]
      CallbackURLs: [https://notes.example.com/in]
      SupportedIdentityProviders: [COGNITO]
  List:
    Type: AWS::Serverless::Function
    Properties:
      Handler: src/notes.list
      Events:
${event}
`

const block = (type: string, more = '') => `        Get: # the list
          Type: ${type}
          Properties:
            Path: /notes # of one user
            Method: get${more}`

interface Case {
  readonly name: string
  readonly type: 'Api' | 'HttpApi'
  readonly event: string
  /** What the event says of its authorization after the repair. */
  readonly auth: object
}

const OWN = { Authorizer: 'Pool', AuthorizationScopes: ['notes/read'] }

const cases: readonly Case[] = [
  { name: 'an event without Auth', type: 'Api', event: block('Api'), auth: OWN },
  {
    name: 'an event in one line',
    type: 'Api',
    event: '        Get: { Type: Api, Properties: { Path: /notes, Method: get } }',
    auth: OWN,
  },
  {
    name: 'an event whose Auth names no authorizer',
    type: 'Api',
    event: block('Api', '\n            Auth:\n              ApiKeyRequired: true'),
    auth: { ApiKeyRequired: true, ...OWN },
  },
  {
    name: 'an event whose Auth names the authorizer',
    type: 'Api',
    event: block('Api', '\n            Auth: { Authorizer: Pool }'),
    auth: OWN,
  },
  { name: 'an event of an HTTP API', type: 'HttpApi', event: block('HttpApi'), auth: OWN },
  {
    name: 'an event of an HTTP API whose Auth names no authorizer',
    type: 'HttpApi',
    event: block('HttpApi', '\n            Auth:\n              InvokeRole: NONE'),
    auth: { InvokeRole: 'NONE', AuthorizationScopes: ['notes/read'] },
  },
]

const eventOf = (text: string): unknown => {
  const events = readYaml(text).Resources.List?.Properties?.Events as
    | { readonly Get: { readonly Properties: object } }
    | undefined
  return events?.Get.Properties
}

describe('scopes for', () => {
  it.each(cases)('$name are a proved repair', ({ type, event, auth }) => {
    const text = template(type, event)
    const code = type === 'Api' ? 'METHOD_WITHOUT_SCOPES' : 'ROUTE_WITHOUT_SCOPES'
    const diagnosis = diagnoseText(text)
    const finding = diagnosis.findings.find(it => it.code === code)!
    const [repair] = repairsOf(finding, diagnosis)
    expect(repair?.label).toBe('Require notes/read')
    const mended = applyEdits(repair!.edits[0]!.source, repair!.edits)
    expect(eventOf(mended)).toEqual({ Path: '/notes', Method: 'get', Auth: auth })
    expect(mended.match(/#.*/g)).toEqual(text.match(/#.*/g))
    expect(diagnose([{ path: 'template.yaml', text: mended }]).findings.map(it => it.code)).not.toContain(
      code,
    )
  })

  it('an event that does not name its authorizer are rejected by SAM, and the name is a proved repair', () => {
    const text = template(
      'Api',
      block('Api', '\n            Auth: { AuthorizationScopes: [notes/read] } # own'),
    )
    const diagnosis = diagnoseText(text)
    expect(diagnosis.findings.map(({ code }) => code)).not.toContain('METHOD_WITHOUT_SCOPES')
    const finding = diagnosis.findings.find(({ code }) => code === 'SCOPES_IGNORED')!
    const [repair] = repairsOf(finding, diagnosis)
    expect(repair?.label).toBe('Name the authorizer Pool')
    const mended = applyEdits(repair!.edits[0]!.source, repair!.edits)
    expect(eventOf(mended)).toEqual({ Path: '/notes', Method: 'get', Auth: OWN })
    expect(mended).toContain('# own')
  })

  it('a pool that has a client of the SDK too are those of the client with OAuth', () => {
    const text = template('Api', block('Api')).replace(
      '  Web:\n',
      '  Sdk: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH] } }\n  Web:\n',
    )
    const finding = diagnoseText(text).findings.find(({ code }) => code === 'METHOD_WITHOUT_SCOPES')
    expect(finding?.proposals.map(({ label }) => label)).toEqual(['Require notes/read'])
  })

  it.each(['[]', '[notes/read]'])('an event of an HTTP API need no name: %s', scopes => {
    const text = template(
      'HttpApi',
      block('HttpApi', `\n            Auth: { AuthorizationScopes: ${scopes} }`),
    )
    expect(diagnoseText(text).findings.map(({ code }) => code)).not.toContain('SCOPES_IGNORED')
  })

  it('an event of an HTTP API are its own, also where only some of them are known', () => {
    const own = "{ Authorizer: Pool, AuthorizationScopes: [notes/raed, !Split [',', !ImportValue scopes]] }"
    const text = template('HttpApi', block('HttpApi', `\n            Auth: ${own}`))
    expect(diagnoseText(text).findings.map(({ code }) => code)).toContain('SCOPE_UNDECLARED')
  })

  it('an event whose default authorizer is unknown are not offered', () => {
    const text = template('Api', block('Api')).replace(
      'DefaultAuthorizer: Pool',
      'DefaultAuthorizer: !Ref Guard',
    )
    expect(diagnoseText(text).findings.map(({ code }) => code)).not.toContain('METHOD_WITHOUT_SCOPES')
  })

  it('an event that lists them without an authorizer, which there is none by default, are ignored', () => {
    const text = template(
      'Api',
      block('Api', '\n            Auth: { AuthorizationScopes: [notes/read] }'),
    ).replace('      DefaultAuthorizer: Pool\n', '')
    expect(diagnoseText(text).findings.map(({ code }) => code)).toContain('SCOPES_IGNORED')
  })
})

it('scopes of an event that guards an operation of the definition go into the event', () => {
  const text = `Transform: AWS::Serverless-2016-10-31
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  App: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users } }
  Notes:
    Type: AWS::Serverless::Api
    Properties:
      StageName: dev
      Auth: { Authorizers: { Pool: { UserPoolArn: !GetAtt Users.Arn } } }
      DefinitionBody: { swagger: '2.0', paths: { /a: { get: { x-amazon-apigateway-integration: { type: mock } } } } }
  List:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Events:
        Get: { Type: Api, Properties: { RestApiId: !Ref Notes, Path: /a, Method: get, Auth: { Authorizer: Pool, OverrideApiAuth: true } } }
`
  const { findings } = reportOf(diagnoseText(text))
  expect(findings.map(({ code, at }) => [code, at[0]?.line])).toEqual([['METHOD_WITHOUT_SCOPES', 16]])
  expect(findings[0]?.repair?.edits[0]?.text).toBe(', AuthorizationScopes: [aws.cognito.signin.user.admin]')
})
