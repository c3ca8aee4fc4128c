import { describe, expect, it } from 'vitest'
import { countItems } from '@/lib/document/bounded'
import { example } from '@/lib/document/example'
import { formValuesOf, toFormValues } from '@/lib/document/form-values'
import { parseSpec } from '@/lib/document/parse'
import { presets } from '@/lib/document/presets'
import { isDocument, readDocument } from '@/lib/document/read-document'
import { repairAll, repairOf } from '@/lib/document/repair'
import { migrate } from '@/lib/document/version'
import { withoutDefaults } from '@/lib/document/without-defaults'
import { badShapes } from './bad-shapes'

const shapes = badShapes()

/** The example with a value in the fields that it leaves out or empty, for the types of their leaves. */
const complete = {
  ...example,
  userPool: {
    ...example.userPool,
    usernameAttributes: ['email'],
    preTokenGeneration: { handler: 'src/claims.handler', version: 'V2_0' },
  },
  clients: example.clients.map(client => ({
    ...client,
    explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    refreshTokenRotation: { retryGracePeriodSeconds: 10 },
  })),
}

/** Whether every leaf of a document has the JSON type of the same leaf of `model`; lists by their first item. */
function sameTypes(value: unknown, model: unknown): boolean {
  if (Array.isArray(model)) return Array.isArray(value) && value.every(item => sameTypes(item, model[0]))
  if (typeof model === 'object' && model !== null)
    return (
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.entries(model).every(([key, inner]) =>
        key === 'version' || !(key in value)
          ? true
          : sameTypes((value as Record<string, unknown>)[key], inner),
      )
    )
  // A number that is being typed is text until it is one.
  if (typeof model === 'number') return typeof value === 'number' || typeof value === 'string'
  return typeof value === typeof model
}

