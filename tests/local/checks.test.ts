import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalApi, startLocal } from '@/local'
import { type RawResponse, sendRaw } from './raw-request'

interface Check {
  readonly id: string
  readonly api: 'rest' | 'http'
  readonly title: string
  readonly request: {
    readonly method?: string
    readonly path?: string
    /** Sent as is over a socket, in place of all the others. */
    readonly raw?: string
    /** Name of a client whose id and secret are sent by HTTP Basic. */
    readonly basic?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string
    readonly issuer?: boolean
    readonly form?: Readonly<Record<string, string>>
    readonly token?: Parameters<LocalApi['token']>[0]
  }
  readonly expect: {
    readonly status: number
    readonly json?: unknown
    readonly body?: string
    readonly headers?: Readonly<Record<string, string | null>>
    readonly event?: Readonly<Record<string, unknown>>
  }
}

const file = path.join(import.meta.dirname, 'checks.json')
const suite: {
  readonly users: object[]
  readonly specs: Record<'rest' | 'http', object>
  readonly checks: Check[]
} = JSON.parse(readFileSync(file, 'utf8'))

describe.each(['rest', 'http'] as const)('%s', type => {
  let api: LocalApi
  beforeAll(async () => {
    api = await startLocal({
      spec: suite.specs[type],
      users: { users: suite.users },
      handlers: path.join(import.meta.dirname, 'handlers'),
    })
  })
  afterAll(() => api.close())

  it.each(suite.checks.filter(check => check.api === type))(
    '$id $title',
    async ({ request, expect: expected }) => {
      const { status, headers, body } = await answerTo(api, request)
      expect(status, body).toBe(expected.status)
      if (expected.body !== undefined) expectMember(body, expected.body, 'body')
      if (expected.json !== undefined) expect(JSON.parse(body)).toEqual(expected.json)
      for (const [name, value] of Object.entries(expected.headers ?? {}))
        expectMember(headers.get(name), value, name)
      for (const [member, value] of Object.entries(expected.event ?? {}))
        expectMember(memberAt(JSON.parse(body), member.split('.')), value, member)
    },
  )
})

async function answerTo(api: LocalApi, request: Check['request']): Promise<RawResponse> {
  const fill = (text: string) =>
    text
      .replace(/\{\{id:(\w+)\}\}/g, (_, name) => api.client(name).id)
      .replace('{{pool}}', new URL(api.issuer).pathname.slice(1))
  if (request.raw !== undefined) return sendRaw(api.url, request.raw)
  const { token, form, basic } = request
  const { id, secret } = basic === undefined ? { id: '', secret: '' } : api.client(basic)
  const base = request.issuer ? new URL(api.issuer).origin : api.url
  const response = await fetch(base + fill(request.path ?? ''), {
    method: request.method ?? 'GET',
    headers: {
      ...request.headers,
      ...(token && { authorization: `Bearer ${await api.token(token)}` }),
      ...(basic !== undefined && { authorization: `Basic ${btoa(`${id}:${secret}`)}` }),
    },
    redirect: 'manual',
    ...(form && {
      body: new URLSearchParams(Object.entries(form).map(([name, value]) => [name, fill(value)])),
    }),
    ...(request.body !== undefined && { body: request.body }),
  })
  return { status: response.status, headers: response.headers, body: await response.text() }
}

function expectMember(found: unknown, expected: unknown, name: string): void {
  const pattern = typeof expected === 'string' ? /^\/(.*[\\^$|[(.*+].*)\/$/.exec(expected)?.[1] : undefined
  if (expected === '(absent)') expect(found, name).toBeUndefined()
  else if (pattern !== undefined) expect(found, name).toMatch(new RegExp(pattern))
  else expect(found, name).toEqual(expected)
}

const memberAt = (value: unknown, names: readonly string[]): unknown =>
  names.reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], value)
