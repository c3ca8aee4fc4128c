import { expect, it } from 'vitest'
import { repairsOf } from '../../../lib/doctor/repair'
import type { Edit } from '../../../lib/source/edit'
import { faults, faultyText } from './faults'
import { diagnoseText } from './files'

const HEAD = '# first line of all'
const TAIL = '# last line of all'
const fault = faults.find(({ code }) => code === 'SCOPE_NOT_FULL')!
const text = `${HEAD}\n${faultyText(fault)}${TAIL}`

/** The repairs that remain when the right edit comes with another one, from one text to another. */
function repairsWith(from: string, to: string) {
  const diagnosis = diagnoseText(text)
  const finding = diagnosis.findings.find(({ code }) => code === fault.code)!
  const [right] = finding.proposals
  const start = text.indexOf(from)
  const other: Edit = { ...right!.edits[0]!, start, end: start + from.length, text: to }
  return repairsOf({ ...finding, proposals: [{ label: 'Both', edits: [...right!.edits, other] }] }, diagnosis)
}

it('an edit that changes blanks only is proved', () => {
  expect(repairsWith(`${HEAD}\n`, `${HEAD}\n\n`)).toHaveLength(1)
})

it.each([
  ['loses the comment of the first line', `${HEAD}\n`, ''],
  ['changes the comment of the first line', HEAD, '# first'],
  ['loses the comment of the last line', TAIL, ''],
  ['loses a comment between values', ' # tokens only', ''],
  ['adds a comment', TAIL, `${TAIL}\n# another`],
  ['changes another value', 'ClientName: web', 'ClientName: app'],
  ['loses another value', '      ClientName: web\n', ''],
  ['adds another value', '      ClientName: web\n', '      ClientName: web\n      RefreshTokenValidity: 1\n'],
  ['makes it no text of the format', 'Resources:', 'Resources: ['],
])('an edit that %s is not', (_, from, to) => {
  expect(repairsWith(from, to)).toEqual([])
})

it.each([
  ['a resource that another one repeats is not', '  Again: *get\n', 0],
  ['a resource with an anchor that nothing uses is proved', '', 1],
])('an edit inside %s', (_, again, count) => {
  const shared = `Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: notes, Name: n, Scopes: [{ ScopeName: read, ScopeDescription: r }] } }
  Web: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [openid, notes/read], CallbackURLs: [https://a.example/] } }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Auth: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
  Get: &get { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Auth, AuthorizationScopes: [read] } }
${again}`
  const diagnosis = diagnoseText(shared)
  const finding = diagnosis.findings.find(({ code }) => code === 'SCOPE_NOT_FULL')!
  expect(finding.proposals).not.toEqual([])
  expect(repairsOf(finding, diagnosis)).toHaveLength(count)
})

it('a map that stands under a condition gets no second one beside it', () => {
  const diagnosis = diagnoseText(`Conditions: { Short: !Equals [!Ref AWS::Region, eu-west-1] }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Web:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Users
      TokenValidityUnits: !If [Short, { IdToken: minutes }, { RefreshToken: days }]
      AccessTokenValidity: 60
`)
  const finding = diagnosis.findings.find(({ code }) => code === 'TOKEN_VALIDITY_OUT_OF_RANGE')
  if (!finding) throw new Error('no finding')
  expect(repairsOf(finding, diagnosis)).toEqual([])
})

it.each([
  [
    'AllowedOAuthFlows: [code], AllowedOAuthScopes: [openid]',
    1,
    'Set AllowedOAuthFlowsUserPoolClient to true.',
  ],
  [
    'AllowedOAuthFlows: [code]',
    0,
    'Set AllowedOAuthFlows and AllowedOAuthScopes, and AllowedOAuthFlowsUserPoolClient to true.',
  ],
  [
    'AllowedOAuthScopes: [notes/read]',
    0,
    'Set AllowedOAuthFlows and AllowedOAuthScopes, and AllowedOAuthFlowsUserPoolClient to true.',
  ],
])(
  'OAuth is only enabled where flows and scopes are listed: Cognito rejects it otherwise: %s',
  (settings, count, fix) => {
    const diagnosis = diagnoseText(`Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Web: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, ${settings} } }
`)
    const finding = diagnosis.findings.find(({ code }) => code === 'OAUTH_NOT_ENABLED')!
    expect(finding.fix).toBe(fix)
    expect(repairsOf(finding, diagnosis)).toHaveLength(count)
  },
)
