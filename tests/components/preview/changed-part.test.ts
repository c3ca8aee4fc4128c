import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedParts } from '@/components/preview/changed-part'

test.each([
  ['a letter added', 'Handler: abc', 'Handler: abcd', { start: 12, end: 12, text: 'd' }],
  ['a letter removed', 'name: abcd', 'name: abd', { start: 8, end: 9, text: '' }],
  ['a repeated letter', 'aa', 'aaa', { start: 2, end: 2, text: 'a' }],
  ['the middle replaced', 'x: old # why', 'x: newer # why', { start: 3, end: 6, text: 'newer' }],
  ['a name that became two', 'x: old # why', 'x: old-er # why', { start: 6, end: 6, text: '-er' }],
  ['a character that shares its first half', '# 😀!', '# 😁!', { start: 2, end: 4, text: '😁' }],
  [
    'a character that shares its second half',
    '# \u{1f600}',
    '# \u{1fa00}',
    { start: 2, end: 4, text: '\u{1fa00}' },
  ],
])('%s', (_, before, after, part) => {
  expect(changedParts(before, after)).toEqual([part])
})

test('a name that stands in a line twice is changed in both places, and nothing between them', () => {
  expect(changedParts("const ab = new Api(this, 'Ab', {", "const abc = new Api(this, 'Abc', {")).toEqual([
    { start: 8, end: 8, text: 'c' },
    { start: 28, end: 28, text: 'c' },
  ])
  expect(changedParts("const abc = new Api(this, 'Abc', {", "const ab = new Api(this, 'Ab', {")).toEqual([
    { start: 8, end: 9, text: '' },
    { start: 29, end: 30, text: '' },
  ])
})

test('a line that stays the same has no part', () => {
  expect(changedParts('same', 'same')).toEqual([])
})

test('in their places, the parts make the new line of the old one, and whole characters stay whole', () => {
  const line = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', 'é', '😀', '😁', '\u{1fa00}'),
    maxLength: 12,
  })
  fc.assert(
    fc.property(line, line, (before, after) => {
      let at = 0
      let made = ''
      for (const { start, end, text } of changedParts(before, after)) {
        for (const piece of [before.slice(at, start), before.slice(start, end), text])
          expect(piece).not.toMatch(/\p{Cs}/u)
        expect(start).toBeGreaterThanOrEqual(at)
        made += before.slice(at, start) + text
        at = end
      }
      expect(made + before.slice(at)).toBe(after)
    }),
    { seed: 13, numRuns: 3000 },
  )
})
