import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UsageError } from '../../cli/command'
import { snapshot } from '../../cli/snapshot'
import { diagnose } from '../../lib/doctor/diagnose'
import { importSpec } from '../../lib/import/import'

const POOL = 'eu-west-1_AbCdEf123'
const ARN = `arn:aws:cognito-idp:eu-west-1:111122223333:userpool/${POOL}`

/** Answers of the AWS CLI in the shapes of its reference. */
const answers: Readonly<Record<string, unknown>> = {
  'apigateway get-rest-api': { id: 'a1b2c3', name: 'notes' },
  'apigateway get-resources': {
    items: [
      {
        id: 'r1',
        path: '/notes',
        resourceMethods: {
          GET: {
            httpMethod: 'GET',
            authorizationType: 'COGNITO_USER_POOLS',
            authorizerId: 'auth1',
            authorizationScopes: ['notes/read'],
            methodIntegration: { type: 'AWS_PROXY' },
          },
        },
      },
    ],
  },
  'apigateway get-authorizers': {
    items: [
      {
        id: 'auth1',
        name: 'guard',
        type: 'COGNITO_USER_POOLS',
        providerARNs: [ARN],
        authType: 'cognito_user_pools',
        identitySource: 'method.request.header.Authorization',
      },
    ],
  },
  'apigateway get-gateway-responses': { items: [{ responseType: 'UNAUTHORIZED', defaultResponse: true }] },
  'cognito-idp describe-user-pool': { UserPool: { Id: POOL, Name: 'users', Domain: 'notes-login' } },
  'cognito-idp describe-user-pool-domain': { DomainDescription: { Domain: 'notes-login', UserPoolId: POOL } },
  'cognito-idp list-resource-servers': {
    ResourceServers: [
      {
        UserPoolId: POOL,
        Identifier: 'notes',
        Name: 'Notes',
        Scopes: [{ ScopeName: 'read', ScopeDescription: 'Read' }],
      },
    ],
  },
  'cognito-idp list-user-pool-clients': {
    UserPoolClients: [{ ClientId: 'client1', UserPoolId: POOL, ClientName: 'robot' }],
  },
  'cognito-idp describe-user-pool-client': {
    UserPoolClient: {
      UserPoolId: POOL,
      ClientId: 'client1',
      ClientName: 'robot',
      ClientSecret: 'never-to-be-seen',
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: ['notes/read'],
      AllowedOAuthFlowsUserPoolClient: true,
    },
  },
}

/** What the stage serves: the export before the scopes were added. */
const exported = (scopes: readonly string[]) => ({
  openapi: '3.0.1',
  info: { title: 'notes', version: '1' },
  paths: { '/notes': { get: { security: [{ guard: scopes }] } } },
  components: {
    securitySchemes: {
      guard: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authtype': 'cognito_user_pools',
        'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: [ARN] },
      },
    },
  },
})

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'snapshot-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs the script with an `aws` that answers from the table, and refuses everything that could change something. */
async function collect(scopesOfStage: readonly string[]): Promise<string> {
  const { stdout: script = '' } = await snapshot([
    '--rest-api',
    'a1b2c3',
    '--stage',
    'dev',
    '--user-pool',
    POOL,
  ])
  expect(script.split('\n').length).toBeLessThanOrEqual(80)
  const stub = `#!${process.execPath}
const answers = ${JSON.stringify({ ...answers, export: exported(scopesOfStage) })}
const [service, call, ...rest] = process.argv.slice(2)
if (!/^(get|list|describe)-/.test(call)) { console.error('not read-only: ' + call); process.exit(9) }
if (call === 'get-export') {
  const file = rest.find(word => word.startsWith('/'))
  require('node:fs').writeFileSync(file, JSON.stringify(answers.export))
  console.log('{"contentType": "application/json"}')
} else console.log(JSON.stringify(answers[service + ' ' + call], null, 4))
`
  await writeFile(path.join(folder, 'aws'), stub)
  await chmod(path.join(folder, 'aws'), 0o755)
  await writeFile(path.join(folder, 'snapshot.sh'), script)
  const { stdout } = await promisify(execFile)('bash', [path.join(folder, 'snapshot.sh')], {
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
  })
  return stdout
}

describe('snapshot', () => {
  it('collects one JSON object without secrets, which the doctor reads whole', async () => {
    const text = await collect(['notes/read'])
    expect(text).not.toContain('never-to-be-seen')
    const { facts, findings, undecided } = diagnose([{ path: 'snapshot.json', text }])
    expect(facts.files.map(({ format, read }) => `${format} ${read}`)).toEqual(['aws-snapshot whole'])
    expect(findings.map(({ code }) => code)).toEqual([])
    expect(undecided.map(({ code }) => code)).toEqual([])
    const imported = importSpec(facts.deployed)
    expect(imported).toMatchObject({ ok: true, userPoolId: POOL, clientIds: ['client1'] })
    expect(imported.ok && imported.spec.userPool).toMatchObject({ source: 'existing', userPoolId: POOL })
  })

  it('shows that a stage lags behind its API', async () => {
    const { findings } = diagnose([{ path: 'snapshot.json', text: await collect([]) }])
    expect(findings.map(({ code }) => code)).toEqual(['STAGE_NOT_REDEPLOYED'])
    expect(findings[0]?.fix).toContain(
      'aws apigateway create-deployment --rest-api-id a1b2c3 --stage-name dev',
    )
  })

  // The AWS CLI asks for one page only where it is told how long a page is (awscli/customizations/paginate.py).
  it.each([
    ['--rest-api', 'a1b2c3', '--stage', 'dev'],
    ['--http-api', 'a1b2c3'],
  ])('asks for all pages of every list with %s', async (...api) => {
    const { stdout } = await snapshot([...api, '--user-pool', POOL])
    expect(stdout).not.toMatch(/--(?:limit|max-results|max-items|page-size|no-paginate)/)
  })

  it('prints nothing that was not checked into the script', async () => {
    const run = (...args: readonly string[]) => snapshot(['--user-pool', POOL, ...args])
    for (const bad of ["x'; rm -rf ~", '$(id)', '`id`', '']) {
      await expect(run('--rest-api', bad, '--stage', 'dev')).rejects.toThrow(UsageError)
      await expect(run('--rest-api', 'a1', '--stage', bad)).rejects.toThrow(UsageError)
      await expect(run('--http-api', 'a1', '--region', bad)).rejects.toThrow(UsageError)
    }
    await expect(run('--rest-api', 'a1')).rejects.toThrow(UsageError)
    await expect(run('--rest-api', 'a1', '--http-api', 'a2', '--stage', 'x')).rejects.toThrow(UsageError)
  })
})
