import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'vitest'
import type { SpecInput } from '../../../lib/document/spec'
import type { CompiledTemplate } from '../toolchains/template'

interface Answer {
  readonly statusCode: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}
type Handler = (event: object, context: object) => Promise<Answer>

interface Call {
  readonly claims?: object
  readonly origin?: string
  readonly method?: string
}

/** What API Gateway hands to a proxy integration, payload 1.0, of a method with a user pool authorizer. */
const restEvent = ({ claims, origin, method = 'GET' }: Call) => ({
  resource: '/orders/{id}',
  path: '/orders/1',
  httpMethod: method,
  headers: { Authorization: 'Bearer x', Host: 'example', ...(origin && { origin }) },
  multiValueHeaders: {},
  queryStringParameters: null,
  pathParameters: { id: '1' },
  requestContext: { httpMethod: method, stage: 'dev', ...(claims && { authorizer: { claims } }) },
  body: null,
  isBase64Encoded: false,
})

/** The same from an HTTP API, payload 2.0, of a route with a JWT authorizer. */
const httpEvent = ({ claims, origin, method = 'GET' }: Call) => ({
  version: '2.0',
  routeKey: `${method} /orders/{id}`,
  rawPath: '/orders/1',
  headers: { authorization: 'Bearer x', host: 'example', ...(origin && { origin }) },
  requestContext: {
    http: { method, path: '/orders/1' },
    stage: '$default',
    ...(claims && { authorizer: { jwt: { claims, scopes: null } } }),
  },
  isBase64Encoded: false,
})

/** Every function of a template, found in its code by the rules of Lambda's Node.js runtime, answers as it should. */
export async function expectAnswers(
  template: CompiledTemplate,
  code: string,
  spec: SpecInput,
): Promise<void> {
  const functions = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function')
  expect(functions.length).toBe(new Set(spec.endpoints.map(({ handler }) => handler)).size)
  for (const [i, { Properties }] of functions.entries()) {
    const { ZipFile } = (Properties?.Code ?? {}) as { readonly ZipFile?: string }
    const folder = ZipFile === undefined ? code : inlineCode(path.join(code, `inline-${i}`), ZipFile)
    await expectAnswer(await load(folder, String(Properties?.Handler)), spec)
  }
}

/** CloudFormation writes the text of `ZipFile` to `index.js`. */
function inlineCode(folder: string, text: string): string {
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, 'package.json'), '{}')
  fs.writeFileSync(path.join(folder, 'index.js'), text)
  return folder
}

async function load(folder: string, handler: string): Promise<Handler> {
  const dot = handler.lastIndexOf('.')
  const file = path.join(folder, handler.slice(0, dot))
  const module = fs.existsSync(`${file}.js`)
    ? createRequire(import.meta.url)(`${file}.js`)
    : await import(/* @vite-ignore */ pathToFileURL(`${file}.mjs`).href)
  return module[handler.slice(dot + 1)]
}

async function expectAnswer(handler: Handler, { api }: SpecInput): Promise<void> {
  const event = api.type === 'http' ? httpEvent : restEvent
  // Node.js 24 on Lambda has no callbacks: a third parameter is an error there, and only a promise is waited for.
  expect(handler.length).toBeLessThan(3)
  const call = (made: Call) => {
    const answer = handler(event(made), { functionName: 'x' })
    expect(answer).toBeInstanceOf(Promise)
    return answer
  }
  const claims = { sub: 'alice', scope: 'openid com.example.api/read', client_id: 'c' }
  const answer = await call({ claims })
  expect(answer).toMatchObject({ statusCode: 200, headers: { 'Content-Type': 'application/json' } })
  expect(JSON.parse(answer.body!)).toEqual({ claims })
  expect(JSON.parse((await call({})).body!)).toEqual({ claims: null })

  const originFor = async (origin: string) =>
    (await call({ claims, origin })).headers?.['Access-Control-Allow-Origin']
  const evil = 'https://evil.example'
  if (!api.cors) return expect(await originFor(evil)).toBeUndefined()
  for (const origin of api.cors.allowOrigins) expect(await originFor(origin)).toBe(origin)
  expect(api.cors.allowOrigins).toContain(await originFor(evil))
  if (api.type === 'rest') return
  const [origin] = api.cors.allowOrigins
  expect(await call({ method: 'OPTIONS', origin: origin! })).toMatchObject({
    statusCode: 204,
    headers: { 'Access-Control-Allow-Origin': origin },
  })
}
