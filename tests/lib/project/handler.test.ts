import { describe, expect, it } from 'vitest'
import { example } from '@/lib/document/example'
import type { Spec } from '@/lib/document/spec'
import { toModel } from '@/lib/model/to-model'
import { handlerFiles } from '@/lib/project/handler'

const modelOf = (handlers: readonly string[], api: Spec['api'] = example.api) =>
  toModel({
    ...example,
    api,
    endpoints: handlers.map((handler, i) => ({ ...example.endpoints[0]!, path: `/p${i}`, handler })),
  })

type Handler = (event: object) => Promise<{ statusCode: number; headers?: object; body?: string }>

const load = (text: string): Promise<Record<string, Handler>> =>
  import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)

it('makes one file for the exports of a file, whatever their names', async () => {
  const files = handlerFiles(
    modelOf(['bin/a.list', 'src/x/b.handler', 'bin/a.delete', 'bin/a.default', 'bin/a.$x']),
  )
  expect(files.map(({ path }) => path)).toEqual(['bin/a.mjs', 'src/x/b.mjs'])
  const module = await load(files[0]!.text)
  expect(Object.keys(module).sort()).toEqual(['$x', 'default', 'delete', 'list'])
  const answer = await module.delete!({ requestContext: { authorizer: { claims: { sub: 'x' } } } })
  expect(answer).toMatchObject({ statusCode: 200, body: '{"claims":{"sub":"x"}}' })
})

it('puts them in a folder on request', () => {
  expect(handlerFiles(modelOf(['bin/a.list']), 'handlers/').map(({ path }) => path)).toEqual([
    'handlers/bin/a.mjs',
  ])
})

it('answers an HTTP API, its origins and its preflights', async () => {
  const api: Spec['api'] = {
    type: 'http',
    name: 'x',
    cors: { allowOrigins: ['https://a.example', 'https://b.example'] },
  }
  const { handler } = await load(handlerFiles(modelOf(['bin/a.handler'], api))[0]!.text)
  const event = (method: string) => ({
    headers: { origin: 'https://b.example' },
    requestContext: { http: { method }, authorizer: { jwt: { claims: { sub: 'x' } } } },
  })
  const headers = { 'Access-Control-Allow-Origin': 'https://b.example' }
  expect(await handler!(event('GET'))).toMatchObject({
    statusCode: 200,
    headers,
    body: '{"claims":{"sub":"x"}}',
  })
  expect(await handler!(event('OPTIONS'))).toMatchObject({ statusCode: 204, headers })
})

describe('the handler of a pre token generation trigger', () => {
  const files = (handler: string, handlers: readonly string[]) => {
    const pool = example.userPool
    if (pool.source !== 'new') throw new Error('the example has a new pool')
    return handlerFiles(
      toModel({
        ...example,
        userPool: { ...pool, preTokenGeneration: { handler, version: 'V2_0' } },
        endpoints: handlers.map((own, i) => ({ ...example.endpoints[0]!, path: `/p${i}`, handler: own })),
      }),
    )
  }
  const event = { triggerSource: 'TokenGeneration_HostedAuth', response: {} }
  const request = { requestContext: { authorizer: { claims: { sub: 'x' } } } }

  it('returns its event, and shows how to add a scope of the spec', async () => {
    const [own, ...others] = files('src/claims.handler', ['bin/a.list'])
    expect(others.map(({ path }) => path)).toEqual(['src/claims.mjs'])
    const text = others[0]!.text
    expect(text).toContain('scopesToAdd: ["com.example.api/read"]')
    expect(text).not.toContain('statusCode')
    expect(own!.text).not.toContain('scopesToAdd')
    expect(await (await load(text)).handler!(event)).toBe(event)
  })

  it('is in the file of endpoints if it has their file', async () => {
    const made = files('bin/a.claims', ['bin/a.list'])
    expect(made.map(({ path }) => path)).toEqual(['bin/a.mjs'])
    const { claims, list } = await load(made[0]!.text)
    expect(await claims!(event)).toBe(event)
    expect(await list!(request)).toMatchObject({ statusCode: 200 })
  })

  it('answers both where an endpoint has the same handler', async () => {
    const { list } = await load(files('bin/a.list', ['bin/a.list'])[0]!.text)
    expect(await list!(event)).toBe(event)
    expect(await list!(request)).toMatchObject({ statusCode: 200, body: '{"claims":{"sub":"x"}}' })
  })

  it('works as the example in its comments says', async () => {
    const { text } = files('src/claims.handler', [])[0]!
    const example = text.replace(/^( *)\/\/ {3}(.*)$/gm, '$1$2')
    expect(example).not.toBe(text)
    const { handler } = await load(example)
    const asked = (groups: readonly string[]) => ({
      request: { groupConfiguration: { groupsToOverride: groups } },
      response: {},
    })
    expect(await handler!(asked(['editors']))).toMatchObject({
      response: {
        claimsAndScopeOverrideDetails: { accessTokenGeneration: { scopesToAdd: ['com.example.api/read'] } },
      },
    })
    expect(await handler!(asked(['readers']))).toMatchObject({ response: {} })
  })
})
