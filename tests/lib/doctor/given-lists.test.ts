import { describe, expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

describe('answers that are given one by one', () => {
  const client = (id: string, scope: string) =>
    JSON.stringify({
      UserPoolClient: {
        UserPoolId: 'eu-west-1_Example12',
        ClientName: id,
        ClientId: id,
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: [scope],
        CallbackURLs: ['https://app.example.com'],
        SupportedIdentityProviders: ['COGNITO'],
      },
    })
  const pool = JSON.stringify({ UserPool: { Id: 'eu-west-1_Example12', Domain: 'notes' } })
  const servers = (identifier: string, more: object = {}) =>
    JSON.stringify({
      ResourceServers: [
        {
          UserPoolId: 'eu-west-1_Example12',
          Identifier: identifier,
          Name: 'a',
          Scopes: [{ ScopeName: 'read' }],
        },
      ],
      ...more,
    })
  const read = (...texts: readonly string[]) =>
    diagnose(texts.map((text, i) => ({ path: `${i}.json`, text })))

  it('are all read: clients, and pages of a list', () => {
    const { findings, graph } = read(
      client('one', 'a/typo'),
      client('two', 'b/read'),
      pool,
      servers('a'),
      servers('b'),
    )
    expect(graph.clients.map(({ id }) => id)).toEqual(['one', 'two'])
    expect(findings.map(({ code, at }) => [code, at[0]?.file])).toEqual([['SCOPE_UNDECLARED', '0.json']])
  })

  it.each(['NextToken', 'nextToken', 'position'])('are not whole where a %s names a further page', key => {
    const report = read(client('one', 'a/typo'), pool, servers('a', { [key]: 'eyJ2ZXJzaW9uIjox' }))
    expect(report.findings).toEqual([])
    expect(report.undecided.map(({ code }) => code)).toEqual(['SCOPE_UNDECLARED'])
    expect(report.files[2]).toMatchObject({ read: 'partly' })
    expect(report.files[2]?.problems[0]?.message).toContain('further pages')
  })

  it('are whole where there is no further page', () => {
    expect(read(pool, servers('a', { NextToken: null })).files.map(({ read }) => read)).toEqual([
      'whole',
      'whole',
    ])
  })
})

describe('a list that the parent of a nested stack gives as text', () => {
  const scopesOf = (value: string, type: string) => {
    const parent = `Parameters: { Env: { Type: String } }
Resources:
  Api: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: api.yaml, Parameters: { Scopes: ${value} } } }
`
    const child = `Parameters: { Scopes: { Type: ${type} } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: a, Name: a, Scopes: [{ ScopeName: b, ScopeDescription: b }, { ScopeName: c, ScopeDescription: c }] } }
  Client:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: Server
    Properties: { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [client_credentials], GenerateSecret: true, AllowedOAuthScopes: !Ref Scopes }
  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Users, Domain: notes } }
`
    const { findings, undecided } = diagnose([
      { path: 'parent.yaml', text: parent },
      { path: 'api.yaml', text: child },
    ])
    const of = (items: readonly { readonly code: string }[]) => [...new Set(items.map(({ code }) => code))]
    return [of(findings), of(undecided)]
  }

  it.each<[string, string, readonly string[], readonly string[]]>([
    ["'a/b,a/c'", 'CommaDelimitedList', [], []],
    ["'a/b, a/c'", 'List<String>', [], []],
    ["!Join [',', [a/b, a/d]]", 'CommaDelimitedList', ['SCOPE_UNDECLARED'], []],
    ["'a/b,a/c'", 'String', ['SCOPE_UNDECLARED'], []],
    [
      "!Sub 'a/b,${Env}'",
      'CommaDelimitedList',
      [],
      [
        'CLIENT_CREDENTIALS_WITH_OIDC_SCOPE',
        'CLIENT_CREDENTIALS_WITHOUT_SCOPE',
        'SCOPE_NOT_FULL',
        'SCOPE_UNDECLARED',
      ],
    ],
  ])('%s is a %s: %j, undecided %j', (value, type, found, open) => {
    const [findings, undecided] = scopesOf(value, type)
    expect(findings).toEqual(found)
    expect(undecided?.toSorted()).toEqual([...open].toSorted())
  })
})
