import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { JwtVerifier } from 'aws-jwt-verify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compile } from '@/lib/compile'
import type { SpecInput } from '@/lib/document/spec'
import { runCommand } from '../cli/process'
import { type Issuer, RESOURCE, startIssuer } from './issuer'

const POOL = 'us-east-1_ExAmPlE'
const ISSUER = `https://cognito-idp.us-east-1.amazonaws.com/${POOL}`

const machine = (name: string, scopes: string[]): SpecInput['clients'][number] => ({
  name,
  grants: ['client_credentials'],
  generateSecret: true,
  scopes,
})
const spec = (type: 'rest' | 'http'): SpecInput => ({
  version: 1,
  service: 'example-api',
  userPool: { source: 'existing', userPoolId: POOL, domain: 'auth.example.com' },
  resourceServers: [
    {
      identifier: 'com.example.api',
      name: 'Example API',
      scopes: ['read', 'write', 'export'].map(name => ({ name, description: name })),
    },
    {
      identifier: 'https://orders.example.com',
      name: 'Orders',
      scopes: [{ name: 'orders.read', description: 'Read' }],
    },
  ],
  clients: [
    machine('reader', ['com.example.api/read']),
    machine('worker', ['com.example.api/write', 'https://orders.example.com/orders.read']),
  ],
  api: { type, name: 'example-api' },
  endpoints: [
    {
      method: 'GET',
      path: '/read',
      scopes: ['com.example.api/read', 'com.example.api/write'],
      handler: 'a.b',
    },
    { method: 'POST', path: '/write', scopes: ['com.example.api/write'], handler: 'a.b' },
    { method: 'GET', path: '/orders', scopes: ['https://orders.example.com/orders.read'], handler: 'a.b' },
    { method: 'GET', path: '/export', scopes: ['com.example.api/export'], handler: 'a.b' },
    { method: 'GET', path: '/profile', auth: 'id_token', handler: 'a.b' },
    { method: 'GET', path: '/health', auth: 'none', handler: 'a.b' },
  ],
})

interface Inspected {
  readonly token: {
    readonly kind: string
    readonly signature: string
    readonly claims: Record<string, unknown>
  }
  readonly endpoints: readonly {
    readonly path: string
    readonly allowed: boolean
    readonly code: string
    readonly status: number
  }[]
}

describe.each(['rest', 'http'] as const)('a real issuer, %s API', type => {
  let issuer: Issuer
  let folder: string
  let clientIds: Readonly<Record<string, string>>

  beforeAll(async () => {
    const compiled = compile(spec(type))
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
    const template = JSON.parse(compiled.output('cloudformation-json').text)
    issuer = await startIssuer(template, ISSUER)
    clientIds = Object.fromEntries(compiled.model.clients.map(({ name, id }) => [name, id]))
    folder = await mkdtemp(path.join(tmpdir(), 'inspect-'))
    await writeFile(path.join(folder, 'wizard.json'), JSON.stringify(spec(type)))
    await writeFile(path.join(folder, 'jwks.json'), JSON.stringify(issuer.jwks))
  })
  afterAll(async () => {
    await issuer.close()
    await rm(folder, { recursive: true })
  })

  async function inspect(token: string): Promise<Inspected> {
    const args = ['inspect', '--jwks', 'jwks.json', '--client-id', RESOURCE, '--json', `Bearer ${token}`]
    const { status, stdout, stderr } = await runCommand(args, { folder })
    expect([status, stderr]).toEqual([0, ''])
    return JSON.parse(stdout)
  }

  /** The same question to AWS's library: issuer, audience, signature, time and scopes. */
  function awsLetsIn(token: string, scopes: readonly string[]): boolean {
    const verifier = JwtVerifier.create({
      issuer: ISSUER,
      audience: RESOURCE,
      jwksUri: `${ISSUER}/jwks`,
      scope: [...scopes],
    })
    verifier.cacheJwks(issuer.jwks as never)
    try {
      verifier.verifySync(token)
      return true
    } catch {
      return false
    }
  }

  it.each(['reader', 'worker'])('client credentials of %s open what its scopes open', async client => {
    const compiled = spec(type)
    const wanted = compiled.clients.find(({ name }) => name === client)!.scopes.join(' ')
    const { token } = await issuer.token(clientIds[client]!, wanted)
    const { token: shown, endpoints } = await inspect(token!)
    expect(shown).toMatchObject({
      kind: 'access',
      signature: 'valid',
      claims: { iss: ISSUER, scope: wanted },
    })
    for (const verdict of endpoints) {
      const endpoint = compiled.endpoints.find(({ path: at }) => at === verdict.path)!
      if (!endpoint.scopes) continue
      expect(verdict.allowed, verdict.path).toBe(awsLetsIn(token!, endpoint.scopes))
      expect(verdict.code, verdict.path).toBe(verdict.allowed ? 'ALLOWED' : 'SCOPE_MISSING')
      expect(verdict.status, verdict.path).toBe(verdict.allowed ? 200 : type === 'rest' ? 401 : 403)
    }
    const answers = Object.fromEntries(endpoints.map(({ path: at, code }) => [at, code]))
    expect(answers).toMatchObject({
      '/export': 'SCOPE_MISSING',
      '/profile': type === 'rest' ? 'ACCESS_TOKEN_NOT_ACCEPTED' : 'ALLOWED',
      '/health': 'NO_AUTH',
    })
  })

  it('does not let a scope through that the client may not have', async () => {
    const { token, error } = await issuer.token(clientIds.reader!, 'com.example.api/write')
    if (token === undefined) expect(error).toBe('invalid_scope')
    else
      expect((await inspect(token)).endpoints.find(({ path: at }) => at === '/write')?.code).toBe(
        'SCOPE_MISSING',
      )
  })

  it('sees one changed character', async () => {
    const { token } = await issuer.token(clientIds.reader!, 'com.example.api/read')
    const at = token!.length - 20
    const changed = token!.slice(0, at) + (token![at] === 'A' ? 'B' : 'A') + token!.slice(at + 1)
    const { token: shown, endpoints } = await inspect(changed)
    expect(shown.signature).toBe('invalid')
    expect(endpoints.map(({ code }) => code)).toEqual([...Array(5).fill('SIGNATURE_INVALID'), 'NO_AUTH'])
  })
})
