import { describe, expect, test } from 'vitest'
import { parseSpec } from '../../../lib/document/parse'
import { blank, presets } from '../../../lib/document/presets'

describe('presets', () => {
  test.each(presets.map(preset => [preset.id, preset] as const))(
    '%s is a valid, complete spec',
    (_, preset) => {
      expect(parseSpec(preset.values)).toEqual({ ok: true, spec: preset.values })
      expect(preset.description).toMatch(/^[A-Z].*\.$/)
    },
  )

  test('have different names', () => {
    const names = [blank, ...presets].flatMap(({ id, label }) => [id, label])
    expect(new Set(names).size).toBe(names.length)
  })

  test('show both kinds of pool, both kinds of API and both kinds of client', () => {
    const specs = presets.map(({ values }) => values)
    expect(new Set(specs.map(spec => spec.userPool.source)).size).toBe(2)
    expect(new Set(specs.map(spec => spec.api.type)).size).toBe(2)
    expect(
      specs.some(spec => spec.clients.some(client => client.grants.includes('client_credentials'))),
    ).toBe(true)
    expect(specs.some(spec => spec.resourceServers.length > 1)).toBe(true)
  })

  test('blank only misses what a person must fill in', () => {
    const parsed = parseSpec(blank.values)
    expect(parsed.ok ? [] : parsed.errors.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'EMPTY service',
      'EMPTY userPool.name',
      'EMPTY userPool.domainPrefix',
      'EMPTY resourceServers.0.identifier',
      'EMPTY resourceServers.0.name',
      'EMPTY resourceServers.0.scopes.0.name',
      'EMPTY resourceServers.0.scopes.0.description',
      'EMPTY clients.0.name',
      'TOO_FEW clients.0.scopes',
      'CALLBACK_URL_MISSING clients.0.callbackUrls',
      'EMPTY api.name',
      'TOO_FEW endpoints',
    ])
  })
})
