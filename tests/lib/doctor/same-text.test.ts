import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'

/** A scope of a client and the one that is declared, each written as the same call. */
const parts = (call: string) => ({
  users: '  Users: { Type: AWS::Cognito::UserPool, Properties: { UserPoolName: a } }\n',
  server: `  Server:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties: { UserPoolId: eu-west-1_AbCdEf123, Identifier: ${call}, Name: a, Scopes: [{ ScopeName: b, ScopeDescription: b }] }
`,
  client: `  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties: { UserPoolId: eu-west-1_AbCdEf123, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], CallbackURLs: ['https://a.example'], SupportedIdentityProviders: [COGNITO], AllowedOAuthScopes: [!Join ['/', [${call}, b]]] }
`,
})
const PARAMETERS = `Parameters: { P: { Type: String } }
Conditions: { Live: !Equals [!Ref P, a] }
Mappings: { M: { k: { a: x } } }
`

/** Is the scope of the client one of the server? Undefined where that is not decided. */
function isDeclared(texts: readonly string[]): boolean | undefined {
  const { access, deployed } = diagnose(
    texts.map((text, i) => ({ path: `${i}.yaml`, text: `${PARAMETERS}Resources:\n${text}` })),
  ).facts
  const settings = deployed.clients[0]?.settings
  if (settings?.kind !== 'fields') throw new Error('no client')
  const listed = settings.fields.get('AllowedOAuthScopes')?.value
  if (listed?.kind !== 'list' || listed.items[0]?.term.kind !== 'text') throw new Error('no scope')
  return access.declares(deployed.resourceServers[0]!, listed.items[0].term).is
}

/** Is it certain, if both are written as the same call? */
function isCertain(call: string, areApart: boolean): boolean {
  const { server, client } = parts(call)
  return isDeclared(areApart ? [server, client] : [server + client]) === true
}

describe('the same text in two places', () => {
  it.each<[string, boolean, boolean]>([
    ['notes', true, true],
    ['!Ref AWS::Region', true, true],
    ['!Ref AWS::StackName', true, false],
    ['!Ref P', true, false],
    ['!Select [0, !Split ["-", !Ref P]]', true, false],
    ['!FindInMap [M, k, !Ref P]', true, false],
    ['!Base64 { Ref: P }', true, false],
    ['!Join ["-", !Split [",", !Ref P]]', true, false],
    ['!ImportValue { "Fn::Sub": "${P}-a" }', true, false],
    ['!ImportValue shared', true, true],
    ["'{{resolve:ssm:/a}}'", true, true],
    ["!Sub '{{resolve:ssm:/${P}/a}}'", true, false],
    ['!Nothing a', true, false],
  ])('%s is equal in one template: %s, in two: %s', (call, inOne, inTwo) => {
    expect(isCertain(call, false)).toBe(inOne)
    expect(isCertain(call, true)).toBe(inTwo)
  })
})

it('unknown text at different ends of two texts may make them equal', () => {
  const [one, other] = ["!Sub 'a-${P}'", "!Sub '${AWS::StackName}-a'"].map(parts)
  expect(isDeclared([one!.server + other!.client])).toBeUndefined()
  expect(isDeclared([other!.server + one!.client])).toBeUndefined()
})

it('the same template, nested twice with other parameters, has other values', () => {
  const child = (path: string) => ({
    path,
    text: `${PARAMETERS}Resources:\n${parts('!Base64 { Ref: P }').server}Outputs: { Name: { Value: !Base64 { Ref: P } }, Chosen: { Value: !If [Live, a, b] } }\n`,
  })
  const parent = (output: string) => ({
    path: 'parent.yaml',
    text: `Parameters: { A: { Type: String }, B: { Type: String } }
Resources:
  One: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml, Parameters: { P: !Ref A } } }
  Two: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml, Parameters: { P: !Ref B } } }
  Left: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Sub '\${One.Outputs.${output}}' } }
  Right: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Sub '\${Two.Outputs.${output}}' } }
`,
  })
  for (const output of ['Name', 'Chosen']) {
    const { facts } = diagnose([parent(output), child('child.yaml')])
    const keys = facts.deployed.clients.map(({ userPoolId }) =>
      userPoolId.kind === 'text'
        ? JSON.stringify(userPoolId.parts.map(part => (part.kind === 'unknown' ? part.key : part)))
        : '',
    )
    expect(new Set(keys).size).toBe(2)
  }
})
