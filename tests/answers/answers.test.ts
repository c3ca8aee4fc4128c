import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explain } from '../../cli/explain'
import { inspect } from '../../cli/inspect'

const folder = import.meta.dirname
const read = (...parts: string[]) => readFileSync(path.join(folder, ...parts), 'utf8')
const json = (...parts: string[]) => JSON.parse(read(...parts))

const callersFolder = process.env.INIT_CWD
beforeAll(() => {
  process.env.INIT_CWD = folder
})
afterAll(() => {
  if (callersFolder === undefined) delete process.env.INIT_CWD
  else process.env.INIT_CWD = callersFolder
})

interface Answer {
  readonly code: string
  readonly from: string
  readonly title: string
  readonly causes: readonly string[]
  readonly fix: string
}

interface ExpectedAnswer {
  readonly api?: string
  readonly recognized: boolean | null
  readonly code: string | null | readonly (string | null)[]
  readonly from?: readonly string[]
  readonly also?: readonly string[]
  readonly only?: true
  readonly status?: number
  readonly say?: readonly string[]
}

describe('explain', () => {
  const expected: Readonly<Record<string, ExpectedAnswer>> = json('responses', 'expected.json')

  it.each(Object.entries(expected))('%s', async (file, want) => {
    const api = want.api === undefined ? [] : ['--api', want.api]
    const { status, stdout } = await explain(['--json', ...api, read('responses', file)])
    expect(status).toBe(0)
    const said: {
      recognized: boolean
      status: number | null
      answers: readonly Answer[]
    } = JSON.parse(stdout!)
    const [first] = said.answers
    if (want.recognized !== null) expect(said.recognized).toBe(want.recognized)
    expect([want.code].flat()).toContain(first?.code ?? null)
    if (want.status !== undefined) expect(said.status).toBe(want.status)
    if (!first) return
    if (want.from) expect(want.from).toContain(first.from)
    expect(said.answers.map(({ code }) => code)).toEqual(expect.arrayContaining([...(want.also ?? [])]))
    if (want.only) expect(said.answers).toHaveLength(1)
    const words = said.answers
      .map(({ title, causes, fix }) => [title, ...causes, fix].join(' '))
      .join(' ')
      .toLowerCase()
    for (const pattern of want.say ?? []) expect(words).toMatch(new RegExp(pattern))
  })

  it('has an expectation for every file', () => {
    const files = readdirSync(path.join(folder, 'responses')).filter(name => name.endsWith('.txt'))
    expect(Object.keys(expected).sort()).toEqual(files.sort())
  })
})

interface EndpointAnswer {
  readonly method: string
  readonly path: string
  readonly allowed: boolean
  readonly status: number
  readonly code: string
  readonly message: string
  readonly fix: string
}

async function inspected(args: readonly string[], paste: string) {
  const { status, stdout } = await inspect(['--json', ...args, paste])
  expect(status).toBe(0)
  const answer: {
    readonly token: {
      readonly kind: string
      readonly signature: string
      readonly notes: readonly { readonly code: string; readonly message: string }[]
    }
    readonly endpoints: readonly EndpointAnswer[]
  } = JSON.parse(stdout!)
  return {
    token: answer.token,
    endpoints: new Map(answer.endpoints.map(one => [`${one.method} ${one.path}`, one])),
  }
}

interface WantedEndpoint {
  readonly code: string
  readonly status: number
  readonly allowed?: boolean
  /** Patterns of the message. */
  readonly says?: readonly string[]
  /** Patterns of the fix. */
  readonly fix?: readonly string[]
  /** Scopes that the fix requests, and scopes that it must not request. */
  readonly asks?: readonly string[]
  readonly asksNot?: readonly string[]
}

interface Case {
  readonly name: string
  readonly spec: string
  readonly paste: string
  readonly args?: readonly string[]
  readonly want: {
    readonly kind?: string
    readonly signature?: string
    readonly notes?: readonly string[]
    readonly notesInclude?: readonly string[]
    readonly noteSays?: readonly string[]
    readonly endpoints?: Readonly<Record<string, WantedEndpoint>>
  }
}

describe('inspect', () => {
  const { now, cases }: { readonly now: number; readonly cases: readonly Case[] } = json(
    'inspect',
    'cases.json',
  )

  it.each(cases.map(one => [one.name, one] as const))(
    '%s',
    async (_name, { spec, paste, args = [], want }) => {
      const { token, endpoints } = await inspected(
        ['--spec', `inspect/${spec}`, '--now', String(now), ...args],
        read('inspect', paste),
      )
      const codes = token.notes.map(({ code }) => code)
      if (want.kind) expect(token.kind).toBe(want.kind)
      if (want.signature) expect(token.signature).toBe(want.signature)
      if (want.notes) expect(codes).toEqual(want.notes)
      expect(codes).toEqual(expect.arrayContaining([...(want.notesInclude ?? [])]))
      const notes = token.notes.map(({ message }) => message.toLowerCase()).join(' ')
      for (const pattern of want.noteSays ?? []) expect(notes).toMatch(new RegExp(pattern))
      for (const [endpoint, wanted] of Object.entries(want.endpoints ?? {}))
        check(endpoints.get(endpoint)!, wanted)
    },
  )
})

function check(found: EndpointAnswer, { code, status, allowed, ...wanted }: WantedEndpoint): void {
  expect(`${found.status} ${found.code}`).toBe(`${status} ${code}`)
  if (allowed !== undefined) expect(found.allowed).toBe(allowed)
  for (const pattern of wanted.says ?? []) expect(found.message.toLowerCase()).toMatch(new RegExp(pattern))
  for (const pattern of wanted.fix ?? []) expect(found.fix.toLowerCase()).toMatch(new RegExp(pattern))
  const requested = /scope=(.*?)(?:\. |\.?$)/.exec(found.fix)?.[1]?.split(' ') ?? []
  for (const scope of wanted.asks ?? []) expect(requested).toContain(scope)
  for (const scope of wanted.asksNot ?? []) {
    expect(requested).not.toContain(scope)
    expect(found.fix.split(/[\s,.;:]+/)).not.toContain(scope)
  }
}

describe('statuses recorded on AWS', () => {
  const { now, userPoolId, clientId, withoutToken, ...recorded }: Recorded = json('recorded', 'statuses.json')
  const args = (api: string) => [
    ...['--spec', `recorded/${api}.json`, '--now', String(now), '--jwks', 'recorded/keys.jwks.json'],
    ...['--user-pool-id', userPoolId, '--client-id', clientId],
  ]

  it.each(['rest', 'http'] as const)('%s: no token', async api => {
    const { endpoints } = await inspected(args(api), '')
    expect([...endpoints.values()].map(({ status }) => status)).toEqual(Array(5).fill(withoutToken))
  })

  it.each(
    (['rest', 'http'] as const).flatMap(api =>
      Object.entries(recorded[api]).map(([token, statuses]) => [api, token, statuses] as const),
    ),
  )('%s: %s', async (api, token, statuses) => {
    const { token: decoded, endpoints } = await inspected(args(api), read('recorded', token))
    expect(decoded.signature).toBe('valid')
    expect(Object.fromEntries([...endpoints].map(([name, { status }]) => [name, status]))).toEqual(statuses)
  })
})

interface Recorded {
  readonly now: number
  readonly userPoolId: string
  readonly clientId: string
  readonly withoutToken: number
  readonly rest: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly http: Readonly<Record<string, Readonly<Record<string, number>>>>
}
