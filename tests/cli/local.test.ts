import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Outcome, UsageError } from '../../cli/command'
import { local } from '../../cli/local'
import { HANDLERS, KEYS, specs, users } from '../local/orders'
import { bundledCommand } from './process'

let dir: string
beforeAll(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'local-cli-'))
  writeFileSync(path.join(dir, 'wizard.json'), JSON.stringify(specs.rest))
  writeFileSync(path.join(dir, 'users.json'), JSON.stringify({ users }))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

let child: ChildProcess | undefined
afterEach(() => {
  child?.kill('SIGKILL')
  vi.unstubAllEnvs()
})

interface Run {
  /** The next line of standard output. */
  line(): Promise<string>
  readonly ended: Promise<{
    readonly status: number | null
    readonly stdout: string
    readonly stderr: string
  }>
}

/** The command as users run it, in a process of its own. */
function run(...args: readonly string[]): Run {
  const root = path.resolve(import.meta.dirname, '../..')
  const started = spawn(process.execPath, [bundledCommand(), 'local', ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: dir, NODE_ENV: 'development' },
  })
  child = started
  let [stdout, stderr, taken] = ['', '', 0]
  let onText = () => {}
  started.stdout.setEncoding('utf8').on('data', text => {
    stdout += text
    onText()
  })
  started.stderr.setEncoding('utf8').on('data', text => {
    stderr += text
  })
  const ended = new Promise<{ status: number | null; stdout: string; stderr: string }>(resolve =>
    started.on('close', status => {
      onText()
      resolve({ status, stdout, stderr })
    }),
  )
  const line = () =>
    new Promise<string>((resolve, reject) => {
      onText = () => {
        const end = stdout.indexOf('\n', taken)
        if (end < 0) {
          if (started.exitCode !== null) reject(new Error(`it has ended: ${stderr}`))
          return
        }
        const found = stdout.slice(taken, end)
        taken = end + 1
        onText = () => {}
        resolve(found)
      }
      onText()
    })
  return { line, ended }
}

describe('cli local, running', () => {
  it('prints JSON lines, and ends with 0 when asked to', async () => {
    const { line, ended } = run('--json', '--port', '0', '--keys', KEYS, '--handlers', HANDLERS)
    const ready = JSON.parse(await line())
    expect(ready).toEqual({
      type: 'ready',
      url: expect.stringMatching(/^http:\/\/localhost:\d+\/dev$/),
      issuer: ready.issuerUrl,
      issuerUrl: expect.stringMatching(/^http:\/\/localhost:\d+\/us-east-1_Local[0-9a-f]{4}$/),
      jwksUri: `${ready.issuer}/.well-known/jwks.json`,
      userPoolId: expect.stringMatching(/^us-east-1_Local/),
      clients: [
        { name: 'spa', id: expect.any(String) },
        { name: 'backend', id: expect.any(String) },
      ],
    })
    await (await fetch(`${ready.url}/orders`)).text()
    expect(JSON.parse(await line())).toMatchObject({
      type: 'request',
      method: 'GET',
      path: '/orders',
      status: 401,
      code: 'TOKEN_MISSING',
      fix: expect.stringContaining('com.example.api/read'),
    })
    writeFileSync(path.join(dir, 'wizard.json'), '{"version":1}')
    expect(JSON.parse(await line())).toMatchObject({
      type: 'errors',
      errors: expect.arrayContaining([expect.objectContaining({ path: 'service' })]),
    })
    writeFileSync(path.join(dir, 'wizard.json'), JSON.stringify(specs.rest))
    child?.kill('SIGTERM')
    expect((await ended).status).toBe(0)
  })

  it('prints where everything is, and why a request was refused', async () => {
    const { line, ended } = run('--port', '0', '--keys', KEYS, '--stub', 'machine-to-machine')
    expect(await line()).toMatch(/Not Amazon Cognito/)
    const url = (await line()).trim()
    while (!/^ {2}GET/.test(await line()));
    await (await fetch(`${url}/usage`)).text()
    child?.kill('SIGINT')
    const { status, stdout } = await ended
    expect(status).toBe(0)
    expect(stdout).toMatch(/^40[13] GET \/usage/m)
  })
})

const GET = { method: 'GET', path: '/health' }

/** The command in this process: what ends by itself needs none of its own. */
const here = (...args: readonly string[]): Promise<Outcome> => {
  vi.stubEnv('INIT_CWD', dir)
  return local(args).catch(error => {
    if (error instanceof UsageError) return { status: 2, stderr: error.message }
    throw error
  })
}

