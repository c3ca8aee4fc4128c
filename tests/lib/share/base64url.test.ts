import { expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '../../../lib/share/base64url'

const bytes = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7 + 255) % 256)

/** Node's own encoder is the oracle. */
test.each([0, 1, 2, 3, 4, 8191, 8192, 8193, 16_384, 100_001])('%i bytes there and back', length => {
  const text = toBase64url(bytes(length))
  expect(text).toBe(Buffer.from(bytes(length)).toString('base64url'))
  expect(fromBase64url(text)).toEqual(bytes(length))
})

test.each(['A', 'AAAAA', 'AA=', 'AA==', 'A+A', 'A/A', 'A A', 'AÄA', '*', '\nAAA', 'AAA\n'])(
  '%j is not base64url',
  text => {
    expect(fromBase64url(text)).toBeUndefined()
  },
)
