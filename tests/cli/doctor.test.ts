import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../../cli/command'
import { doctor } from '../../cli/doctor'
import { importCommand } from '../../cli/import'
import { inspect } from '../../cli/inspect'
import { compile } from '../../lib/compile'

const inputs = path.resolve(import.meta.dirname, '../lib/doctor/inputs')
const file = (name: string) => path.join(inputs, name)
const short = file('02-short-scope.yaml')

describe('doctor', () => {
  it('prints one block a finding, its place first, with the line and a caret', async () => {
    const { status, stdout } = await doctor([short])
    expect(status).toBe(0)
    expect(stdout).toContain(`${short}:36:11 error SCOPE_NOT_FULL`)
    expect(stdout).toContain('36 |         - read')
    expect(stdout).toMatch(/\|\s+\^{4}\n/)
  })

  it('shows the place of a finding without other values of its line, which may be secrets', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'secrets-'))
    const template = path.join(folder, 'template.yaml')
    fs.writeFileSync(
      template,
      [
        'Resources:',
        '  A: { Type: AWS::Lambda::Function, Properties: { Environment: { Variables: { K: s3cret-1, K: s3cret-2 } } } }',
        '  B:',
        '    Type: AWS::Lambda::Function',
        '    Properties:',
        '      Environment:',
        '        Variables:',
        '          KEY: s3cret-3',
        '          KEY: s3cret-4',
      ].join('\n'),
    )
    const { stdout } = await doctor([template])
    expect(stdout).toContain('2 |  K\n')
    expect(stdout).toContain('9 |           KEY\n')
    expect(stdout).not.toContain('s3cret')
    fs.rmSync(folder, { recursive: true })
  })

  it('shows the key and the tag of a place, at the end of a long line too', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'line-'))
    const template = path.join(folder, 'template.yaml')
    const client = `{ CallbackURLs: [https://a.example], DefaultRedirectURI: !Sub "https://b.example" }`
    fs.writeFileSync(
      template,
      `Resources: { Name: ${'a'.repeat(200_000)}, C: { Type: AWS::Cognito::UserPoolClient, Properties: ${client} } }`,
    )
    const { stdout } = await doctor([template])
    expect(stdout).toContain('1 |  DefaultRedirectURI: !Sub "https://b.example"\n')
    fs.rmSync(folder, { recursive: true })
  })

  it('prints everything as JSON, every repair proved', async () => {
    const { stdout = '' } = await doctor(['--json', short])
    const report = JSON.parse(stdout)
    expect(Object.keys(report)).toEqual(['files', 'apis', 'findings', 'undecided', 'access', 'graph'])
    expect(report.files).toEqual([
      { path: short, format: 'cloudformation', generated: false, read: 'whole', problems: [] },
    ])
    expect(report.apis).toEqual([{ id: 'Api', type: 'rest', file: short, endpoints: 1, complete: true }])
    expect(report.findings[0].at[0]).toEqual({
      file: short,
      line: 36,
      column: 11,
      endLine: 36,
      endColumn: 15,
      logicalId: 'GetNotes',
    })
    expect(report.findings[0].repair.edits).toHaveLength(1)
  })

  it('reads the UTF-16 that PowerShell writes', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'utf-16-'))
    const copy = path.join(folder, 'template.yaml')
    fs.writeFileSync(copy, `\uFEFF${fs.readFileSync(short, 'utf8')}`, 'utf16le')
    const { stdout } = await doctor([copy])
    expect(stdout).toContain(`${copy}:36:11 error SCOPE_NOT_FULL`)
    fs.rmSync(folder, { recursive: true })
  })

  it('prints the repaired text of one file', async () => {
    const { status, stdout } = await doctor(['--fix', `SCOPE_NOT_FULL@${short}:36`, short])
    expect(status).toBe(0)
    expect(stdout).toContain('        - com.example.notes/read\n      Integration')
    expect((await doctor(['--fix', `SCOPE_NOT_FULL@${short}:35`, short])).status).toBe(1)
  })

  it('reaches each of several findings of one code and line by its column', async () => {
    const client =
      '{ Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, AllowedOAuthFlows: [code], AllowedOAuthScopes: [openid], AllowedOAuthFlowsUserPoolClient: false, CallbackURLs: [https://a.example], SupportedIdentityProviders: [COGNITO] } }'
    const text = `Resources:\n  { Users: { Type: AWS::Cognito::UserPool }, One: ${client}, Two: ${client} }\n`
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fix-'))
    const template = path.join(folder, 'a.yaml')
    fs.writeFileSync(template, text)
    const report = (await doctor([template])).stdout ?? ''
    const addresses = [...report.matchAll(/--fix (OAUTH_NOT_ENABLED@\S+): /g)].map(
      ([, address = '']) => address,
    )
    const columns = [text.indexOf('false'), text.lastIndexOf('false')].map(at => at - text.indexOf('\n'))
    expect(addresses).toEqual(columns.map(column => `OAUTH_NOT_ENABLED@${template}:2:${column}`))

    const fixed = await Promise.all(addresses.map(address => doctor(['--fix', address, template])))
    const [first, second] = fixed.map(({ stdout }) => stdout)
    expect(first).toBe(text.replace('false', 'true'))
    expect(second).toBe(text.replace(/false(?!.*false)/, 'true'))

    const both = await doctor(['--fix', `OAUTH_NOT_ENABLED@${template}:2`, template])
    expect(both.status).toBe(1)
    for (const address of addresses) expect(both.stderr).toContain(address)
    const none = await doctor(['--fix', `OAUTH_NOT_ENABLED@${template}:2:1`, template])
    expect(none).toEqual({
      status: 1,
      stderr: `There is no OAUTH_NOT_ENABLED at line 2, column 1 of ${template}.\n`,
    })

    const odd = path.join(folder, 'a.yaml:2')
    fs.writeFileSync(odd, text.replace(client, client.replace('false', 'true')))
    const ofOdd = await doctor(['--fix', `OAUTH_NOT_ENABLED@${odd}:2`, odd])
    expect(ofOdd.stdout).toBe(text.replaceAll('false', 'true'))
    fs.rmSync(folder, { recursive: true })
  })

  it('says of an endpoint without scopes that it takes ID tokens only, whoever its clients are', async () => {
    const { stdout } = await doctor([file('01-no-scopes.yaml')])
    expect(stdout).toMatch(
      /^Who can call with an access token\n(?: {2}\w+ \/\S* +cognito +ID tokens only\n)+/m,
    )
  })

  it('answers with a status', async () => {
    expect((await doctor(['--fail-on', 'error', short])).status).toBe(1)
    expect((await doctor(['--fail-on', 'error', file('01-no-scopes.yaml')])).status).toBe(0)
    expect((await doctor(['--fail-on', 'warning', file('01-no-scopes.yaml')])).status).toBe(1)
    await expect(doctor(['--fail-on', 'all', short])).rejects.toThrow(UsageError)
    await expect(doctor([])).rejects.toThrow(UsageError)
    await expect(doctor(['--param', 'Name', short])).rejects.toThrow(UsageError)
  })

  it('prints JSON for what it refuses too', async () => {
    const refused = path.resolve(import.meta.dirname, 'doctor.test.ts')
    const { status, stdout = '' } = await doctor(['--json', refused])
    expect(status).toBe(1)
    expect(JSON.parse(stdout).files[0].read).toBe('refused')
  })

  it('takes values for what is unknown', async () => {
    const undecided = file('09-undecided.yaml')
    const report = JSON.parse(
      (await doctor(['--json', '--param', 'Identifier=com.example.notes', undecided])).stdout!,
    )
    expect(report.undecided).toEqual([])
    const wrong = JSON.parse((await doctor(['--json', '--param', 'Identifier=other', undecided])).stdout!)
    expect(wrong.findings.map(({ code }: { readonly code: string }) => code)).toEqual(['SCOPE_UNDECLARED'])
  })
})

