import { describe, expect, it } from 'vitest'
import { decode } from '@/lib/token/decode'
import { explainClaims } from '@/lib/token/explain-claims'
import { visibleText } from '@/lib/token/visible-text'
import { compact, HEADER } from './compact'

describe('visibleText', () => {
  it.each([
    ['\u202enimda', '\\u202enimda'],
    ['a\u2066b\u2069', 'a\\u2066b\\u2069'],
    ['a\u200bb\ufeff', 'a\\u200bb\\ufeff'],
    ['\u0000\u001b[2J\u007f\u009b', '\\u0000\\u001b[2J\\u007f\\u009b'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ud800x', '\\ud800x'],
    ['a\u2028b', 'a\\u2028b'],
  ])('writes %j as %j', (text, shown) => {
    expect(visibleText(text)).toBe(shown)
  })

  it.each(['', 'é漢😀', 'שלום', 'مرحبا', 'a b\tc\nd', 'com.example.api/read'])('keeps %j', text => {
    expect(visibleText(text)).toBe(text)
  })

  it('is used for names and values of claims', () => {
    const token = decode(compact(HEADER, { token_use: 'access', 'a\u202eb': 'x\u2067y', l: ['\u202d'] }))
    const claims = explainClaims(token).filter(({ segment }) => segment === 'claims')
    expect(claims.map(({ name, value }) => [name, value])).toEqual([
      ['token_use', 'access'],
      ['a\\u202eb', 'x\\u2067y'],
      ['l', '["\\u202d"]'],
    ])
  })
})
