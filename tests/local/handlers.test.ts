import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type LocalApi, type LocalOptions, startLocal } from '@/local'
import { KEYS, specs } from './orders'

const EVENT = async (event: object) => ({ statusCode: 200, body: JSON.stringify(event) })

describe('handlers', () => {
  let dir: string
  let api: LocalApi | undefined
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true })
    writeFileSync(path.join(dir, name), text)
  }
  const start = async (options: LocalOptions = {}): Promise<LocalApi> => {
    api = await startLocal({ spec: specs.rest, handlers: dir, keys: KEYS, ...options })
    return api
  }
  const health = async (): Promise<[number, string]> => {
    const response = await fetch(`${api?.url}/health`)
    return [response.status, await response.text()]
  }
  beforeEach(() => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'local-test-'))
  })
  afterEach(async () => {
    await api?.close()
    rmSync(dir, { recursive: true, force: true })
  })

  it('are read again when they or what they import change', async () => {
    write(
      'bin/echo.mjs',
      `import { word } from '../lib/word.mjs'\nexport const handler = async () => ({ statusCode: 200, body: word })`,
    )
    write('lib/word.mjs', `export const word = 'one'`)
    await start()
    expect(await health()).toEqual([200, 'one'])
    write('lib/word.mjs', `export const word = 'three'`)
    expect(await health()).toEqual([200, 'three'])
    write('bin/echo.mjs', `export const handler = async () => ({ statusCode: 200, body: 'four!' })`)
    expect(await health()).toEqual([200, 'four!'])
    write('bin/echo.mjs', 'export const handler = async () => {')
    expect((await health())[0]).toBe(502)
    write('bin/echo.mjs', `export const handler = async () => ({ statusCode: 200, body: 'mended' })`)
    expect(await health()).toEqual([200, 'mended'])
  })

  it('that are missing are an error, or with stub answer their event', async () => {
    await start()
    expect((await health())[0]).toBe(502)
    await api?.close()
    await start({ stub: true })
    const [status, body] = await health()
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({ resource: '/health' })
  })

  it('receive the ids that the response has in its headers', async () => {
    await start({ stub: true })
    const response = await fetch(`${api?.url}/health`)
    const { headers } = response
    expect(JSON.parse(await response.text()).requestContext).toMatchObject({
      requestId: headers.get('x-amzn-requestid'),
      extendedRequestId: headers.get('x-amz-apigw-id'),
    })
  })

  it.each([
    [
      'takes too long',
      `export const handler = () => new Promise(resolve => setTimeout(resolve, 60_000))`,
      504,
      'TIMEOUT',
    ],
    ['never comes back', `export const handler = async () => { for (;;); }`, 504, 'TIMEOUT'],
    ['ends its process', `export const handler = async () => process.exit(3)`, 502, 'HANDLER_ERROR'],
    [
      'throws later',
      `export const handler = () => new Promise(() => setTimeout(() => { throw new Error('late') }, 1))`,
      502,
      'HANDLER_ERROR',
    ],
    [
      'takes a callback',
      `export const handler = (event, context, callback) => callback(null, {})`,
      502,
      'HANDLER_ERROR',
    ],
    ['has no such export', `export const other = 1`, 502, 'HANDLER_ERROR'],
    [
      'answers with a circle',
      `export const handler = async () => { const a = {}; a.a = a; return a }`,
      502,
      'HANDLER_ERROR',
    ],
    [
      'breaks a header',
      `export const handler = async () => ({ statusCode: 200, headers: { a: 'b\\r\\nc: d' } })`,
      502,
      'HANDLER_ERROR',
    ],
  ])('one that %s is answered', async (_, text, status, code) => {
    write('bin/echo.mjs', text)
    const local = await start(code === 'TIMEOUT' ? { timeout: 1 } : {})
    expect((await health())[0]).toBe(status)
    expect(local.requests.at(-1)).toMatchObject({ code, status })
  })

  it('get their environment and no credentials', async () => {
    write('vars.env', '# ours\nTABLE="orders"\n')
    write(
      'bin/echo.mjs',
      `export const handler = async () => ({ statusCode: 200, body: JSON.stringify(process.env) })`,
    )
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not for functions')
    try {
      await start({ env: path.join(dir, 'vars.env') })
      const env = JSON.parse((await health())[1])
      expect(env).toMatchObject({ TABLE: 'orders', AWS_REGION: 'us-east-1', _HANDLER: 'bin/echo.handler' })
      expect(env).not.toHaveProperty('AWS_SECRET_ACCESS_KEY')
    } finally {
      vi.unstubAllEnvs()
    }
  })

  it('can be functions of the test', async () => {
    await start({ handlers: { 'bin/echo.handler': EVENT } })
    expect((await health())[0]).toBe(200)
  })

  it('are called by the scopes of the spec as it is now, also within one second', async () => {
    const file = path.join(dir, 'wizard.json')
    const spec = JSON.parse(JSON.stringify(specs.rest))
    writeFileSync(file, JSON.stringify(spec))
    const local = await start({ spec: file, now: 1_759_345_800, handlers: { 'bin/echo.handler': EVENT } })
    const authorization = await local.token({ client: 'backend' })
    const status = async () => (await fetch(`${local.url}/orders`, { headers: { authorization } })).status
    expect([await status(), await status()]).toEqual([200, 200])
    spec.endpoints[0].scopes = ['com.example.api/admin']
    writeFileSync(file, JSON.stringify(spec))
    expect(await status()).toBe(401)
  })

  it('answer calls that come together, each with its own result', async () => {
    write(
      'bin/echo.mjs',
      `export const handler = async event => {
        const { n } = event.queryStringParameters
        if (n % 3 === 0) throw new Error(n)
        if (n % 3 === 1) await new Promise(resolve => setTimeout(resolve, 5))
        return { statusCode: 200, body: n }
      }`,
    )
    await start()
    const answers = await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        const response = await fetch(`${api?.url}/health?n=${n}`)
        return [response.status, await response.text()]
      }),
    )
    const failed = [502, '{"message":"Internal server error"}']
    expect(answers).toEqual(Array.from({ length: 30 }, (_, n) => (n % 3 === 0 ? failed : [200, String(n)])))
  })

  it('of a spec that changes are served at once, by the same issuer', async () => {
    const file = path.join(dir, 'wizard.json')
    const spec = JSON.parse(JSON.stringify(specs.rest))
    writeFileSync(file, JSON.stringify(spec))
    const local = await start({ spec: file, handlers: { 'bin/echo.handler': EVENT } })
    const authorization = await local.token({ client: 'backend' })
    spec.stage = 'test'
    spec.endpoints.push({
      method: 'GET',
      path: '/new',
      scopes: ['com.example.api/read'],
      handler: 'bin/echo.handler',
    })
    writeFileSync(file, JSON.stringify(spec))
    const origin = new URL(local.url).origin
    expect((await fetch(`${origin}/test/new`, { headers: { authorization } })).status).toBe(200)
    expect(local.url).toBe(`${origin}/test`)
    writeFileSync(file, '{')
    expect((await fetch(`${origin}/test/new`, { headers: { authorization } })).status).toBe(200)
  })
})
