import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parameters } from '@/components/doctor/empty/samples/parameters'
import { sam } from '@/components/doctor/empty/samples/sam'
import { serverless } from '@/components/doctor/empty/samples/serverless'
import { diagnose } from '@/lib/diagnose'
import { examine } from '@/lib/examine'
import { examineByFormat, graphByFormat } from '@/lib/examine-by-format'
import { examineTemplates, importApi, repairTemplates, templateGraph } from '@/lib/examine-templates'
import { specForToken } from '@/lib/spec-for-token'

const sampleFiles = { serverless, sam, parameters }
const samples = Object.entries(sampleFiles)

describe('examining templates', () => {
  it.each(samples)('finds and repairs what the report of the library does: %s', (_, file) => {
    const { report, repairs } = examineTemplates({ files: [file] })
    const whole = diagnose([file])
    const { findings, graph: _graph, ...others } = whole
    const { findings: own, ...rest } = report
    expect(rest).toEqual(others)
    expect(own.map((finding, i) => ({ ...finding, repair: repairs(i)[0] ?? null }))).toEqual(findings)
  })

  it('gives nothing for a finding that is not there', () => {
    const { repairs } = examineTemplates({ files: [sampleFiles.serverless] })
    expect(repairs(99)).toEqual([])
  })

  it('repairs everything that can be repaired, one after the other', () => {
    const { files, labels } = repairTemplates({ files: [sampleFiles.sam] })
    // The scope can be required only once a client can get it.
    expect(labels).toContain('Set AllowedOAuthFlowsUserPoolClient to true')
    expect(labels.at(-1)).toMatch(/^Require https:\/\/api\.shop\.example\.com\//)
    expect(diagnose(files).findings).toEqual([])
  })

  it('counts a change once that is the repair of two findings', () => {
    const text = `Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Pool, Identifier: a, Name: n, Scopes: [{ ScopeName: b, ScopeDescription: r }] } }
${['A', 'B'].map(id => `  ${id}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: api.yaml, Parameters: { Pool: !GetAtt Pool.Arn } } }`).join('\n')}
`
    const api = `Parameters: { Pool: { Type: String } }
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: n } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: g, Type: COGNITO_USER_POOLS, ProviderARNs: [!Ref Pool] } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: [a/b], Integration: { Type: MOCK } } }
`
    const files = [
      { path: 'parent.yaml', text },
      { path: 'api.yaml', text: api },
    ]
    expect(diagnose(files).findings.map(({ code }) => code)).toEqual([
      'IDENTITY_SOURCE_MISSING',
      'IDENTITY_SOURCE_MISSING',
    ])
    const { files: repaired, labels } = repairTemplates({ files })
    expect(labels).toEqual(['Read it from method.request.header.Authorization'])
    expect(diagnose(repaired).findings).toEqual([])
  })

  it('changes nothing where nothing can be repaired', () => {
    expect(repairTemplates({ files: [sampleFiles.parameters] })).toEqual({
      files: [sampleFiles.parameters],
      labels: [],
    })
  })
})

describe('what keeps files from being imported', () => {
  const folder = path.join(import.meta.dirname, 'doctor/templates')
  const templates = readdirSync(folder)
    .filter(name => name !== 'expected.json' && /\.(?:ya?ml|json)$/.test(name))
    .map(name => ({ path: name, text: readFileSync(path.join(folder, name), 'utf8') }))

  it.each(templates.map(file => [file.path, file] as const))(
    'is refused by the import, too: %s',
    (_, file) => {
      const { obstacle } = examineTemplates({ files: [file] })
      if (obstacle !== undefined) expect(importApi({ files: [file] }).ok).toBe(false)
    },
  )

  it('is that there is no API, or that nothing requires a token', () => {
    const pool = 'Resources:\n  Users:\n    Type: AWS::Cognito::UserPool\n'
    const api = `${pool}  Api:\n    Type: AWS::ApiGateway::RestApi\n    Properties: { Name: a }\n`
    const obstacleOf = (text: string) => examineTemplates({ files: [{ path: 'a.yaml', text }] }).obstacle
    expect(obstacleOf(pool)).toBe('These files show no REST or HTTP API.')
    expect(obstacleOf(api)).toBe('No endpoint of Api certainly requires a token of a user pool.')
    expect(examineTemplates({ files: [sampleFiles.sam] }).obstacle).toBeUndefined()
  })

  it('is found with the readers of the formats alone, too', async () => {
    for (const file of templates) {
      const { repairs: _, ...whole } = examineTemplates({ files: [file] })
      const { repairs: __, ...own } = await examineByFormat({ files: [file] })
      expect(own).toEqual(whole)
      const question = { files: [file], access: whole.report.access }
      expect(await graphByFormat(question)).toEqual(templateGraph(question))
    }
  })
})

