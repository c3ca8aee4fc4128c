import { expect, it } from 'vitest'
import { diagnose } from '@/lib/index'

const template = (plan: string, flows: string) => `Parameters:
  Plan: { Type: String }
Resources:
  Users:
    Type: AWS::Cognito::UserPool
    Properties: { UserPoolTier: ${plan} }
  Web:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Users
      ExplicitAuthFlows: ${flows}
`
const found = (plan: string, flows: string) => {
  const { findings, undecided } = diagnose([{ path: 'template.yaml', text: template(plan, flows) }])
  const places = (
    list: readonly { readonly code: string; readonly at: readonly { readonly line: number }[] }[],
  ) => list.flatMap(({ code, at }) => (code === 'FLOW_NEEDS_ESSENTIALS' ? at.map(({ line }) => line) : []))
  return [places(findings), places(undecided)]
}

it.each([
  ['LITE', '[ALLOW_USER_AUTH]', [[11], []]],
  ['LITE', '[ALLOW_USER_SRP_AUTH]', [[], []]],
  ['ESSENTIALS', '[ALLOW_USER_AUTH]', [[], []]],
  ['!Ref Plan', '[ALLOW_USER_AUTH]', [[], [11]]],
])('a pool of plan %s with the flows %s', (plan, flows, expected) => {
  expect(found(plan, flows)).toEqual(expected)
})
