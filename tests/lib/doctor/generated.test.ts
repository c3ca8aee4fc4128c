import { expect, it } from 'vitest'
import { reportOf } from '../../../lib/doctor/report'
import { diagnoseText } from './files'

const template = (more: object) => {
  const resources = {
    Users: { Type: 'AWS::Cognito::UserPool' },
    App: {
      Type: 'AWS::Cognito::UserPoolClient',
      Properties: {
        UserPoolId: { Ref: 'Users' },
        AllowedOAuthFlows: ['code'],
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthScopes: ['openid'],
        CallbackURLs: ['https://a.example'],
      },
    },
    Domain: {
      Type: 'AWS::Cognito::UserPoolDomain',
      Properties: { UserPoolId: { Ref: 'Users' }, Domain: 'a' },
    },
  }
  return JSON.stringify({ Resources: resources, ...more })
}
const version = (path: string) => ({
  Parameters: { BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: path } },
})

// Without path metadata, the parameter for the bootstrap stack says that CDK wrote the file: an edit would be lost.
it.each([
  ['no such parameter', {}, false],
  ['a parameter of that name', version('/acme/version'), false],
  ['the bootstrap version', version('/cdk-bootstrap/hnb659fds/version'), true],
])('a file with %s is repaired unless CDK wrote it', (_, more, generated) => {
  const report = reportOf(diagnoseText(template(more), 'app.template.json'))
  expect(report.files[0]!.generated).toBe(generated)
  const [finding] = report.findings
  expect(finding?.code).toBe('NO_IDENTITY_PROVIDER')
  expect(finding?.repair === null).toBe(generated)
})
