import { expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { reportOf } from '../../../lib/doctor/report'

const nests = (file: string, condition: string) =>
  `  Inner: { Type: AWS::CloudFormation::Stack, ${condition}Properties: { TemplateURL: ${file}, Parameters: { Pool: !Ref Pool } } }\n`

const stack = (condition: string) => `Conditions: { Make: !Equals [!Ref AWS::Region, us-east-1] }
Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Machine:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      GenerateSecret: true
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [client_credentials]
      AllowedOAuthScopes: [notes/read]
${nests('middle.yaml', condition)}`

const middle = `Parameters: { Pool: { Type: String } }\nResources:\n${nests('inner.yaml', '')}`

const inner = `Parameters: { Pool: { Type: String } }
Resources:
  Server:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties: { UserPoolId: !Ref Pool, Identifier: notes, Name: notes, Scopes: [{ ScopeName: read, ScopeDescription: r }] }
`

const readings = (text: string) => {
  const { findings, undecided } = reportOf(
    diagnose([
      { path: 'stack.yaml', text },
      { path: 'middle.yaml', text: middle },
      { path: 'inner.yaml', text: inner },
    ]),
  )
  return [findings.map(({ code }) => code), undecided.map(({ code }) => code)]
}

it('what a nested stack creates is there if it and those around it are', () => {
  expect(readings(stack(''))).toEqual([['CLIENT_BEFORE_RESOURCE_SERVER', 'DOMAIN_MISSING'], []])
  expect(readings(stack('Condition: Make, '))).toEqual([
    ['DOMAIN_MISSING'],
    ['CLIENT_BEFORE_RESOURCE_SERVER', 'SCOPE_UNDECLARED'],
  ])
})
