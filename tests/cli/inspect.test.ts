import { createSign, generateKeyPairSync, verify } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UsageError } from '../../cli/command'
import { inspect } from '../../cli/inspect'
import { sampleToken } from '../../cli/sample-token'
import type { SpecInput } from '../../lib/document/spec'

const NOW = 1_759_345_800
const POOL = 'us-east-1_ExAmPlE'
const spec: SpecInput = {
  version: 1,
  service: 'example-api',
  userPool: { source: 'new', name: 'users', domainPrefix: 'example-api-demo' },
  resourceServers: [
    {
      identifier: 'com.example.api',
      name: 'Example API',
      scopes: [
        { name: 'read', description: 'Read access' },
        { name: 'write', description: 'Write access' },
      ],
    },
  ],
  clients: [
    {
      name: 'app',
      scopes: ['openid', 'email', 'com.example.api/read', 'com.example.api/write'],
      callbackUrls: ['https://app.example.com/cb'],
    },
    {
      name: 'machine',
      grants: ['client_credentials'],
      generateSecret: true,
      scopes: ['com.example.api/read'],
    },
  ],
  api: { type: 'rest', name: 'example-api' },
  endpoints: [
    { method: 'GET', path: '/read', scopes: ['com.example.api/read'], handler: 'a.b' },
    { method: 'POST', path: '/write', scopes: ['com.example.api/write'], handler: 'a.b' },
    { method: 'GET', path: '/profile', auth: 'id_token', handler: 'a.b' },
    { method: 'GET', path: '/health', auth: 'none', handler: 'a.b' },
  ],
}

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
function signed(claims: object, header: object = { kid: 'k', alg: 'RS256' }): string {
  const input = `${part(header)}.${part(claims)}`
  return `${input}.${createSign('RSA-SHA256').update(input).sign(pair.privateKey).toString('base64url')}`
}
const user = {
  sub: 'u',
  iss: `https://cognito-idp.us-east-1.amazonaws.com/${POOL}`,
  client_id: 'c',
  token_use: 'access',
  scope: 'openid com.example.api/read',
  exp: NOW + 60,
  iat: NOW - 60,
  username: 'ann',
}

let folder: string
const callersFolder = process.env.INIT_CWD
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'inspect-'))
  process.env.INIT_CWD = folder
  const jwk = { ...pair.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }
  await writeFile(path.join(folder, 'wizard.json'), JSON.stringify(spec))
  await writeFile(
    path.join(folder, 'http.json'),
    JSON.stringify({ ...spec, api: { type: 'http', name: 'x' } }),
  )
  await writeFile(path.join(folder, 'broken.json'), JSON.stringify({ ...spec, service: 'Not A Name' }))
  await writeFile(path.join(folder, 'jwks.json'), JSON.stringify({ keys: [jwk] }))
  await writeFile(path.join(folder, 'other.json'), JSON.stringify({ keys: [{ ...jwk, kid: 'other' }] }))
  await writeFile(path.join(folder, 'nothing.json'), '{}')
})
afterAll(async () => {
  if (callersFolder === undefined) delete process.env.INIT_CWD
  else process.env.INIT_CWD = callersFolder
  await rm(folder, { recursive: true })
})

async function json(...args: string[]) {
  const { status, stdout } = await inspect(['--now', String(NOW), '--json', ...args])
  expect(status).toBe(0)
  return JSON.parse(stdout!)
}
const codes = async (...args: string[]) =>
  (await json(...args)).endpoints.map(
    ({ status, code }: { status: number; code: string }) => `${status} ${code}`,
  )

