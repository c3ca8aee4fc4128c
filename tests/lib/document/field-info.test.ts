import { describe, expect, test } from 'vitest'
import { fieldInfo, knownKeys } from '../../../lib/document/field-info'
import { fieldNote } from '../../../lib/document/field-note'
import { jsonSchema } from '../../../lib/document/json-schema'
import { edited, editedAll, existing, refusals, rest } from './edited'

type Node = Readonly<Record<string, unknown>>

/** Every path of the documents that a form has a field for. */
function paths(value: unknown, path: string[] = []): string[] {
  const own = path.length > 0 ? [path.join('.')] : []
  if (typeof value !== 'object' || value === null) return own
  return [...own, ...Object.entries(value).flatMap(([key, member]) => paths(member, [...path, key]))]
}
const newPool = editedAll(rest, {
  'api.cors': { allowOrigins: ['https://a.example'] },
  'userPool.selfSignUp': true,
  'userPool.usernameAttributes': ['email'],
  'userPool.mfa': 'optional',
  'userPool.preTokenGeneration': { handler: 'src/claims.handler', version: 'V2_0' },
  'clients.0.explicitAuthFlows': ['ALLOW_USER_SRP_AUTH'],
  'clients.0.refreshTokenRotation': { retryGracePeriodSeconds: 10 },
})
const existingPool = edited(existing, 'userPool.domain', 'auth.example.com')
const all = [...new Set([...paths(newPool), ...paths(existingPool)])].filter(
  path => path !== 'userPool.source',
)

/** Of the items of a list the first: a second would repeat it. */
const withExample = all.filter(path => !/\.[1-9]/.test(path) && fieldInfo(path)?.example !== undefined)

describe('what a form shows next to a field', () => {
  test.each(all)('%s', path => {
    const info = fieldInfo(path)
    expect(info?.label).toMatch(/^[A-Z]/)
    expect(info?.help).toMatch(/^[A-Z{].*\.$/)
    if (info?.docs !== undefined)
      expect(info.docs).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/(?:[\w-]+\/)+\w[\w-]+\.html$/)
  })

  test.each(withExample)('%s accepts its own example', path => {
    const [base] = [existingPool, newPool].filter(document => paths(document).includes(path))
    const { example } = fieldInfo(path)!
    const isNumber = /^version$|Minutes|Days|Seconds/.test(path)
    const refused = refusals(edited(base!, path, isNumber ? Number(example) : example))
    expect(refused.filter(error => error.startsWith(`${path} `))).toEqual([])
  })

  test('is found with a star for a place in a list, too', () => {
    expect(fieldInfo('clients.*.name')).toEqual(fieldInfo('clients.7.name'))
    expect(fieldInfo('resourceServers.*.scopes.*.name')?.example).toBe('read')
  })

  test.each(['nope', 'clients.x', 'clients.0.nope', 'service.0', 'constructor', '__proto__'])(
    '%s has none',
    path => {
      expect(fieldInfo(path)).toBeUndefined()
    },
  )
})

test('known keys are those of the kind of user pool', () => {
  expect(knownKeys('userPool', 'new')).toContain('tier')
  expect(knownKeys('userPool', 'new')).not.toContain('userPoolId')
  expect(knownKeys('userPool', 'existing')).toContain('userPoolId')
  expect(knownKeys('userPool')).toEqual(expect.arrayContaining(['tier', 'userPoolId']))
})

test('only what cannot be changed after deployment has a note', () => {
  expect(fieldNote('resourceServers.3.identifier')?.code).toBe('IDENTIFIER_IMMUTABLE')
  expect(all.filter(fieldNote).toSorted()).toEqual([
    'resourceServers.0.identifier',
    'userPool.usernameAttributes',
  ])
})

describe('JSON Schema', () => {
  const schema = jsonSchema() as Node
  const at = (...keys: string[]) => keys.reduce<unknown>((node, key) => (node as Node)[key], schema) as Node

  test('is of draft 2020-12 and takes what is left out', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(schema.required).toEqual([
      'version',
      'service',
      'userPool',
      'resourceServers',
      'clients',
      'api',
      'endpoints',
    ])
    expect(schema.additionalProperties).toBe(false)
  })

  test('has patterns, lengths, counts, ranges, choices and defaults', () => {
    expect(at('properties', 'service').pattern).toBe('^[a-z][a-z0-9-]{0,61}[a-z0-9]$')
    expect(at('properties', 'service').examples).toEqual([fieldInfo('service')?.example])
    expect(at('properties', 'version')).not.toHaveProperty('examples')
    expect(at('properties', 'stage').default).toBe('dev')
    expect(at('properties', 'resourceServers')).toMatchObject({ minItems: 1, maxItems: 25 })
    const client = at('properties', 'clients', 'items', 'properties')
    expect(client).toMatchObject({
      name: { minLength: 1, maxLength: 128 },
      scopes: { minItems: 1, maxItems: 50, uniqueItems: true },
      grants: { default: ['authorization_code'], items: { enum: expect.arrayContaining(['implicit']) } },
      tokenValidity: { properties: { accessTokenMinutes: { type: 'integer', minimum: 5, maximum: 1440 } } },
    })
    expect(at('properties', 'userPool').oneOf).toHaveLength(2)
  })

  test('describes every field', () => {
    const undescribed: string[] = []
    const visit = (node: unknown, path: string) => {
      if (typeof node !== 'object' || node === null) return
      const { properties } = node as { properties?: Node }
      for (const [key, property] of Object.entries(properties ?? {}))
        if (key !== 'source' && !(property as Node).description) undescribed.push(`${path}.${key}`)
      for (const [key, member] of Object.entries(node)) visit(member, `${path}.${key}`)
    }
    visit(schema, '')
    expect(undescribed).toEqual([])
  })

  test('its patterns are what the fields accept, in Unicode mode too', () => {
    const patterns = JSON.stringify(schema).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)
    const sources = [...patterns].map(([, source]) => JSON.parse(source!) as string)
    expect(sources.length).toBeGreaterThan(8)
    for (const source of sources) expect(() => new RegExp(source, 'u')).not.toThrow()
  })
})
