import { strFromU8, unzipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import { zip } from '@/lib/project/zip'

const files = [
  { path: 'README.md', text: 'Grüße\u2028😀\n' },
  { path: 'bin/deploy.sh', text: '#!/bin/sh\n', executable: true },
]

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

/** Unix modes from the central directory (APPNOTE 4.3.12): external attributes at offset 38, the name at 46. */
function modesOf(bytes: Uint8Array): Record<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const modes: Record<string, number> = {}
  for (let at = 0; at < bytes.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    const name = strFromU8(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
    modes[name] = (view.getUint32(at + 38, true) >>> 16) & 0o777
  }
  return modes
}

describe('zip', () => {
  it('unpacks to the files, in one top folder', () => {
    const unpacked = Object.entries(unzipSync(zip('my-api', files))).map(([path, bytes]) => [
      path,
      strFromU8(bytes),
    ])
    expect(unpacked).toEqual(files.map(({ path, text }) => [`my-api/${path}`, text]))
  })

  it('keeps scripts executable', () => {
    expect(modesOf(zip('my-api', files))).toEqual({
      'my-api/README.md': 0o644,
      'my-api/bin/deploy.sh': 0o755,
    })
  })

  it('is the same bytes in every time zone', () => {
    process.env.TZ = 'America/Los_Angeles'
    const one = zip('my-api', files)
    process.env.TZ = 'Pacific/Kiritimati'
    expect(zip('my-api', files)).toEqual(one)
  })
})
