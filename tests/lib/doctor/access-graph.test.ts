import { describe, expect, it } from 'vitest'
import type { AccessGraph } from '@/lib/access-map/graph'
import { reportOf } from '@/lib/doctor/report'
import { examineTemplates, templateGraph } from '@/lib/examine-templates'
import { baseText } from './faults'
import { diagnoseText, inputNames, inputText } from './files'

const drawn = (path: string, text: string) => {
  const question = { files: [{ path, text }] }
  const { report } = examineTemplates(question)
  return { report, graph: templateGraph({ ...question, access: report.access }) }
}

function linksOf({ clients, credentials, endpoints, grants, requirements }: AccessGraph) {
  const names = new Map([...clients, ...credentials, ...endpoints].map(({ key, label }) => [key, label]))
  const named = ({ from, to }: { readonly from: string; readonly to: string }) =>
    `${names.get(from)} → ${names.get(to)}`
  return { grants: grants.map(named), requirements: requirements.map(named) }
}

const notesOf = ({ clients, credentials, endpoints }: AccessGraph) =>
  [...clients, ...credentials, ...endpoints].flatMap(({ label, note }) => (note ? [`${label}: ${note}`] : []))

const OTHER: Readonly<Record<string, string>> = {
  cognito: 'ID token',
  jwt: 'Any token',
  iam: 'AWS signature',
  custom: 'Lambda authorizer',
  none: 'No authorization',
  unknown: 'not shown in these files',
}

describe.each(inputNames)('%s', name => {
  const { report, graph } = drawn(name, inputText(name))
  const written = reportOf(diagnoseText(inputText(name), name)).graph

  it('has the grants and requirements of the report, scopes as they are written', () => {
    const shown = (scope: string | null) => scope ?? 'a scope the files do not show'
    const grants = written.clients.flatMap(({ id, scopes }) => scopes.map(scope => `${id} → ${shown(scope)}`))
    const requirements = written.endpoints.flatMap(({ method, path, authorization, scopes }) => {
      const isByToken = authorization === 'cognito' || authorization === 'jwt'
      const froms = isByToken && scopes.length > 0 ? scopes.map(shown) : [OTHER[authorization]]
      return froms.map(from => `${from} → ${path === '$default' ? path : `${method} ${path}`}`)
    })
    const links = linksOf(graph)
    const withoutTokens = links.grants.filter(link => !link.endsWith(' → Any token'))
    expect(new Set(withoutTokens)).toEqual(new Set(grants))
    expect(new Set(links.requirements)).toEqual(new Set(requirements))
  })

  it('calls unreachable what the access matrix gives to no client', () => {
    const refused = report.access.filter(
      ({ authorization, clients }) =>
        (authorization === 'cognito' || authorization === 'jwt') &&
        clients.length > 0 &&
        clients.every(({ allowed }) => allowed === false),
    )
    const noted = graph.endpoints.filter(({ note }) => note === 'unreachable' || note === 'id-token-only')
    expect(noted.map(({ label }) => label)).toEqual(refused.map(({ endpoint }) => endpoint))
  })

  it('has a place in the files for every node', () => {
    for (const { label, target } of [...graph.clients, ...graph.endpoints])
      expect(target?.file, label).toBe(name)
  })
})

it('shows a scope that is not declared as one of its own', () => {
  const { graph } = drawn('02-short-scope.yaml', inputText('02-short-scope.yaml'))
  expect(notesOf(graph).filter(note => note.endsWith(': undeclared'))).not.toEqual([])
})

it.each([
  ['a client without it', '', ['notes/read: no-client', 'Read: calls-nothing', 'GET /: unreachable']],
  ['no client', 'Type', []],
])('notes of a scope that is required where there is %s', (_, without, notes) => {
  const type = (name: string) => (without ? 'AWS::SNS::Topic' : `AWS::Cognito::${name}`)
  const text = `Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: notes, Name: n, Scopes: [{ ScopeName: read, ScopeDescription: r }] } }
  Read: { Type: ${type('UserPoolClient')}, Properties: { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [openid], CallbackURLs: [https://a.example/] } }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Auth: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Auth, AuthorizationScopes: [notes/read] } }
`
  expect(notesOf(drawn('template.yaml', text).graph).toSorted()).toEqual(notes.toSorted())
})

describe('an endpoint that requires no scope', () => {
  const PROTECTED = `      AuthorizationType: JWT
      AuthorizerId: !Ref Guard
      AuthorizationScopes:
        - notes/read
`
  it.each([
    ['JWT\n      AuthorizerId: !Ref Guard', 'any-token', 'Any token', ['Web → Any token']],
    ['AWS_IAM', 'iam', 'AWS signature', []],
    ['CUSTOM\n      AuthorizerId: a', 'custom', 'Lambda authorizer', []],
    ['NONE', 'none', 'No authorization', []],
    ['!Ref Type', 'unknown', 'not shown in these files', []],
  ])('has another credential: %s', (type, kind, label, tokens) => {
    const text = baseText('http').replace(PROTECTED, `      AuthorizationType: ${type}\n`)
    const { graph } = drawn('template.yaml', text)
    const [endpoint] = graph.endpoints
    const credential = graph.credentials.find(node => node.label === label)
    expect(credential).toEqual({ type: 'credential', key: kind, kind, label, target: endpoint?.target })
    expect(graph.requirements).toEqual([{ from: kind, to: endpoint?.key }])
    expect(linksOf(graph).grants.filter(link => !/openid|notes\/read/.test(link))).toEqual(tokens)
    expect(endpoint?.note).toBe(kind === 'unknown' ? 'undecided' : undefined)
  })
})

it('draws the scope of SDK sign-in to the clients that get it unasked, also where their OAuth settings are off', () => {
  const client = (more: string) =>
    `{ Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, ${more} } }`
  const text = `Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Sdk: ${client('ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]')}
  Off: ${client('AllowedOAuthFlows: [code], AllowedOAuthScopes: [openid], CallbackURLs: [https://a.example/]')}
  Refresh: ${client('ExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]')}
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Auth: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Auth, AuthorizationScopes: [aws.cognito.signin.user.admin] } }
`
  const { report, graph } = drawn('template.yaml', text)
  expect(report.access[0]!.clients.map(({ id, allowed }) => [id, allowed])).toEqual([
    ['Sdk', true],
    ['Off', true],
    ['Refresh', false],
  ])
  expect(linksOf(graph).grants.filter(link => link.endsWith('.user.admin'))).toEqual([
    'Sdk → aws.cognito.signin.user.admin',
    'Off → aws.cognito.signin.user.admin',
  ])
  expect(notesOf(graph)).toEqual(['Refresh: calls-nothing'])
})

it('a client that Cognito refuses to create calls nothing in the drawing either', () => {
  const text = baseText('http')
  const without = text.replace(/^ *CallbackURLs:.*\n/m, '')
  expect(without).not.toBe(text)
  const { report, graph } = drawn('template.yaml', without)
  expect(report.findings.map(({ code }) => code)).toContain('NO_CALLBACK')
  const [refused] = report.access[0]!.clients
  expect(refused?.allowed).toBe(false)
  expect(notesOf(drawn('template.yaml', text).graph)).not.toContain(`${refused?.id}: calls-nothing`)
  expect(notesOf(graph)).toContain(`${refused?.id}: calls-nothing`)
})
