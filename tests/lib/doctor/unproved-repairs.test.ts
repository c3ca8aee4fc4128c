import { expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { reportOf } from '../../../lib/doctor/report'
import { sarifOf } from '../../../lib/doctor/sarif'

const clients = Array.from(
  { length: 12 },
  (_, i) => `  C${i}:
    Type: AWS::Cognito::UserPoolClient
    Properties: { UserPoolId: !Ref Users, AllowedOAuthFlows: [code], AllowedOAuthScopes: [openid], SupportedIdentityProviders: [COGNITO], CallbackURLs: ['https://a.example'] }
`,
).join('')
const template = {
  path: 'template.yaml',
  text: `Resources:\n  Users: { Type: AWS::Cognito::UserPool }\n${clients}`,
}
/** Files that cost much when everything is read again. */
const large = Array.from({ length: 7 }, (_, i) => ({
  path: `other${i}.yaml`,
  text: `Resources: {}\n# ${'x'.repeat(1_000_000)}\n`,
}))
const UNPROVED = /not proved here, because so much is in the files/

/** Reports on files, and counts how often they are read again. */
function reported(files: Parameters<typeof diagnose>[0]) {
  const diagnosis = diagnose(files)
  let readings = 0
  const readAgain: typeof diagnosis.facts.readAgain = (...given) => {
    readings++
    return diagnosis.facts.readAgain(...given)
  }
  const report = reportOf({ ...diagnosis, facts: { ...diagnosis.facts, readAgain } })
  return { report, readings }
}

it('in large files the repairs of one code are proved together', () => {
  const { report, readings } = reported([template, ...large])
  const repaired = report.findings.filter(({ code, repair }) => code === 'OAUTH_NOT_ENABLED' && repair)
  expect(repaired).toHaveLength(12)
  expect(readings).toBe(2)
  for (const { repair } of repaired) {
    const text = applied(template.text, repair!.edits)
    const { findings } = diagnose([{ ...template, text }])
    expect(findings.filter(({ code }) => code === 'OAUTH_NOT_ENABLED')).toHaveLength(11)
  }
})

const applied = (text: string, edits: readonly { start: number; end: number; text: string }[]) =>
  edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((before, edit) => before.slice(0, edit.start) + edit.text + before.slice(edit.end), text)

/** An API whose audience is a literal id: a client's logical id beside it would be no id, which the proof finds. */
const api = (
  i: number,
) => `  Api${i}: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: notes, ProtocolType: HTTP } }
  Jwt${i}:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api${i}
      Name: jwt
      AuthorizerType: JWT
      IdentitySource: [$request.header.Authorization]
      JwtConfiguration: { Issuer: !GetAtt Users.ProviderURL, Audience: [abc] }
  Notes${i}:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Api${i}, RouteKey: GET /notes, AuthorizationType: JWT, AuthorizerId: !Ref Jwt${i}, AuthorizationScopes: [openid] }
`
const client =
  "  C: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [openid], SupportedIdentityProviders: [COGNITO], CallbackURLs: ['https://a.example'] } }\n"

it('a finding that may have a change nobody proved says so, in every format', () => {
  const text = `Resources:\n  Users: { Type: AWS::Cognito::UserPool }\n${client}${Array.from({ length: 12 }, (_, i) => api(i)).join('')}`
  const { report, readings } = reported([{ path: 'template.yaml', text }, ...large])
  const found = report.findings.filter(({ code }) => code === 'CLIENT_NOT_IN_AUDIENCE')
  expect(found).toHaveLength(12)
  expect(found.map(({ repair }) => repair)).toEqual(found.map(() => null))
  const unproved = found.filter(({ fix }) => UNPROVED.test(fix))
  expect(unproved.length).toBeGreaterThan(6)
  expect(unproved.length).toBeLessThan(12)
  expect(readings).toBeLessThan(8)
  expect(JSON.stringify(sarifOf(report)).match(new RegExp(UNPROVED, 'g'))).toHaveLength(unproved.length)
})

it('a finding without a change says nothing of it', () => {
  const { report } = reported([template])
  expect(report.findings.filter(({ fix }) => UNPROVED.test(fix))).toEqual([])
  const words = report.findings.filter(({ repair }) => !repair)
  expect(words.map(({ code }) => code)).toContain('DOMAIN_MISSING')
})

/** One that names a scope and is not ordered after its server. */
const pair = (
  i: number,
) => `  S${i}: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: s${i}, Name: s, Scopes: [{ ScopeName: a, ScopeDescription: a }] } }
  D${i}: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [s${i}/a] } }
`

it('a report about many clients and servers proves their repairs together', () => {
  const text = template.text + Array.from({ length: 150 }, (_, i) => pair(i)).join('')
  const { report, readings } = reported([{ path: 'template.yaml', text }])
  const late = report.findings.filter(({ code }) => code === 'CLIENT_BEFORE_RESOURCE_SERVER')
  expect(late).toHaveLength(150)
  expect(late.filter(({ repair }) => repair)).toHaveLength(150)
  expect(readings).toBeLessThan(20)
})

it('a report about many clients and endpoints proves their repairs together', () => {
  const properties =
    '{ RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: NONE }'
  const methods = Array.from(
    { length: 100 },
    (_, i) => `  M${i}: { Type: AWS::ApiGateway::Method, Properties: ${properties} }\n`,
  )
  const more = Array.from({ length: 10 }, (_, i) => clients.replace(/^ {2}C/gm, `  C${i}x`))
  const text = `${template.text}${more.join('')}  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }\n${methods.join('')}`
  const { report, readings } = reported([{ path: 'template.yaml', text }])
  const repaired = report.findings.filter(({ code, repair }) => code === 'OAUTH_NOT_ENABLED' && repair)
  expect(repaired).toHaveLength(132)
  expect(readings).toBeLessThan(20)
})

// A proof goes through all pairs of the two, so that a few proofs are as much as is tried one by one.
it('a report about many deployments and methods proves their repairs together', () => {
  const method = { RestApiId: { Ref: 'Api' }, ResourceId: 'a', HttpMethod: 'GET', AuthorizationType: 'NONE' }
  const resources = [
    ['Api', 'AWS::ApiGateway::RestApi', { Name: 'notes' }],
    ...Array.from({ length: 100 }, (_, i) => [`M${i}`, 'AWS::ApiGateway::Method', method]),
    ...Array.from({ length: 300 }, (_, i) => [
      `D${i}`,
      'AWS::ApiGateway::Deployment',
      { RestApiId: method.RestApiId },
    ]),
  ].map(([id, Type, Properties]) => [id, { Type, Properties }])
  const text = JSON.stringify({ Resources: Object.fromEntries(resources) })
  const { report, readings } = reported([{ path: 'template.json', text }])
  const repaired = report.findings.filter(({ code, repair }) => code === 'DEPLOYMENT_TOO_EARLY' && repair)
  expect(repaired).toHaveLength(300)
  expect(readings).toBeLessThan(20)
})
