import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { doctor } from '../../cli/doctor'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fix-of-another-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

function written(name: string, text: string): string {
  const file = path.join(folder, name)
  fs.writeFileSync(file, text)
  return file
}

const ISSUER = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abcdefghi'

it('prints the file that is edited, and says which one it is', async () => {
  const text = `Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  One: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml, Parameters: { Base: '${ISSUER}/' } } }
`
  const parent = written('parent.yaml', text)
  const child = written(
    'child.yaml',
    `Parameters: { Base: { Type: String } }
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: n, ProtocolType: HTTP } }
  A: { Type: AWS::ApiGatewayV2::Authorizer, Properties: { ApiId: !Ref Api, Name: a, AuthorizerType: JWT, IdentitySource: [$request.header.Authorization], JwtConfiguration: { Issuer: !Ref Base, Audience: [x] } } }
`,
  )
  expect(await doctor(['--fix', `ISSUER_MISMATCH@${child}:4`, parent, child])).toEqual({
    status: 0,
    stdout: text.replace(`${ISSUER}/`, ISSUER),
    stderr: `Remove the slash at the end. The text printed is that of ${parent}\n`,
  })
})

it('refuses a repair of several files, and names them', async () => {
  const service = written(
    'serverless.yml',
    `service: notes
provider:
  name: aws
  httpApi:
    authorizers:
      users: { type: jwt, identitySource: $request.header.Authorization, issuerUrl: !GetAtt Pool.ProviderURL, audience: [a] }
functions:
  - \${file(./a.yml)}
  - \${file(./b.yml)}
resources:
  Resources:
    Pool: { Type: AWS::Cognito::UserPool }
    Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Pool, Identifier: notes, Name: n, Scopes: [{ ScopeName: read, ScopeDescription: r }] } }
`,
  )
  const [a, b] = ['a', 'b'].map(name =>
    written(
      `${name}.yml`,
      `${name}: { handler: a.a, events: [{ httpApi: { path: /${name}, method: get, authorizer: { name: users, scopes: [read] } } }] }\n`,
    ),
  ) as [string, string]
  const files = [service, a, b]
  const { stdout = '' } = await doctor(['--json', ...files])
  const found = JSON.parse(stdout).findings.find(({ code }: { code: string }) => code === 'SCOPE_NOT_FULL')
  expect(found.repair.edits.map(({ file }: { file: string }) => file)).toEqual([a, b])

  const refused = await doctor(['--fix', `SCOPE_NOT_FULL@${a}:1`, ...files])
  expect(refused).toEqual({
    status: 1,
    stderr: `--fix prints one file, and this changes several: ${a}, ${b}. --json has the edits of each.\n`,
  })
})
