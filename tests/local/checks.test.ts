import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalApi, startLocal } from '@/local'

interface Check {
  readonly id: string
  readonly api: 'rest' | 'http'
  readonly title: string
  readonly request: {
    readonly method: string
    readonly path: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string
    readonly issuer?: boolean
    readonly form?: Readonly<Record<string, string>>
    readonly token?: Parameters<LocalApi['token']>[0]
  }
  readonly expect: {
    readonly status: number
    readonly json?: unknown
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
      const fill = (text: string) => text.replace(/\{\{id:(\w+)\}\}/g, (_, name) => api.client(name).id)
      const { token, form } = request
      const response = await fetch((request.issuer ? new URL(api.issuer).origin : api.url) + request.path, {
        method: request.method,
        headers: {
          ...request.headers,
          ...(token && { authorization: `Bearer ${await api.token(token)}` }),
        },
        redirect: 'manual',
        ...(form && {
          body: new URLSearchParams(Object.entries(form).map(([name, value]) => [name, fill(value)])),
        }),
        ...(request.body !== undefined && { body: request.body }),
      })
      const body = await response.text()
      expect(response.status, body).toBe(expected.status)
      if (expected.json !== undefined) expect(JSON.parse(body)).toEqual(expected.json)
      for (const [name, value] of Object.entries(expected.headers ?? {}))
        expect(response.headers.get(name), name).toBe(value)
      for (const [member, value] of Object.entries(expected.event ?? {}))
        expectMember(memberAt(JSON.parse(body), member.split('.')), value, member)
    },
  )
})

function expectMember(found: unknown, expected: unknown, name: string): void {
  const pattern = typeof expected === 'string' ? /^\/(.*[\\^$|[(.*+].*)\/$/.exec(expected)?.[1] : undefined
  if (expected === '(absent)') expect(found, name).toBeUndefined()
  else if (pattern !== undefined) expect(found, name).toMatch(new RegExp(pattern))
  else expect(found, name).toEqual(expected)
}

const memberAt = (value: unknown, names: readonly string[]): unknown =>
  names.reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], value)
