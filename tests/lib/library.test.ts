import { describe, expect, it } from 'vitest'
import { example } from '../../lib/document/example'
import { check, compile, formats, generateProject, inspect, sampleToken } from '../../lib/index'

const NOW = 1_759_345_800
const text = JSON.stringify(example)
const [client] = example.clients
const codesOf = (result: { readonly ok: boolean; readonly errors?: readonly { readonly code: string }[] }) =>
  result.ok ? [] : result.errors?.map(({ code }) => code)

describe('a document', () => {
  it.each([
    ['JSON value', example],
    ['JSON text', text],
    ['UTF-8 bytes', new TextEncoder().encode(text)],
  ])('is accepted as %s', async (_, document) => {
    const compiled = compile(document)
    expect(compiled.ok && compiled.spec).toEqual(example)
    expect(check(document).errors).toEqual([])
    expect(generateProject(document, 'cdk').ok).toBe(true)
    expect((await inspect(document, '', { now: NOW })).ok).toBe(true)
    expect((await sampleToken(document, { client: client!.name, now: NOW })).ok).toBe(true)
  })

  it.each([
    ['no document', undefined, 'NOT_AN_OBJECT'],
    ['text that is not JSON', '{', 'NOT_JSON'],
    ['bytes that are not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'NOT_JSON'],
    ['JSON text of a list', '[]', 'NOT_AN_OBJECT'],
  ])('is refused by every function: %s', async (_, document, code) => {
    expect(codesOf(compile(document))).toEqual([code])
    expect(check(document)).toMatchObject({ errors: [{ code, path: '' }], findings: [] })
    expect(codesOf(generateProject(document, 'cdk'))).toEqual([code])
    expect(codesOf(await inspect(document, '', { now: NOW }))).toEqual([code])
    expect(codesOf(await sampleToken(document, { client: 'x', now: NOW }))).toEqual([code])
  })
})

describe('a request that cannot be answered', () => {
  it.each([Number.NaN, -1, 1e12])('at the time %s', async now => {
    expect(codesOf(await inspect(example, '', { now }))).toEqual(['NOW_INVALID'])
    expect(codesOf(await sampleToken(example, { client: client!.name, now }))).toEqual(['NOW_INVALID'])
  })

  it('for a format, pool, key set, client or scope that is not there', async () => {
    // @ts-expect-error: what a program without types may send
    expect(codesOf(generateProject(example, 'pulumi'))).toEqual(['FORMAT_UNKNOWN'])
    const options = { now: NOW }
    expect(codesOf(await inspect(example, '', { ...options, userPoolId: 'x' }))).toEqual([
      'USER_POOL_ID_INVALID',
    ])
    expect(codesOf(await inspect(example, '', { ...options, jwks: '{}' }))).toEqual(['JWKS_INVALID'])
    expect(codesOf(await sampleToken(example, { ...options, client: 'nobody' }))).toEqual(['CLIENT_UNKNOWN'])
    const scopes = ['com.example.api/none']
    const resource = 'https://mcp.example.com'
    for (const asked of [{ scopes }, { resource }])
      expect(codesOf(await sampleToken(example, { ...options, client: client!.name, ...asked }))).toEqual([
        'TOKEN_NOT_ISSUED',
      ])
  })
})

describe('results', () => {
  it('agree: a token that is bound to an audience of the API is allowed, one bound to another is not', async () => {
    const [bound, other] = ['https://mcp.example.com', 'https://other.example.com']
    const document = {
      ...example,
      resourceServers: [...example.resourceServers, { identifier: other, name: 'Other', scopes: [] }],
      api: { type: 'http', name: 'api', additionalAudiences: [bound] },
    }
    for (const [resource, expected] of [
      [bound, { allowed: true, code: 'ALLOWED' }],
      [other, { allowed: false, code: 'AUDIENCE_MISMATCH' }],
    ] as const) {
      const sample = await sampleToken(document, { client: client!.name, now: NOW, resource })
      if (!sample.ok) throw new Error('no sample')
      expect(sample.claims.aud).toBe(resource)
      const inspected = await inspect(document, sample.token, { now: NOW, jwks: sample.jwks })
      expect(inspected).toMatchObject({ endpoints: [expected] })
    }
  })

  it('agree: the project contains the text of its format', () => {
    const compiled = compile(example)
    if (!compiled.ok) throw new Error('the example is refused')
    for (const { id } of formats) {
      // Reading an output again prints nothing.
      expect(compiled.output(id)).toBe(compiled.output(id))
      const { fileName, text: printed, fields } = compiled.output(id)
      expect(fields).toHaveLength(printed.split('\n').length - 1)
      const project = generateProject(example, id)
      expect(project.ok && project.files.find(({ path }) => path === fileName)?.text).toBe(printed)
    }
  })

  it('agree: a sample token is valid for its own keys and its own endpoint', async () => {
    const sample = await sampleToken(example, { client: client!.name, now: NOW })
    if (!sample.ok) throw new Error('no sample')
    expect(JSON.parse(sample.jwks).keys).toHaveLength(2)
    const inspected = await inspect(example, `Bearer ${sample.token}`, { now: NOW, jwks: sample.jwks })
    expect(inspected).toMatchObject({
      token: { kind: 'access', signature: 'valid', claims: { ...sample.claims } },
      endpoints: [{ method: 'GET', path: '/myevent', allowed: true, status: 200, code: 'ALLOWED', fix: '' }],
    })
  })
})