describe('inspect --json', () => {
  it('has exactly the shape of its contract', async () => {
    const answer = await json('--jwks', 'jwks.json', signed(user))
    expect(Object.keys(answer)).toEqual(['token', 'endpoints'])
    expect(answer.token).toEqual({
      kind: 'access',
      header: { kid: 'k', alg: 'RS256' },
      claims: user,
      signature: 'valid',
      notes: [],
    })
    expect(answer.endpoints[0]).toEqual({
      method: 'GET',
      path: '/read',
      allowed: true,
      status: 200,
      code: 'ALLOWED',
      message: 'Allowed by com.example.api/read. Assumed: issuer.',
      fix: '',
    })
    for (const endpoint of answer.endpoints)
      expect(Object.keys(endpoint)).toEqual(['method', 'path', 'allowed', 'status', 'code', 'message', 'fix'])
  })

  it.each<[string, string[], string[]]>([
    [
      'a user token',
      [signed(user)],
      ['200 ALLOWED', '401 SCOPE_MISSING', '401 ACCESS_TOKEN_NOT_ACCEPTED', '200 NO_AUTH'],
    ],
    [
      'in several arguments',
      ['Bearer', signed(user)],
      ['200 ALLOWED', '401 SCOPE_MISSING', '401 ACCESS_TOKEN_NOT_ACCEPTED', '200 NO_AUTH'],
    ],
    [
      'its pool given',
      ['--user-pool-id', POOL, signed(user)],
      ['200 ALLOWED', '401 SCOPE_MISSING', '401 ACCESS_TOKEN_NOT_ACCEPTED', '200 NO_AUTH'],
    ],
    [
      'another pool given',
      ['--user-pool-id', 'us-east-1_Other', signed(user)],
      [...Array(3).fill('401 ISSUER_MISMATCH'), '200 NO_AUTH'],
    ],
    [
      'a client given, REST',
      ['--client-id', 'other', signed(user)],
      ['200 ALLOWED', '401 SCOPE_MISSING', '401 ACCESS_TOKEN_NOT_ACCEPTED', '200 NO_AUTH'],
    ],
    [
      'HTTP API',
      ['--spec', 'http.json', signed(user)],
      ['200 ALLOWED', '403 SCOPE_MISSING', '200 ALLOWED', '200 NO_AUTH'],
    ],
    [
      'HTTP API, two clients given',
      ['--spec', 'http.json', '--client-id', 'x', '--client-id', 'c', signed(user)],
      ['200 ALLOWED', '403 SCOPE_MISSING', '200 ALLOWED', '200 NO_AUTH'],
    ],
    [
      'HTTP API, another client given',
      ['--spec', 'http.json', '--client-id', 'x', signed(user)],
      [...Array(3).fill('401 AUDIENCE_MISMATCH'), '200 NO_AUTH'],
    ],
    [
      'no such key',
      ['--jwks', 'other.json', signed(user)],
      [...Array(3).fill('401 SIGNATURE_INVALID'), '200 NO_AUTH'],
    ],
    ['expired', [signed({ ...user, exp: NOW })], [...Array(3).fill('401 TOKEN_EXPIRED'), '200 NO_AUTH']],
    ['unsigned', [signed(user, { alg: 'none' })], [...Array(3).fill('401 SIGNATURE_INVALID'), '200 NO_AUTH']],
    ['garbage', ['garbage'], [...Array(3).fill('401 TOKEN_MALFORMED'), '200 NO_AUTH']],
    ['no token', [], [...Array(3).fill('401 TOKEN_MISSING'), '200 NO_AUTH']],
  ])('%s', async (_name, args, expected) => {
    expect(await codes(...args)).toEqual(expected)
  })

  it('says what became of the signature', async () => {
    const signature = async (...args: string[]) => (await json(...args)).token.signature
    expect(await signature(signed(user))).toBe('not-checked')
    expect(await signature('--jwks', 'other.json', signed(user))).toBe('no-key')
    expect(await signature('--jwks', 'jwks.json', signed(user).replace(/.{6}$/, 'AAAAAA'))).toBe('invalid')
  })

  it('looks at the access token of a token response, and says that there are others', async () => {
    const id = signed({ ...user, token_use: 'id' })
    const { stdout, stderr } = await inspect([
      '--json',
      JSON.stringify({ id_token: id, access_token: signed(user) }),
    ])
    expect(JSON.parse(stdout!).token.kind).toBe('access')
    expect(stderr).toContain('2 tokens found (id_token, access_token)')
  })
})

