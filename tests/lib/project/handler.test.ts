import { expect, it } from 'vitest'
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
