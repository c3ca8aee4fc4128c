import { expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { reportOf } from '../../../lib/doctor/report'

const nests = (id: string, file: string, given: string, dependsOn = '') =>
  `  ${id}: { Type: AWS::CloudFormation::Stack, ${dependsOn}Properties: { TemplateURL: ${file}, Parameters: ${given} } }\n`
const API = '  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }\n'
const deployment =
  '  Deployment1a2b3c4d: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api } }\n'
const get = (root: string, dependsOn = '') =>
  `  Get: { Type: AWS::ApiGateway::Method, ${dependsOn}Properties: { RestApiId: !Ref Api, ResourceId: ${root}, HttpMethod: GET, AuthorizationType: NONE, Integration: { Type: MOCK } } }\n`
const methods = `Parameters: { Api: { Type: String }, Root: { Type: String } }\nResources:\n${get('!Ref Root')}`
const givenRoot = '{ Api: !Ref Api, Root: !GetAtt Api.RootResourceId }'
const server = (id: string, identifier: string) =>
  `  ${id}: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Pool, Identifier: ${identifier}, Name: n, Scopes: [{ ScopeName: read, ScopeDescription: r }] } }\n`

/** How the finding of a code says to mend it, and what its repair writes. */
function waysOf(code: string, stack: string, nested: Readonly<Record<string, string>>) {
  const files = Object.entries({ 'stack.yaml': stack, ...nested }).map(([path, text]) => ({ path, text }))
  return reportOf(diagnose(files))
    .findings.filter(finding => finding.code === code)
    .map(({ fix, repair }) => [fix, repair?.label, repair?.edits.map(({ text }) => text)])
}

it('a nested stack that creates two resource servers is named once', () => {
  const stack = `Resources:
  Pool: { Type: AWS::Cognito::UserPool }
${nests('Servers', 'servers.yaml', '{ Pool: !Ref Pool }')}  Machine:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      GenerateSecret: true
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [client_credentials]
      AllowedOAuthScopes: [notes/read, tags/read]
`
  const servers = `Parameters: { Pool: { Type: String } }\nResources:\n${server('Notes', 'notes')}${server('Tags', 'tags')}`
  expect(waysOf('CLIENT_BEFORE_RESOURCE_SERVER', stack, { 'servers.yaml': servers })).toEqual([
    [
      'Add DependsOn: Servers to the client. This nested stack creates Notes.',
      'Let Machine depend on Servers',
      ['\n    DependsOn: Servers'],
    ],
  ])
})

it('a deployment waits for a nested stack, and one in another stack cannot', () => {
  const child = nests('Methods', 'methods.yaml', givenRoot)
  expect(
    waysOf('DEPLOYMENT_TOO_EARLY', `Resources:\n${API}${child}${deployment}`, { 'methods.yaml': methods }),
  ).toEqual([
    [
      'Add DependsOn: Methods to the deployment. This nested stack creates Get.',
      'Let Deployment1a2b3c4d depend on Methods',
      [', DependsOn: Methods'],
    ],
  ])
  const released = nests('Release', 'release.yaml', '{ Api: !Ref Api }')
  expect(
    waysOf('DEPLOYMENT_TOO_EARLY', `Resources:\n${API}${child}${released}`, {
      'methods.yaml': methods,
      'release.yaml': `Parameters: { Api: { Type: String } }\nResources:\n${deployment}`,
    }),
  ).toEqual([['Let the nested stack of the deployment depend on what creates Get.', undefined, undefined]])
})

const AFTER = 'DependsOn: Deployment1a2b3c4d, '

it.each([
  ['a method', get('!GetAtt Api.RootResourceId', AFTER)],
  ['a nested stack', nests('Methods', 'methods.yaml', givenRoot, AFTER)],
])('a deployment is not made to wait for %s that waits for it', (_, late) => {
  expect(
    waysOf('DEPLOYMENT_TOO_EARLY', `Resources:\n${API}${late}${deployment}`, { 'methods.yaml': methods }),
  ).toEqual([['Let Deployment1a2b3c4d wait for Get, not the other way round.', undefined, undefined]])
})