describe('SARIF', () => {
  const schema = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  const ajv = new Ajv({ strict: false, unicodeRegExp: false })
  addFormats(ajv)
  const { $schema: _, id: _id, ...draftFree } = schema
  const validate = ajv.compile(draftFree)
  for (const name of ['02-short-scope.yaml', '06-sam-preflight.yaml', '10-machine.json', '12-clean.yaml'])
    it(`of ${name} is valid against the schema`, async () => {
      const { stdout = '' } = await doctor(['--sarif', file(name)])
      const log = JSON.parse(stdout)
      expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
      expect(log.runs[0].results.length).toBe(name === '12-clean.yaml' ? 0 : log.runs[0].results.length)
      const known = new Set(log.runs[0].tool.driver.rules.map(({ id }: { readonly id: string }) => id))
      for (const { ruleId } of log.runs[0].results) expect(known).toContain(ruleId)
    })
})

describe('import', () => {
  for (const name of [
    '01-no-scopes.yaml',
    '02-short-scope.yaml',
    '05-sdk-only.yaml',
    '06-sam-preflight.yaml',
    '07-serverless-rest.yaml',
    '08-serverless-http.yaml',
    '11-openapi.yaml',
    '12-clean.yaml',
  ])
    it(`of ${name} is a valid spec, with a report`, async () => {
      const { status, stdout = '' } = await importCommand(['--json', file(name)])
      expect(status).toBe(0)
      const { spec, report, errors } = JSON.parse(stdout)
      expect(errors).toEqual([])
      expect(compile(spec).ok).toBe(true)
      const order = ['invented', 'changed', 'left-out', 'mapped']
      const ranks = report.map(({ how }: { readonly how: string }) => order.indexOf(how))
      expect(ranks).toEqual(ranks.toSorted((a: number, b: number) => a - b))
    })

  it('without a guarded endpoint is refused', async () => {
    const { status, stdout = '' } = await importCommand(['--json', file('03-client-race.json')])
    expect(status).toBe(1)
    expect(JSON.parse(stdout).errors[0].code).toBe('NOTHING_TO_IMPORT')
  })
})

