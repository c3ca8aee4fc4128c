import fc from 'fast-check'
import { deflateSync, strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { parseSpec } from '../../../lib/document/parse'
import { blank, presets } from '../../../lib/document/presets'
import { fromFragment, isShared, toFragment } from '../../../lib/share/fragment'
import { anyCharacter } from '../../any-character'

const carrying = (bytes: Uint8Array) => `#s=1.${Buffer.from(bytes).toString('base64url')}`
const concatenated = (...parts: readonly Uint8Array[]) => Uint8Array.from(Buffer.concat(parts))
const opened = (fragment: string) => {
  const shared = fromFragment(fragment)
  return shared.ok ? parseSpec(shared.value) : shared
}

describe('a share link', () => {
  test.each(presets.map(preset => [preset.id, preset.values] as const))('carries %s', (_, values) => {
    const fragment = toFragment(values)
    expect(fragment).toMatch(/^#s=1\.[A-Za-z0-9_-]+$/)
    expect(isShared(fragment)).toBe(true)
    expect(opened(fragment)).toEqual({ ok: true, spec: values })
  })

  test('leaves defaults out', () => {
    const shared = fromFragment(toFragment(presets[0]!.values))
    const value = (shared.ok ? shared.value : {}) as Record<string, unknown>
    expect(value).not.toHaveProperty('region')
    expect(value).not.toHaveProperty('stage')
    expect(value).not.toHaveProperty('clients.0.identityProviders')
    expect(value).not.toHaveProperty('userPool.tier')
    expect(value).toHaveProperty('service', 'example-api')
  })

  test('is short: the example fits in a chat message', () => {
    expect(toFragment(presets[0]!.values).length).toBeLessThan(700)
  })

  test('carries an unfinished form as it is', () => {
    const fragment = toFragment(blank.values)
    expect(fromFragment(fragment)).toEqual({ ok: true, value: blank.values })
  })

  test('brings back any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const shared = fromFragment(toFragment(value))
        expect(JSON.stringify(shared.ok && shared.value)).toBe(JSON.stringify(value))
      }),
      { numRuns: 300, seed: 3 },
    )
  })

  test('brings back any spec', () => {
    const base = presets[0]!.values
    fc.assert(
      fc.property(
        fc.constantFrom('LITE', 'ESSENTIALS', 'PLUS'),
        fc.boolean(),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }),
        (tier, managedLogin, description) => {
          const [server] = base.resourceServers
          const parsed = parseSpec({
            ...base,
            userPool: { ...base.userPool, tier, managedLogin: tier !== 'LITE' && managedLogin },
            resourceServers: [
              { ...server, scopes: server!.scopes.map(scope => ({ ...scope, description })) },
            ],
          })
          fc.pre(parsed.ok)
          expect(opened(toFragment(parsed.ok && parsed.spec))).toEqual(parsed)
        },
      ),
      { numRuns: 200, seed: 4 },
    )
  })

  test('cut anywhere says so, or brings back what it carried', () => {
    const fragment = toFragment(presets[1]!.values)
    for (let at = 0; at < fragment.length; at++) {
      const shared = fromFragment(fragment.slice(0, at))
      if (shared.ok) expect(parseSpec(shared.value)).toEqual({ ok: true, spec: presets[1]!.values })
      else expect(shared.message).toMatch(/^This .*\.$/)
    }
  })

  test('with any text in it never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), fc.uint8Array(), (text, bytes) => {
        expect(fromFragment(`#s=1.${text}`)).toHaveProperty('ok')
        expect(fromFragment(text)).toHaveProperty('ok')
        expect(fromFragment(carrying(bytes))).toHaveProperty('ok')
      }),
      { numRuns: 500, seed: 5 },
    )
  })

  test.each([
    ['', 'does not contain a spec'],
    ['#scopes', 'does not contain a spec'],
    ['#s=', 'another version'],
    ['#s=2.abc', 'another version'],
    ['#s=1', 'incomplete, damaged'],
    ['#s=1.', 'incomplete, damaged'],
    ['#s=1.a b', 'damaged: it contains characters'],
    ['#s=1.abc=', 'damaged: it contains characters'],
    ['#s=1.a.b', 'damaged: it contains characters'],
    [carrying(concatenated(deflateSync(strToU8('{}')), Uint8Array.of(0))), 'incomplete, damaged'],
    [carrying(concatenated(deflateSync(strToU8('{}')), deflateSync(strToU8('{}')))), 'incomplete, damaged'],
    [`#s=1.${'A'.repeat(2_097_152)}`, 'incomplete, damaged'],
    [`#s=1.${'a'.repeat(2_097_153)}`, 'too long'],
    [carrying(deflateSync(strToU8('{'))), 'not JSON'],
    [carrying(deflateSync(Uint8Array.of(0x22, 0xff, 0x22))), 'not JSON'],
  ])('%#: is refused', (fragment, words) => {
    expect(fromFragment(fragment)).toMatchObject({ ok: false, message: expect.stringContaining(words) })
  })

  test('that would unfold to gigabytes stops at one mebibyte', () => {
    const bomb = carrying(deflateSync(new Uint8Array(60_000_000).fill(0x20), { level: 9 }))
    const before = process.memoryUsage().arrayBuffers
    expect(fromFragment(bomb)).toMatchObject({ ok: false })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
    const json = strToU8(`"${'x'.repeat(1_048_574)}"`)
    expect(fromFragment(carrying(deflateSync(json)))).toMatchObject({ ok: true })
    const more = strToU8(`"${'x'.repeat(1_048_575)}"`)
    expect(fromFragment(carrying(deflateSync(more)))).toMatchObject({ ok: false })
  })
})
