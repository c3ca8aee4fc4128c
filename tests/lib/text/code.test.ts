import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { code, inTemplate, quote } from '../../../lib/text/code'
import { type Line, print } from '../../../lib/text/line'
import { expectSame } from '../../expect-same'

const texts = (lines: readonly Line[]) => lines.map(({ text }) => text)

describe('code', () => {
  it('drops the common indentation and blank lines at both ends, and keeps blank lines between', () => {
    expect(
      texts(code`

        if (x) {

          y();
        }
      `),
    ).toEqual(['if (x) {', '', '  y();', '}'])
  })

  it('puts text holes into their line', () => {
    expect(texts(code`const ${'a'} = ${1} + ${''}b;`)).toEqual(['const a = 1 + b;'])
  })

  it('keeps what a text hole brings at the start of a line out of the indentation', () => {
    expect(
      texts(code`
        {
          ${'  a'},
        }
      `),
    ).toEqual(['{', '    a,', '}'])
  })

  it('splices lines at their indentation with their fields, and leaves empty lines empty', () => {
    const inner: Line[] = [{ text: 'a', field: 'api' }, { text: '' }, { text: '  b', field: 'api.name' }]
    expect(
      code`
        [
          ${inner}
        ]
      `,
    ).toEqual([
      { text: '[' },
      { text: '  a', field: 'api' },
      { text: '' },
      { text: '    b', field: 'api.name' },
      { text: ']' },
    ])
  })

  it('has no line for a lone hole without lines', () => {
    expect(
      texts(code`
        a
        ${[]}
        ${undefined}
        b
      `),
    ).toEqual(['a', 'b'])
  })

  it('gives each call its own holes', () => {
    const one = (name: string) => code`
      <${name}>
        ${[{ text: name }]}
    `
    expect([...texts(one('a')), ...texts(one('b'))]).toEqual(['<a>', '  a', '<b>', '  b'])
  })

  it('rejects lines mixed with other text', () => {
    expect(() => code`a ${[{ text: 'b' }]}`).toThrow(TypeError)
    expect(() => code`a ${undefined}`).toThrow(TypeError)
  })
})

/** Everything that has ended a literal, a line or a comment somewhere, and any other code unit. */
const nasty = fc.constantFrom(
  ...["'", '"', '`', '\\', '$', '{', '}', '${', '*/', '//', '\n', '\r', '\t', '\0', '\u2028', '\u2029'],
  ...['\u0085', '\ufeff', '\u202e', '\ud800', '\udc00', '\ud83d\ude00', 'e\u0301', '\\u0041', 'a', '0', ' '],
)
const unit = fc.integer({ min: 0, max: 0xffff }).map(n => String.fromCharCode(n))
const anyText = fc
  .array(fc.oneof({ weight: 3, arbitrary: nasty }, { weight: 1, arbitrary: unit }), { maxLength: 20 })
  .map(parts => parts.join(''))

const evaluate = (source: string): unknown => new Function(`'use strict'; return (${source});`)()
const safe = /^[^\n\r\u0085\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]*$/u

describe('literals', () => {
  it('evaluate back to themselves on one line, 20,000 times', () => {
    fc.assert(
      fc.property(anyText, text => {
        const literal = quote(text)
        expectSame(evaluate(literal), text)
        expectSame(safe.test(literal), true, literal)
        expectSame(print([{ text: literal }]).text, `${literal}\n`)
      }),
      { numRuns: 20_000, seed: 2_276 },
    )
  })

  it('evaluate back to themselves inside template literals, 20,000 times', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const literal = `\`${inTemplate(before)}\${'-'}${inTemplate(after)}\``
        expectSame(evaluate(literal), `${before}-${after}`)
        expectSame(safe.test(literal), true, literal)
      }),
      { numRuns: 20_000, seed: 2_276 },
    )
  })

  it('read as a person would write them', () => {
    expect(quote('plain/text-1.0')).toBe(`'plain/text-1.0'`)
    expect(quote("it's")).toBe(`"it's"`)
    expect(quote('say "hi"')).toBe(`'say "hi"'`)
    expect(quote(`it's "both"`)).toBe(`'it\\'s "both"'`)
    expect(quote('a\u2028b')).toBe(`'a\\u2028b'`)
    expect(quote('grüße 😀')).toBe(`'grüße 😀'`)
    expect(inTemplate(`\`\${x}$`)).toBe(`\\\`\\\${x}\\$`)
  })
})