describe('shapes that no form can show', () => {
  it('are many', () => expect(shapes.length).toBeGreaterThan(303))

  it('are refused, or have only values that their fields can show', () => {
    const wrong = shapes.filter(({ document }) => {
      const read = readDocument(document)
      return (read.kind === 'valid' || read.kind === 'faulty') && !sameTypes(read.values, complete)
    })
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  it('each have an error that names a place and says what to do', () => {
    const silent = shapes.filter(({ document }) => {
      const read = readDocument(document)
      return read.kind !== 'valid' && read.errors.length === 0
    })
    expect(silent).toEqual([])
  })

  it('can be opened after repair, every one of them', () => {
    const left = shapes.filter(({ document }) => !isDocument(repairAll(document)))
    expect(left.map(({ name }) => name)).toEqual([])
  })
})

/** The documents of the presets, as written with fewer fields and in another order. */
const sparse = presets.flatMap(({ values }) => [
  values,
  withoutDefaults(values),
  Object.fromEntries(Object.entries(values).toReversed()),
  { ...values, userPool: Object.fromEntries(Object.entries(values.userPool).slice(0, 4)) },
])

describe('the values that a form shows', () => {
  const shown = (value: unknown) => JSON.stringify(formValuesOf(value))
  const read = (value: unknown) => {
    const opened = readDocument(value)
    return opened.kind === 'valid' || opened.kind === 'faulty' ? JSON.stringify(opened.values) : undefined
  }

  it.each(sparse.map((document, index) => [index, document] as const))(
    'are those of the checked document, in its order: %i',
    (_, document) => {
      expect(read(document)).toBeDefined()
      expect(shown(document)).toBe(read(document))
    },
  )

  it('are those of the checked document, whatever its shape', () => {
    const differing = shapes.filter(({ document }) => shown(document) !== read(document))
    expect(differing.map(({ name }) => name)).toEqual([])
  })

  it('are none of a document that must not be changed or is too large for its errors', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`)
    const endpoints = Array.from({ length: 10_001 }, () => ({ ...example.endpoints[0] }))
    for (const document of [
      { ...example, version: 2 },
      { ...example, deep },
      { ...example, endpoints },
      null,
      5,
    ])
      expect(formValuesOf(document)).toBeUndefined()
  })
})

describe('a document', () => {
  it('that is valid is read with its defaults', () => {
    expect(readDocument(example)).toEqual({ kind: 'valid', values: example })
  })

  it('with an error is read with what is missing filled in, and nothing lost', () => {
    const { region: _, ...rest } = example
    const read = readDocument({ ...rest, service: 'Not A Name', extra: { a: [1] } })
    expect(read).toMatchObject({
      kind: 'faulty',
      values: { ...example, service: 'Not A Name', extra: { a: [1] } },
      errors: [{ path: 'service' }, { path: 'extra' }],
    })
  })

  it('with an existing user pool keeps that kind, also before it has an ID', () => {
    const read = readDocument({ ...example, userPool: { source: 'existing' } })
    expect(read).toMatchObject({
      kind: 'faulty',
      values: { userPool: { source: 'existing', userPoolId: '' } },
    })
  })

  it('of a later version says so and is not changed', () => {
    const later = { ...example, version: 2, clients: 'all' }
    expect(readDocument(later)).toMatchObject({ kind: 'later', errors: [{ code: 'VERSION_LATER' }] })
    expect(repairAll(later)).toBe(later)
  })

  it.each(['unknown key', 'list', 'scope'])(
    'nested 100,000 levels deep (%s) gets an error, not an overflow',
    place => {
      let deep: unknown = 'x'
      for (let level = 0; level < 100_000; level++) deep = place === 'list' ? [deep] : { a: deep }
      const document =
        place === 'scope'
          ? { ...example, clients: [{ ...example.clients[0], scopes: deep }] }
          : { ...example, deep }
      expect(parseSpec(document)).toMatchObject({ ok: false, errors: [{ code: 'TOO_DEEP' }] })
      expect(readDocument(document)).toMatchObject({ kind: 'refused', errors: [{ code: 'TOO_DEEP' }] })
      expect(repairAll(document)).toBe(document)
    },
  )
})

describe('a repair', () => {
  const repaired = (document: unknown, path: string) => {
    const parsed = parseSpec(document)
    const error = parsed.ok ? undefined : parsed.errors.find(one => one.path === path)
    if (!error) throw new Error(`no error at ${path}`)
    const repair = repairOf(document, error)
    return repair && { label: repair.label, document: repair.apply(document) }
  }
  const client = { ...example.clients[0] }
  const withClient = (change: object) => ({ ...example, clients: [{ ...client, ...change }] })
  const withoutLogoutUrls = { ...example, clients: [(({ logoutUrls: _, ...rest }) => rest)(client)] }

  it.each([
    ['an unknown key', { ...example, colour: 'red' }, 'colour', 'Remove "colour"', example],
    ['another version', { ...example, version: '1' }, 'version', 'Set the version to 1', example],
    ['a number for text', { ...example, stage: 7 }, 'stage', 'Change to "7"', { ...example, stage: '7' }],
    [
      'text for a list',
      withClient({ logoutUrls: 'app://out' }),
      'clients.0.logoutUrls',
      'Change to ["app://out"]',
      withClient({ logoutUrls: ['app://out'] }),
    ],
    [
      'a number for a list',
      withClient({ logoutUrls: 5 }),
      'clients.0.logoutUrls',
      'Use the default, []',
      withoutLogoutUrls,
    ],
    [
      'an empty text for a list',
      withClient({ logoutUrls: '' }),
      'clients.0.logoutUrls',
      'Use the default, []',
      withoutLogoutUrls,
    ],
    [
      'a text without digits for a number',
      withClient({ accessTokenMinutes: ' ' }),
      'clients.0.accessTokenMinutes',
      'Remove "accessTokenMinutes"',
      withClient({}),
    ],
    [
      'text for a switch',
      withClient({ generateSecret: 'false' }),
      'clients.0.generateSecret',
      'Change to false',
      withClient({ generateSecret: false }),
    ],
    [
      'null for a field with a default',
      { ...example, region: null },
      'region',
      'Use the default, "us-east-1"',
      (({ region: _, ...rest }) => rest)(example),
    ],
    [
      'null in a list',
      withClient({ scopes: ['openid', null] }),
      'clients.0.scopes.1',
      'Remove it',
      withClient({ scopes: ['openid'] }),
    ],
    [
      'a misspelt choice',
      { ...example, api: { ...example.api, type: 'REST' } },
      'api.type',
      'Change to "rest"',
      example,
    ],
  ])('of %s', (_, document, path, label, result) => {
    const before = structuredClone(document)
    expect(repaired(document, path)).toEqual({ label, document: result })
    expect(document).toEqual(before)
  })

  it('renames a key that is misspelt where the right one is missing', () => {
    const { handler, ...endpoint } = example.endpoints[0]!
    const document = { ...example, endpoints: [{ ...endpoint, handlr: handler }] }
    expect(repaired(document, 'endpoints.0.handlr')).toEqual({
      label: 'Rename to "handler"',
      document: example,
    })
  })

  it.each([
    ['resourceSeXXXXs', 'Rename to "resourceServers"'],
    ['resourceSXXXXXs', 'Remove "resourceSXXXXXs"'],
  ])('renames a long key with less than a third of its letters changed: %s', (key, label) => {
    const { resourceServers, ...rest } = example
    expect(repaired({ ...rest, [key]: resourceServers }, key)?.label).toBe(label)
  })

  it.each([
    ['EXXXXTIALS', 'Change to "ESSENTIALS"'],
    ['EXXXXXIALS', 'Use the default, "ESSENTIALS"'],
    ['', 'Use the default, "ESSENTIALS"'],
  ])('chooses a word with less than half of its letters changed: %s', (tier, label) => {
    const document = { ...example, userPool: { ...example.userPool, tier } }
    expect(repaired(document, 'userPool.tier')?.label).toBe(label)
  })

  it('is not offered for what takes a person to decide', () => {
    expect(repaired({ ...example, service: 'Not A Name' }, 'service')).toBeUndefined()
  })

  it('removes a key named __proto__ without touching any prototype', () => {
    const document: unknown = JSON.parse(`${JSON.stringify(example).slice(0, -1)},"__proto__":{"a":1}}`)
    expect(repaired(document, '__proto__')?.document).toEqual(example)
    expect(Object.getPrototypeOf(repairAll(document))).toBe(Object.prototype)
  })
})

describe('a document with errors', () => {
  const withItems = (count: number) => ({
    ...example,
    service: 'Not A Name',
    extra: Array.from({ length: count - countItems(example) }, () => 0),
  })

  it('is shown with 10,000 list items, and not with more', () => {
    expect(readDocument(withItems(10_000)).kind).toBe('faulty')
    expect(readDocument(withItems(10_001)).kind).toBe('refused')
    expect(formValuesOf(withItems(10_000))?.service).toBe('Not A Name')
    expect(formValuesOf(withItems(10_001))).toBeUndefined()
  })

  it('is of an existing pool where only such a pool has the key', () => {
    const { values } = toFormValues({ userPool: { userPoolId: 'us-east-1_x' } })
    expect(values.userPool).not.toHaveProperty('name')
    expect(toFormValues({ userPool: {} }).values.userPool).toHaveProperty('name', '')
  })
})

describe('migration', () => {
  it('takes every step from the version of the document', () => {
    const steps = [
      (one: object) => ({ ...one, version: 2, steps: ['1→2'] }),
      (two: object) => ({ ...two, version: 3, done: true }),
    ]
    expect(migrate({ version: 1 }, steps)).toEqual({ version: 3, steps: ['1→2'], done: true })
    expect(migrate({ version: 2 }, steps)).toEqual({ version: 3, done: true })
  })

  it.each([[null], [7], [[]], [{ version: 'x' }], [{}]])('leaves %j unchanged', value => {
    expect(migrate(value, [() => ({ changed: true })])).toBe(value)
  })
})
