import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineChanges } from '@/components/ui/line-changes'

const text = (...lines: string[]) => lines.map(line => `${line}\n`).join('')

function replay(before: string, after: string): string {
  const lines = before.split('\n').slice(0, -1)
  for (const { oldLine, removed, inserted } of [...lineChanges(before, after)].reverse())
    lines.splice(oldLine - 1, removed, ...inserted)
  return text(...lines)
}

test('equal texts have no changes', () => {
  expect(lineChanges(text('a', 'b'), text('a', 'b'))).toEqual([])
})

test('a changed line is one line, whatever its neighbours start with', () => {
  expect(lineChanges(text('aa', 'ab', 'ac'), text('aa', 'axb', 'ac'))).toEqual([
    { oldLine: 2, removed: 1, newLine: 2, inserted: ['axb'] },
  ])
})

test('a line added between equal ones removes nothing', () => {
  expect(lineChanges(text('- x', '- x'), text('- x', '- x', '- x'))).toEqual([
    { oldLine: 3, removed: 0, newLine: 3, inserted: ['- x'] },
  ])
  expect(lineChanges(text('a', 'b'), text('a', 'new', 'b'))).toEqual([
    { oldLine: 2, removed: 0, newLine: 2, inserted: ['new'] },
  ])
})

test('far-apart changes stay apart', () => {
  const before = Array.from({ length: 1000 }, (_, i) => `line ${i}`)
  const after = before.map((line, i) => (i === 2 || i === 900 ? `${line}!` : line))
  expect(lineChanges(text(...before), text(...after))).toEqual([
    { oldLine: 3, removed: 1, newLine: 3, inserted: ['line 2!'] },
    { oldLine: 901, removed: 1, newLine: 901, inserted: ['line 900!'] },
  ])
})

test('a text that grows from nothing, and shrinks to nothing', () => {
  expect(lineChanges('', text('a', 'b'))).toEqual([
    { oldLine: 1, removed: 0, newLine: 1, inserted: ['a', 'b'] },
  ])
  expect(lineChanges(text('a', 'b'), '')).toEqual([{ oldLine: 1, removed: 2, newLine: 1, inserted: [] }])
})

test('applied to the old text, the changes give the new one', () => {
  const lines = fc
    .array(fc.constantFrom('', 'a', 'ab', 'b', '- a'), { maxLength: 30 })
    .map(all => text(...all))
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      expect(replay(before, after)).toBe(after)
    }),
    { seed: 7, numRuns: 3000 },
  )
})

test('beyond the limit of differences the whole middle is replaced', () => {
  const before = text('same', ...Array.from({ length: 900 }, (_, i) => `old ${i}`), 'end')
  const after = text('same', ...Array.from({ length: 700 }, (_, i) => `new ${i}`), 'end')
  expect(replay(before, after)).toBe(after)
  expect(lineChanges(before, after)).toHaveLength(1)
})
