import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64url, encodeBase64url } from '@/lib/token/base64url'

describe('base64url', () => {
  it('agrees with Node both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        const text = Buffer.from(bytes).toString('base64url')
        expect(encodeBase64url(bytes)).toBe(text)
        const decoded = decodeBase64url(text)
        expect([...decoded.bytes]).toEqual([...bytes])
        expect(decoded).toMatchObject({ incomplete: false, looseBits: false })
      }),
      { seed: 4 },
    )
  })

  it('says which character is wrong and keeps what stood before', () => {
    const decoded = decodeBase64url('YWJj+YWJj')
    expect(decoded.wrongAt).toBe(4)
    expect(Buffer.from(decoded.bytes).toString()).toBe('abc')
  })

  it.each([
    ['YWJjZ', { incomplete: true, looseBits: false }],
    ['YWI', { incomplete: false, looseBits: false }],
    ['YWJ', { incomplete: false, looseBits: true }],
    ['YR', { incomplete: false, looseBits: true }],
    ['', { incomplete: false, looseBits: false }],
  ])('%s', (text, expected) => {
    expect(decodeBase64url(text)).toMatchObject(expected)
  })

  it('does not take a character beyond ASCII for one of the alphabet', () => {
    expect(decodeBase64url('YWJj\u0141').wrongAt).toBe(4)
  })
})
