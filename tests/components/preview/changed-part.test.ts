import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedPart } from '@/components/preview/changed-part'

test.each([
  ['a letter added', 'Handler: abc', 'Handler: abcd', { start: 12, end: 12, text: 'd' }],
  ['a letter removed', 'name: abcd', 'name: abd', { start: 8, end: 9, text: '' }],
  ['a repeated letter', 'aa', 'aaa', { start: 2, end: 2, text: 'a' }],
  ['the middle replaced', 'x: old # why', 'x: newer # why', { start: 3, end: 6, text: 'newer' }],
  ['nothing', 'same', 'same', { start: 4, end: 4, text: '' }],
  ['a character that shares its first half', '# 😀!', '# 😁!', { start: 2, end: 4, text: '😁' }],
  [
    'a character that shares its second half',
    '# \u{1f600}',
    '# \u{1fa00}',
    { start: 2, end: 4, text: '\u{1fa00}' },
  ],
])('%s', (_, before, after, part) => {
  expect(changedPart(before, after)).toEqual(part)
})

test('in its place, the part makes the new line of the old one, and whole characters stay whole', () => {
  const line = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', 'é', '😀', '😁', '\u{1fa00}'),
    maxLength: 12,
  })
  fc.assert(
    fc.property(line, line, (before, after) => {
      const { start, end, text } = changedPart(before, after)
      expect(before.slice(0, start) + text + before.slice(end)).toBe(after)
      for (const piece of [before.slice(0, start), text, before.slice(end)])
        expect(piece).not.toMatch(/\p{Cs}/u)
    }),
    { seed: 13, numRuns: 3000 },
  )
})
