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

const reported = (files: Parameters<typeof diagnose>[0]) => {
  const report = reportOf(diagnose(files))
  const found = report.findings.filter(({ code }) => code === 'OAUTH_NOT_ENABLED')
  expect(found).toHaveLength(12)
  return { report, found }
}

it('a finding that may have a change nobody proved says so, in every format', () => {
  const { report, found } = reported([template, ...large])
  const proved = found.filter(({ repair }) => repair)
  expect(proved.length).toBeGreaterThan(2)
  expect(proved.length).toBeLessThan(12)
  for (const { fix, repair } of found) expect(UNPROVED.test(fix)).toBe(repair === null)
  expect(JSON.stringify(sarifOf(report)).match(new RegExp(UNPROVED, 'g'))).toHaveLength(12 - proved.length)
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

it('a report about many clients and servers proves less', () => {
  const text = template.text + Array.from({ length: 150 }, (_, i) => pair(i)).join('')
  const { findings } = reportOf(diagnose([{ path: 'template.yaml', text }]))
  const late = findings.filter(({ code }) => code === 'CLIENT_BEFORE_RESOURCE_SERVER')
  expect(late).toHaveLength(150)
  const isUnproved = late.map(({ repair, fix }) => repair === null && UNPROVED.test(fix))
  expect(isUnproved.filter(Boolean).length).toBeGreaterThan(100)
})