describe('the samples', () => {
  const codesOf = (id: keyof typeof sampleFiles) =>
    diagnose([sampleFiles[id]]).findings.map(({ code }) => code)

  it('show what their titles say', () => {
    expect(codesOf('serverless')).toEqual(['DEFAULT_REDIRECT_NOT_LISTED', 'IMPLICIT_GRANT'])
    expect(codesOf('sam')).toContain('METHOD_WITHOUT_SCOPES')
    expect(codesOf('sam')).toContain('UNAUTHORIZED_WITHOUT_CORS')
    expect(codesOf('parameters')).toEqual([])
    expect(diagnose([sampleFiles.parameters]).undecided).toHaveLength(5)
  })
})

const TEMPLATE = `Parameters: { Scopes: { Type: CommaDelimitedList } }
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Pool: { Type: AWS::Cognito::UserPool }
  Cognito:
    Type: AWS::ApiGateway::Authorizer
    Properties: { Name: c, RestApiId: !Ref Api, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Pool.Arn] }
  Get:
    Type: AWS::ApiGateway::Method
    Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Cognito, AuthorizationScopes: [notes/read], Integration: { Type: MOCK } }
`
const CLIENT = (properties: string) =>
  `  Client: { Type: AWS::Cognito::UserPoolClient, Properties: ${properties} }\n`
const OAUTH =
  '{ UserPoolId: !Ref Pool, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], CallbackURLs: [https://a.example/cb]'

describe('a token against templates', () => {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = 1_800_000_000
  const token = (region: string) => {
    const iss = `https://cognito-idp.${region}.amazonaws.com/${region}_AbCdEf123`
    const claims = { iss, token_use: 'access', scope: 'com.example.api/read', exp: now + 60, client_id: 'a' }
    return `${encode({ alg: 'RS256', kid: 'a' })}.${encode(claims)}.${'AAAA'.repeat(85)}AA`
  }

  it.each(['us-east-1', 'eu-west-1'])('of a pool in %s is not of a wrong Region', async region => {
    const api = importApi({ files: [sampleFiles.serverless] })
    expect(api.ok).toBe(true)
    if (!api.ok) return
    const examined = await examine(specForToken(api, token(region)), token(region), { now })
    expect(examined.ok && examined.verdicts.map(({ code }) => code)).toEqual(['ALLOWED'])
  })

  it('of another pool than the one in the files is refused', async () => {
    const api = importApi({ files: [sampleFiles.serverless] })
    if (!api.ok) throw new Error('The sample cannot be imported.')
    const deployed = { ...api, ids: { userPoolId: 'eu-west-1_Other00000' } }
    expect(specForToken(deployed, token('eu-west-1'))).toBe(api.spec)
  })

  describe.each([
    ['without a client', ''],
    ['with a client that may request nothing', CLIENT('{ UserPoolId: !Ref Pool }')],
    [
      'with a client of another pool',
      `  Others: { Type: AWS::Cognito::UserPool }\n${CLIENT(`${OAUTH.replace('Pool', 'Others')}, AllowedOAuthScopes: [openid, notes/read] }`)}`,
    ],
    ['with a client whose scopes are unknown', CLIENT(`${OAUTH}, AllowedOAuthScopes: !Ref Scopes }`)],
  ])('%s', (_, client) => {
    it('is told that the files show no client, and the name of none', async () => {
      const api = importApi({ files: [{ path: 'template.yaml', text: TEMPLATE + client }] })
      if (!api.ok) throw new Error(JSON.stringify(api.errors))
      const { clientsInFiles } = api
      const examined = await examine(specForToken(api, token('us-east-1')), token('us-east-1'), {
        now,
        clientsInFiles,
      })
      expect(examined.ok && examined.verdicts.map(({ code, fix }) => [code, fix])).toEqual([
        [
          'SCOPE_MISSING',
          'These files show no client that may request it: add notes/read to the scopes of a client and deploy.',
        ],
      ])
    })
  })
})