describe('inspect for people', () => {
  it('says so where the token is the name of a file', async () => {
    const { stdout, stderr } = await inspect(['--spec', 'http.json', 'nothing.json'])
    expect(stdout).toContain('Not a token')
    expect(stderr).toBe('nothing.json is a file. To inspect its text: - < nothing.json\n')
    expect((await inspect(['--spec', 'http.json', 'another.jwt'])).stderr).toBe('')
  })

  it('names scopes, claims, times and verdicts', async () => {
    const { stdout } = await inspect(['--now', String(NOW), signed(user)])
    for (const line of [
      'Access token · user',
      'Signature not-checked.',
      "curl -sS 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_ExAmPlE/.well-known/jwks.json'",
      'com.example.api/read  Read access',
      '1759345860 (2025-10-01T19:11:00Z, in 1 minute)',
      '401  POST /write   SCOPE_MISSING',
      'Fix: Request it: scope=openid com.example.api/read com.example.api/write. The client app is allowed to; machine is not.',
    ])
      expect(stdout).toContain(line)
  })

  it('lets no control character of a token reach the terminal', async () => {
    const { stdout } = await inspect([signed({ ...user, username: 'a\u001b[2Jb\r\u202e', iss: 'x\u0007' })])
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(stdout).toContain('a\\u001b[2Jb')
  })

  it('ends with 1 when spec or key set is refused', async () => {
    expect((await inspect(['--spec', 'broken.json', 'x'])).status).toBe(1)
    const { status, stdout } = await inspect(['--jwks', 'nothing.json', '--json', signed(user)])
    expect(status).toBe(1)
    expect(JSON.parse(stdout!)).toMatchObject({ errors: [{ code: 'JWKS_INVALID', path: '' }], findings: [] })
  })

  it.each([
    [['--now', 'soon']],
    [['--now', '-1']],
    [['--user-pool-id', 'nonsense']],
    [['--spec', 'missing.json']],
    [['--spec', '-', '-']],
    [['--unknown']],
  ])('wrong usage: %j', async args => {
    await expect(inspect(args)).rejects.toThrow(UsageError)
  })
})

describe('sample-token', () => {
  const sample = async (...args: string[]) =>
    (await sampleToken(['--now', String(NOW), ...args])).stdout!.trim()

  it('is accepted by inspect with its keys, and by Node', async () => {
    const token = await sample(
      '--client',
      'app',
      '--scope',
      'openid',
      '--scope',
      'com.example.api/write',
      '--jwks',
      'sample.json',
    )
    const answer = await json('--jwks', 'sample.json', token)
    expect(answer.token).toMatchObject({
      signature: 'valid',
      claims: { scope: 'openid com.example.api/write', iat: NOW, exp: NOW + 3600 },
    })
    const { keys } = JSON.parse(await readFile(path.join(folder, 'sample.json'), 'utf8'))
    expect(keys).toHaveLength(2)
    const jwk = keys.find(({ kid }: { kid: string }) => kid === answer.token.header.kid)
    const [header, claims, signature] = token.split('.')
    const checked = verify(
      'RSA-SHA256',
      Buffer.from(`${header}.${claims}`),
      { key: jwk, format: 'jwk' },
      Buffer.from(signature!, 'base64url'),
    )
    expect(checked).toBe(true)
  })

  it('makes ID and machine tokens that open what they should', async () => {
    const id = await sample('--client', 'app', '--use', 'id', '--spec', 'wizard.json')
    expect(await codes(id)).toEqual([
      '401 ID_TOKEN_NOT_ACCEPTED',
      '401 ID_TOKEN_NOT_ACCEPTED',
      '200 ALLOWED',
      '200 NO_AUTH',
    ])
    const machine = await sample('--client', 'machine')
    expect(await codes(machine)).toEqual([
      '200 ALLOWED',
      '401 SCOPE_MISSING',
      '401 ACCESS_TOKEN_NOT_ACCEPTED',
      '200 NO_AUTH',
    ])
  })

  it.each([
    [[]],
    [['--client', 'nobody']],
    [['--client', 'app', '--use', 'refresh']],
    [['--client', 'app', '--scope', 'com.example.api/delete']],
    [['--client', 'machine', '--use', 'id']],
    [['--client', 'app', '--jwks', 'no/such/folder/keys.json']],
  ])('wrong usage: %j', async args => {
    await expect(sampleToken(args)).rejects.toThrow(UsageError)
  })
})