describe('cli local, ending by itself', () => {
  it('runs a checks file and ends with its verdict', async () => {
    const file = path.join(dir, 'checks.json')
    const token = { client: 'backend', scopes: ['com.example.api/read'] }
    const good = {
      id: 'A',
      request: { method: 'GET', path: '/orders', token },
      expect: {
        status: 200,
        event: {
          resource: '/orders',
          'requestContext.authorizer.claims.scope': 'com.example.api/read',
          'requestContext.authorizer.claims.iat': '/UTC \\d+$/',
        },
      },
    }
    const bad = {
      id: 'B',
      request: { method: 'POST', path: '/orders', token },
      expect: { status: 200, headers: { 'x-amzn-errortype': null } },
    }
    writeFileSync(file, JSON.stringify({ checks: [good] }))
    const passed = await here('--check', file, '--keys', KEYS, '--handlers', HANDLERS)
    expect([passed.status, passed.stdout]).toEqual([0, 'ok     A\n1 passed, 0 failed\n'])
    writeFileSync(file, JSON.stringify({ checks: [good, bad] }))
    const failed = await here('--check', file, '--keys', KEYS, '--handlers', HANDLERS)
    expect(failed.status).toBe(1)
    expect(failed.stdout).toBe(
      'ok     A\nFAILED B\n       status is 401, expected 200\n       header x-amzn-errortype is "UnauthorizedException", expected absent\n1 passed, 1 failed\n',
    )
  })

  it('sends the raw requests of a checks file as they are', async () => {
    const file = path.join(dir, 'raw.json')
    const raw = 'GET /dev/nothing?client={{id:backend}} HTTP/1.1\r\nHost: localhost\r\n\r\n'
    const checks = [
      {
        id: 'A',
        request: { raw },
        expect: { status: 403, json: { message: 'Missing Authentication Token' } },
      },
      { id: 'B', request: { raw: 'NONSENSE\r\n\r\n' }, expect: { status: 400 } },
      { id: 'C', request: { raw: `GET /_ HTTP/1.1\r\nHost: evil.example\r\n\r\n` }, expect: { status: 200 } },
    ]
    writeFileSync(file, JSON.stringify({ checks }))
    const { status, stdout } = await here('--check', file, '--keys', KEYS, '--stub')
    expect([status, stdout]).toEqual([
      1,
      'ok     A\nok     B\nFAILED C\n       status is 403, expected 200\n2 passed, 1 failed\n',
    ])
  })

  it.each<[string, RegExp, readonly unknown[]]>([
    ['no checks', /checks: add at least one/, []],
    ['a check that expects nothing', /checks\.0\.expect: add what/, [{ request: GET, expect: {} }]],
    [
      'an expectation that does not exist',
      /checks\.1\.expect\.statsu: unknown field\. Did you mean "status"/,
      [
        { request: GET, expect: { status: 200 } },
        { request: GET, expect: { statsu: 200 } },
      ],
    ],
    [
      'an expectation that is like no other',
      /checks\.0\.expect\.elapsedTime: unknown field\. Use one of: "status", /,
      [{ request: GET, expect: { status: 200, elapsedTime: 1 } }],
    ],
    [
      'a field of a request that does not exist',
      /checks\.0\.request\.header: unknown field\. Did you mean "headers"/,
      [{ request: { ...GET, header: {} }, expect: { status: 200 } }],
    ],
    [
      'a field next to a raw request',
      /checks\.0\.request: raw is the whole request, so path has no effect/,
      [{ request: { raw: 'GET / HTTP/1.1', path: '/' }, expect: { status: 200 } }],
    ],
    [
      'two bodies',
      /form replaces body/,
      [{ request: { ...GET, form: {}, body: '' }, expect: { status: 200 } }],
    ],
    [
      'two credentials',
      /token replaces basic/,
      [{ request: { ...GET, basic: 'backend', token: { client: 'backend' } }, expect: { status: 200 } }],
    ],
    ['a check without a path', /expected \{ "checks"/, [{ request: { method: 'GET' }, expect: {} }]],
  ])('refuses a checks file with %s', async (_, message, checks) => {
    const file = path.join(dir, 'refused.json')
    writeFileSync(file, JSON.stringify({ checks }))
    const { status, stderr } = await here('--check', file)
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
  })

  it('sends one request', async () => {
    const allowed = await here('--once', 'GET /orders', '--token', 'backend', '--keys', KEYS, '--stub')
    expect([allowed.status, allowed.stdout?.split('\n')[0]]).toEqual([0, '200 GET /orders'])
    const refused = await here('--once', 'GET /orders', '--keys', KEYS, '--stub')
    expect([refused.status, refused.stdout?.split('\n')[0]]).toEqual([1, '401 GET /orders'])
    expect(refused.stderr).toMatch(/^TOKEN_MISSING/)
  })

  it.each<[string, number, RegExp, readonly string[]]>([
    ['a file that is not there', 2, /no file "nothing"/, ['nothing']],
    ['users that are not there', 2, /no users file/, ['--users', 'nobody.json']],
    ['an unknown flag', 2, /--prt/, ['--prt', '1']],
    ['a port that is text', 2, /--port x/, ['--port', 'x']],
    ['an open address', 2, /--unsafe-host/, ['--host', '0.0.0.0']],
    ['an upstream next to stubs', 2, /--upstream and --stub/, ['--upstream', 'http://localhost:1', '--stub']],
    [
      'an upstream next to handlers',
      2,
      /--upstream and --handlers/,
      ['--upstream', 'http://localhost:1', '--handlers', HANDLERS],
    ],
    ['claims for no upstream', 2, /--upstream-claims requires --upstream/, ['--upstream-claims', 'header']],
    ['another way for claims', 2, /--upstream-claims query/, ['--upstream-claims', 'query']],
    ['another issuer', 2, /--issuer azure/, ['--issuer', 'azure']],
  ])('refuses %s', async (_, status, message, args) => {
    const { status: found, stdout = '', stderr = '' } = await here(...args)
    expect([found, stdout]).toEqual([status, ''])
    expect(stderr).toMatch(message)
  })
})
