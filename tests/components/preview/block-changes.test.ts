import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockChanges, type TextBlock } from '@/components/preview/block-changes'

const block = (...lines: string[]): TextBlock => ({
  text: lines.map(line => `${line}\n`).join(''),
  fields: lines.map(() => undefined),
})
const linesOf = (blocks: readonly TextBlock[]) => blocks.flatMap(({ text }) => text.split('\n').slice(0, -1))

function replay(before: readonly TextBlock[], after: readonly TextBlock[]): readonly string[] {
  const lines = linesOf(before)
  for (const { oldLine, removed, inserted } of [...blockChanges(before, after)].reverse())
    lines.splice(oldLine - 1, removed, ...inserted)
  return lines
}

const [head, users, orders, foot] = [block('a', 'b'), block('c', 'd', 'e'), block(), block('f')]

test('equal blocks have no changes', () => {
  expect(blockChanges([head, users], [head, users])).toEqual([])
  expect(blockChanges([head, users], [head, block('c', 'd', 'e')])).toEqual([])
})

test('blocks changed in place: only their lines, wherever they are', () => {
  expect(
    blockChanges([head, users, orders, foot], [head, block('c', 'D', 'e', 'x'), orders, block('F')]),
  ).toEqual([
    { oldLine: 4, removed: 1, newLine: 4, inserted: ['D'] },
    { oldLine: 6, removed: 0, newLine: 6, inserted: ['x'] },
    { oldLine: 6, removed: 1, newLine: 7, inserted: ['F'] },
  ])
})

test('a block added or removed', () => {
  expect(blockChanges([head, foot], [head, users, foot])).toEqual([
    { oldLine: 3, removed: 0, newLine: 3, inserted: ['c', 'd', 'e'] },
  ])
  expect(blockChanges([head, users, foot], [head, foot])).toEqual([
    { oldLine: 3, removed: 3, newLine: 3, inserted: [] },
  ])
})

test('a block that is the same object is never read', () => {
  const unread = {
    fields: [undefined],
    get text(): string {
      throw new Error('read')
    },
  }
  const changes = blockChanges([unread, head, unread, foot], [unread, users, unread, block('F')])
  expect(changes.map(({ oldLine }) => oldLine)).toEqual([2, 5])
})

test('applied to the old text, the changes give the new one', () => {
  const pool = [head, users, orders, foot, block('a', 'b'), block(''), block('c', 'e'), block('f', 'f')]
  const blocks = fc.array(fc.constantFrom(...pool), { maxLength: 12 })
  fc.assert(
    fc.property(blocks, blocks, (before, after) => {
      expect(replay(before, after)).toEqual(linesOf(after))
    }),
    { seed: 11, numRuns: 3000 },
  )
})
