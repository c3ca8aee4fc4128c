import { describe, expect, it } from 'vitest'
import { applyEdits } from '@/lib/source/edit'
import { parseSource } from '@/lib/source/parse'
import { removeEntry, removeItem } from '@/lib/source/remove'

function rootOf(text: string) {
  const parsed = parseSource({ path: 'a.yaml', text })
  if (!parsed.ok || !parsed.tree.root) throw new Error(text)
  return parsed.tree.root
}

function withoutEntry(text: string, key: string): string | undefined {
  const root = rootOf(text)
  if (root.kind !== 'map') throw new Error(text)
  const edit = removeEntry(root, key)
  return edit && applyEdits(edit.source, [edit])
}

function withoutItem(text: string, index: number): string | undefined {
  const root = rootOf(text)
  if (root.kind !== 'list') throw new Error(text)
  const edit = removeItem(root, index)
  return edit && applyEdits(edit.source, [edit])
}

describe('a key that is taken out', () => {
  it.each([
    ['the first line', 'a: 1\nb: 2\n', 'a', 'b: 2\n'],
    ['the last line', 'a: 1\nb: 2\n', 'b', 'a: 1\n'],
    ['the last line without a break', 'a: 1\nb: 2', 'b', 'a: 1\n'],
    ['lines of Windows', 'a: 1\r\nb: 2\r\nc: 3\r\n', 'b', 'a: 1\r\nc: 3\r\n'],
    ['all lines of its value', 'a:\n  - 1\n  - 2\nb: 2\n', 'a', 'b: 2\n'],
    ['its lines, and not their comments', 'a: 1 # one\nb: 2\n', 'a', '# one\nb: 2\n'],
    ['several comments', 'a: # one\n  - 1 # two\n  - 2\nb: 2\n', 'a', '# one\n# two\nb: 2\n'],
    ['a key without a value', 'a:\nb: 2\n', 'a', 'b: 2\n'],
    ['the first of a flow', '{ a: 1, b: 2, c: 3 }', 'a', '{ b: 2, c: 3 }'],
    ['the middle of a flow', '{ a: 1, b: 2, c: 3 }', 'b', '{ a: 1, c: 3 }'],
    ['the last of a flow', '{ a: 1, b: 2, c: 3 }', 'c', '{ a: 1, b: 2 }'],
    ['JSON over lines', '{\n  "a": 1,\n  "b": 2\n}', 'b', '{\n  "a": 1\n}'],
    ['the last key', 'a: 1\n', 'a', undefined],
    ['the last key of a flow', '{ a: 1 }', 'a', undefined],
    ['no key', 'a: 1\nb: 2\n', 'c', undefined],
    ['the first of a flow, with a comment', '{ a: 1, # one\n  b: 2 }', 'a', undefined],
  ])('%s', (_, text, key, expected) => {
    expect(withoutEntry(text, key)).toBe(expected)
  })
})

describe('an item that is taken out', () => {
  it.each([
    ['the first line', '- 1\n- 2\n', 0, '- 2\n'],
    ['the last line', '- 1\n- 2\n', 1, '- 1\n'],
    ['lines of an object', '- a: 1\n  b: 2\n- c: 3\n', 0, '- c: 3\n'],
    ['the first of a flow', '[1, 2, 3]', 0, '[2, 3]'],
    ['the middle of a flow', '[1, 2, 3]', 1, '[1, 3]'],
    ['the last of a flow', '[1, 2, 3]', 2, '[1, 2]'],
    ['a call', '[!Ref A, !Ref B]', 0, '[!Ref B]'],
    ['the last item', '- 1\n', 0, undefined],
    ['no item', '[1, 2]', 2, undefined],
    ['a list on the line of another', '- - 1\n  - 2\n- 3\n', 0, '- 3\n'],
  ])('%s', (_, text, index, expected) => {
    expect(withoutItem(text, index)).toBe(expected)
  })

  it('leaves the dash of the list around it', () => {
    const root = rootOf('- - 1\n  - 2\n- 3\n')
    const inner = root.kind === 'list' ? root.items[0] : undefined
    expect(inner?.kind === 'list' && removeItem(inner, 0)).toBeUndefined()
  })
})
