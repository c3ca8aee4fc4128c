// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { FindingsPane } from '@/components/doctor/findings/findings-pane'
import { createDoctor } from '@/components/doctor/state/create-doctor'
import { runExamination } from '@/components/doctor/state/run-examination'
import { DoctorContext } from '@/components/doctor/use-doctor'
import { examineTemplates } from '@/lib/examine-templates'

afterEach(cleanup)

const TEMPLATE = `Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Part: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: part.yaml } }
  Other: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: other.yaml } }
  One:
    Type: AWS::Cognito::UserPoolClient
    Properties: { UserPoolId: !Ref Users, AllowedOAuthFlows: [code], SupportedIdentityProviders: [COGNITO], CallbackURLs: [https://a.example], AllowedOAuthScopes: [openid] }
  Two:
    Type: AWS::Cognito::UserPoolClient
    Properties: { UserPoolId: !Ref Users, AllowedOAuthFlows: [code], SupportedIdentityProviders: [COGNITO], CallbackURLs: [https://a.example], AllowedOAuthScopes: [openid] }
`

it('a file that cannot be read, and parts that are not there, do not keep the others from repair', async () => {
  const doctor = createDoctor(() => ({
    examine: (question, tell) => void runExamination(examineTemplates(question), tell, async () => true),
    repairAll: async () => ({ files: [], labels: [] }),
    importApi: async () => Promise.reject(new Error('not asked for')),
    graph: async () => Promise.reject(new Error('not asked for')),
    stop: () => undefined,
  }))
  doctor.open([
    { path: 'template.yaml', text: TEMPLATE },
    { path: 'main.tf', text: 'resource "aws_cognito_user_pool" "users" {\n}\n' },
  ])
  render(
    <DoctorContext value={doctor}>
      <FindingsPane />
    </DoctorContext>,
  )
  const all = await screen.findByRole('button', { name: /^Apply all/ })
  await waitFor(() => expect(all).toHaveProperty('disabled', false))
  expect(screen.getByText(/This looks like Terraform/)).toBeDefined()
  expect(screen.queryByText(/those of the last text/)).toBeNull()
  // What decides a check is listed with the checks that it decides, and only there.
  await waitFor(() => expect(screen.getAllByText(/nested stack Part was not given/)).toHaveLength(1))
})
