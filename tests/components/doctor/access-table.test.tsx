// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { doctorText } from '@/cli/doctor-text'
import { AccessTable } from '@/components/doctor/access/access-table'
import { createDoctor } from '@/components/doctor/state/create-doctor'
import { DoctorContext } from '@/components/doctor/use-doctor'
import { diagnose } from '@/lib/doctor/diagnose'
import { reportOf } from '@/lib/doctor/report'
import { examineTemplates } from '@/lib/examine-templates'

afterEach(cleanup)

const method = (verb: string, type: string) =>
  `  ${verb}: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: ${verb}, AuthorizationType: ${type} } }`
const template = (...clients: readonly string[]) => `Parameters: { Type: { Type: String } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
${clients.map(id => `  ${id}: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users } }\n`).join('')}  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
${method('GET', 'NONE')}
${method('PUT', 'AWS_IAM')}
${method('POST', 'CUSTOM, AuthorizerId: abc')}
${method('PATCH', '!Ref Type')}
${method('DELETE', 'COGNITO_USER_POOLS, AuthorizerId: !Ref Guard')}
${method('HEAD', 'COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: [a/b]')}
`

/** What the table of the page says of each endpoint: one cell for all clients, or one for each. */
async function onPage(text: string) {
  const files = [{ path: 'a.yaml', text }]
  const doctor = createDoctor(() => ({
    examine: (_, tell) => tell({ kind: 'read', ...examineTemplates({ files }) }),
    repairAll: async () => ({ files: [], labels: [] }),
    importApi: async () => ({ ok: false, errors: [], report: [], notJudged: [] }),
    graph: async () => ({ clients: [], credentials: [], endpoints: [], grants: [], requirements: [] }),
    stop: () => undefined,
  }))
  doctor.open(files)
  render(
    <DoctorContext value={doctor}>
      <AccessTable />
    </DoctorContext>,
  )
  const [head, ...rows] = await screen.findAllByRole('row')
  return {
    head: [...head!.querySelectorAll('th')].map(cell => cell.textContent),
    rows: rows.map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent)),
  }
}

/** What the table of the command line says of them. */
function inTerminal(text: string) {
  const diagnosis = diagnose([{ path: 'a.yaml', text }])
  const [, table = ''] = doctorText(reportOf(diagnosis), diagnosis, false).split('Who can call')
  return table
    .split('\n')
    .flatMap(line => /^ {2}(?:GET|PUT|POST|PATCH|DELETE|HEAD) \/ +\w+ +(.*)/.exec(line)?.[1] ?? [])
}

const OTHERS = [
  'no token required',
  'signed requests only',
  'whoever the Lambda authorizer accepts',
  'not shown in these files',
  'ID tokens only',
]

it('page and command line say the same of who can call, without clients', async () => {
  const said = [...OTHERS, 'no client in these files']
  expect(inTerminal(template())).toEqual(said)
  expect((await onPage(template())).rows).toEqual(said.map(words => [words]))
})

it('page and command line say the same of who can call, with clients', async () => {
  expect(inTerminal(template('One', 'Two'))).toEqual([...OTHERS, 'none of the clients'])
  expect((await onPage(template('One', 'Two'))).rows).toEqual([...OTHERS.map(words => [words]), ['no', 'no']])
})

it('both say of a client that Cognito rejects it', async () => {
  const text = template('One', 'Two').replace(
    'One: { Type: AWS::Cognito::UserPoolClient, Properties: {',
    '$& AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [openid], CallbackURLs: ["https://a.example/"], DefaultRedirectURI: "https://b.example/",',
  )
  expect((await onPage(text)).head).toEqual(['Endpoint', 'OneCognito rejects it', 'Two'])
  const diagnosis = diagnose([{ path: 'a.yaml', text }])
  expect(doctorText(reportOf(diagnosis), diagnosis, false)).toContain('\n  One: Cognito rejects it\n')
  expect(doctorText(reportOf(diagnosis), diagnosis, false)).not.toContain('  Two: ')
})
