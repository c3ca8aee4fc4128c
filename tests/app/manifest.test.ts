import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const file = (name: string) => readFileSync(path.join(import.meta.dirname, '../../public', name))

interface Icon {
  readonly src: string
  readonly sizes: string
  readonly type: string
  readonly purpose?: string
}
const manifest: { readonly icons: readonly Icon[]; readonly start_url: string; readonly display: string } =
  JSON.parse(file('manifest.json').toString())

/** The size that the header of a PNG file states (RFC 2083, section 11.2.1). */
const sizeOf = (png: Buffer) => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`

describe('the manifest of the installed site', () => {
  const pngs = manifest.icons.filter(({ type }) => type === 'image/png')

  it.each(pngs)('$src has the size that it states', ({ src, sizes }) => {
    const png = file(src)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(sizeOf(png)).toBe(sizes)
  })

  it('has what Chromium needs to install a site', () => {
    const plain = pngs.filter(({ purpose }) => purpose === undefined).map(({ sizes }) => sizes)
    expect(plain).toEqual(expect.arrayContaining(['192x192', '512x512']))
    expect([manifest.start_url, manifest.display]).toEqual(['/', 'standalone'])
  })
})
