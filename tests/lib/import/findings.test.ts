import { describe, expect, it } from 'vitest'
import { importTemplate } from '@/lib/index'

const text = (scope: string) => `Parameters:
  Scope: { Type: String }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Notes:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties:
      UserPoolId: !Ref Users
      Identifier: notes
      Name: Notes
      Scopes:
        - { ScopeName: read, ScopeDescription: Read }
        - { ScopeName: write, ScopeDescription: Write }
  Web:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Users
      AllowedOAuthFlows: [code]
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthScopes: [openid, notes/read]
      AccessTokenValidity: 24
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Guard:
    Type: AWS::ApiGateway::Authorizer
    Properties: { RestApiId: !Ref Api, Type: COGNITO_USER_POOLS, ProviderARNs: [!GetAtt Users.Arn] }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref Guard
      AuthorizationScopes: [${scope}]
  Health:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: HEAD
      AuthorizationType: NONE
`

function findingsOf(template: string) {
  const imported = importTemplate([{ path: 'template.yaml', text: template }])
  if (!imported.ok) throw new Error(JSON.stringify(imported.errors))
  return imported.findings.map(({ code, at }) => `${code} ${at.map(({ line }) => line).join(' ')}`)
}

const lineOf = (template: string, start: string) =>
  template.split('\n').findIndex(line => line.startsWith(start)) + 1

describe('findings about an imported spec', () => {
  const template = text('notes/read')

  it('are at the places of the files', () => {
    expect(findingsOf(template)).toEqual([
      `PUBLIC_ENDPOINT ${lineOf(template, '  Health:')}`,
      `SCOPE_UNUSED ${lineOf(template, '  Notes:')}`,
      `LONG_ACCESS_TOKEN ${lineOf(template, '  Web:')}`,
    ])
  })

  it('are not about a callback URL, a client or a server that the import invented', () => {
    const without = template
      .replace(/ {2}Web:[\s\S]*?(?= {2}Api:)/, '')
      .replace(/ {2}Notes:[\s\S]*?(?= {2}Api:)/, '')
    expect(findingsOf(without)).toEqual([`PUBLIC_ENDPOINT ${lineOf(without, '  Health:')}`])
    const written = template.replace(
      'AccessTokenValidity: 24',
      'CallbackURLs: [https://notes.example.com/in]',
    )
    expect(findingsOf(written).join()).toContain(`WEB_ORIGIN_WITHOUT_CORS ${lineOf(written, '  Web:')}`)
    expect(findingsOf(template).join()).not.toContain('WEB_ORIGIN_WITHOUT_CORS')
  })

  it('are not about a scope that is used and nowhere declared', () => {
    const undeclared = template.replace('openid, notes/read', 'openid, notes/read, notes/admin')
    expect(findingsOf(undeclared).filter(line => line.startsWith('SCOPE_UNUSED'))).toHaveLength(1)
  })
})

describe('a machine whose scopes are unknown', () => {
  it('gets an invented one, so that the spec is valid', () => {
    const template = text('notes/read')
      .replace('[code]', '[client_credentials]')
      .replace('[openid, notes/read]', '[!Ref Scope]')
    const imported = importTemplate([{ path: 'template.yaml', text: template }])
    expect(imported).toMatchObject({ ok: true, spec: { clients: [{ scopes: ['change-me/read'] }] } })
    expect(imported.report).toContainEqual(
      expect.objectContaining({ what: 'scope change-me/read', how: 'invented' }),
    )
  })
})