describe('inspect --template', () => {
  const undecided = path.resolve(import.meta.dirname, '../lib/doctor/bare-scheme.yaml')
  const lambdaOnly = path.resolve(import.meta.dirname, '../lib/doctor/lambda-only.yaml')
  const inspected = (...args: string[]) => inspect(['--now', '1759345800', '--template', undecided, ...args])
  const why = /The security scheme pool has no x-amazon-apigateway-authorizer here/

  it('says of each endpoint why it is undecided, where all are', async () => {
    const { status, stdout = '', stderr = '' } = await inspected('e30.e30.e30')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Signature /m)
    expect(stdout).toMatch(/\nNo endpoint can be judged\.\n$/)
    expect(stderr).toMatch(/^GET \/notes is not judged: These files do not show which clients can call it\./)
    expect(stderr).toMatch(why)
    expect(stderr).toContain('POST /notes is not judged: It requires no token.')
  })

  it('says of an API with Lambda authorizers alone that they decide', async () => {
    const {
      status,
      stdout = '',
      stderr = '',
    } = await inspect([...['--now', '1759345800', '--template', lambdaOnly, 'e30.e30.e30']])
    expect(status).toBe(0)
    expect(stdout).toMatch(/\nNo endpoint can be judged\.\n$/)
    expect(
      stderr,
    ).toBe(`GET /a is not judged: A Lambda authorizer decides who may call it, and a spec cannot express one.
GET /open is not judged: It requires no token.
`)
  })

  it('says the same as JSON', async () => {
    const { status, stdout = '' } = await inspected('--json', 'e30.e30.e30')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      token: { header: {}, claims: {} },
      endpoints: [],
      notJudged: [
        { endpoint: 'GET /notes', why: expect.stringMatching(why) },
        { endpoint: 'POST /notes', why: 'It requires no token.' },
      ],
    })
  })

  it('refuses what has no endpoint to judge', async () => {
    const { status } = await inspect(['--template', file('03-client-race.json'), 'e30.e30.e30'])
    expect(status).toBe(1)
  })

  it('says why a file is not read, or only in part', async () => {
    const program = path.resolve(import.meta.dirname, 'doctor.test.ts')
    const refused = await inspect(['--template', program, '--json', 'e30.e30.e30'])
    expect(JSON.parse(refused.stdout ?? '').errors).toEqual([
      {
        code: 'FILE_NOT_READ',
        path: '',
        message: expect.stringMatching(/doctor\.test\.ts: The file is not valid/),
      },
      { code: 'NOTHING_TO_IMPORT', path: '', message: 'These files show no REST or HTTP API.' },
    ])
    const inPart = path.resolve(import.meta.dirname, '../lib/doctor/templates/serverless-v3.yml')
    const judged = await inspect(['--now', '1759345800', '--template', inPart, 'e30.e30.e30'])
    expect(judged.status).toBe(0)
    expect(judged.stderr).toMatch(/serverless-v3\.yml: \S+ was not given\. Add it to the files\.\n/)
  })

  it('assumes the API key that an endpoint requires besides the token', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'api-key-'))
    const template = path.join(folder, 'template.yaml')
    fs.writeFileSync(
      template,
      `Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: g, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: [notes/read], ApiKeyRequired: true } }
`,
    )
    const part = (value: string | Buffer) => Buffer.from(value).toString('base64url')
    const claims = {
      iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123',
      token_use: 'access',
      scope: 'notes/read',
      client_id: '1234567890abcdefghijklmnop',
      iat: 1759345700,
      exp: 1759346000,
    }
    const token = [
      part('{"alg":"RS256","kid":"k"}'),
      part(JSON.stringify(claims)),
      part(Buffer.alloc(256, 7)),
    ].join('.')
    const { stdout } = await inspect(['--now', '1759345800', '--template', template, token])
    fs.rmSync(folder, { recursive: true })
    expect(stdout).toMatch(/200 {2}GET \/ .*\n.*Assumed: .*signature, API key\./)
  })
})
