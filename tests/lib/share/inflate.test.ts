import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { inflate } from '../../../lib/share/inflate'

/** zlib is the oracle. Data that is stored, not compressed, has exactly five bytes more than what it came from. */
const stored = (length: number) => deflateRawSync(Buffer.alloc(length, 'x'), { level: 0 })

test.each([0, 1, 1018, 1019, 1020, 2043, 5 * 1024 - 5])('%i stored bytes come back', length => {
  const data = stored(length)
  expect(data).toHaveLength(length + 5)
  expect(Buffer.from(inflate(data, 10_000)!).equals(Buffer.alloc(length, 'x'))).toBe(true)
})

test('as many bytes as allowed come back, one more does not', () => {
  const data = deflateRawSync(Buffer.alloc(3000, 'x'))
  expect(inflate(data, 3000)).toHaveLength(3000)
  expect(inflate(data, 2999)).toBeUndefined()
})

test('data that is cut short is undefined, wherever it is cut', () => {
  const data = deflateRawSync(Buffer.from(Array.from({ length: 1500 }, (_, i) => (i * i * 31) % 251)))
  for (let end = 0; end < data.length; end++) expect(inflate(data.subarray(0, end), 10_000)).toBeUndefined()
})

test('data that is not DEFLATE is undefined', () => {
  expect(inflate(Uint8Array.of(7, 7, 7, 7), 10_000)).toBeUndefined()
})
