import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printable, printableJson, printableLines } from '../../cli/printable'
import { anyCharacter } from '../any-character'

const text = fc.string({ unit: anyCharacter, maxLength: 200 })
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

describe('a printable line', () => {
  it.each([
    ['plain – text “ä” 日本 🙂', 'plain – text “ä” 日本 🙂'],
    ['\u001b[31m', '\\u001b[31m'],
    ['a\nb\tc\r', 'a\\u000ab\\u0009c\\u000d'],
    ['\u202enimda', '\\u202enimda'],
    ['\u009b\u00ad\u2028\u3164', '\\u009b\\u00ad\\u2028\\u3164'],
    ['\u{e0041}', '\\udb40\\udc41'],
    ['\ud800', '\\ud800'],
  ])('writes %j as %s', (line, shown) => {
    expect(printable(line)).toBe(shown)
  })

  it('has no character that is not seen, and stays as it is the second time', () => {
    fc.assert(
      fc.property(text, line => {
        const shown = printable(line)
        expect(shown).not.toMatch(UNSEEN)
        expect(printable(shown)).toBe(shown)
      }),
      { seed: 17 },
    )
  })

  it.each([
    ['long', 'a'.repeat(1_000_000)],
    ['long when escaped', '\u0000'.repeat(3000)],
    ['cut within a pair', '🙂'.repeat(4000)],
  ])('is cut with a remark: %s', (_, line) => {
    const shown = printable(line)
    expect(shown.length).toBeLessThanOrEqual(4000)
    expect(shown).toMatch(/… \(cut after \d+ characters\)$/)
    expect(shown).not.toMatch(/\p{Cs}/u)
    expect(printable(shown)).toBe(shown)
  })

  it('of several keeps the line breaks', () => {
    expect(printableLines('a\n\u001bb\n')).toBe('a\n\\u001bb\n')
  })
})

describe('printable JSON', () => {
  it.each([[undefined], [2]])('is the same value without a character that is not seen, indent %s', indent => {
    fc.assert(
      fc.property(fc.dictionary(text, fc.array(text)), value => {
        const json = printableJson(value, indent)
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(json.replaceAll('\n', '')).not.toMatch(UNSEEN)
      }),
      { seed: 17 },
    )
  })
})
