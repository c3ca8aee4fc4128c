import { describe, expect, it } from 'vitest'
import { applyEdits } from '@/lib/source/edit'
import {
  appendItems,
  insertEntries,
  insertEntry,
  type NewValue,
  replaceScalar,
  replaceValue,
} from '@/lib/source/insert'
import { type Node, valueAt } from '@/lib/source/node'
import { parseSource } from '@/lib/source/parse'

function rootOf(text: string): Node {
  const parsed = parseSource({ path: 'a.yaml', text })
  if (!parsed.ok || !parsed.tree.root) throw new Error(text)
  return parsed.tree.root
}

const mapOf = (node: Node | undefined) => {
  if (node?.kind !== 'map') throw new Error('no map')
  return node
}
const listOf = (node: Node | undefined) => {
  if (node?.kind !== 'list') throw new Error('no list')
  return node
}

describe('a scalar that is replaced', () => {
  it.each<[string, string | boolean, string]>([
    ['a: x', 'z', 'a: z'],
    ['a: "x"', 'z', 'a: "z"'],
    ["a: 'x'", "it's", "a: 'it''s'"],
    ['a: x', 'true', 'a: "true"'],
    ['a: false', true, 'a: true'],
    ['a: "true"', false, 'a: false'],
    ['{"a": "x"}', 'z', '{"a": "z"}'],
    ['{"a": "false"}', true, '{"a": true}'],
    ['a: !Sub x/${y} # why', 'z', 'a: z # why'],
  ])('%s with %j', (text, value, expected) => {
    const node = valueAt(rootOf(text), 'a')
    if (node?.kind !== 'scalar') throw new Error('no scalar')
    expect(applyEdits(node.source, [replaceScalar(node, value)])).toBe(expected)
  })
})

describe('a key that is written', () => {
  it.each<[string, string, NewValue, string]>([
    ['at the end of a map', 'a: 1\nb: 2\n', 'x', 'a: 1\nb: 2\nnew: x\n'],
    ['after the key that it belongs to', 'after: 1\nb: 2\n', 'x', 'after: 1\nnew: x\nb: 2\n'],
    ['after a value of several lines', 'after:\n  - 1\nb: 2\n', true, 'after:\n  - 1\nnew: true\nb: 2\n'],
    ['with lines of Windows', 'a: 1\r\n', 'x', 'a: 1\r\nnew: x\r\n'],
    ['without a break at the end', 'a: 1', 'x', 'a: 1\nnew: x'],
    ['behind a comment', 'a: 1 # one\n', 'x', 'a: 1 # one\nnew: x\n'],
    ['as a list', 'a: 1\n', ['x', 'z'], 'a: 1\nnew:\n  - x\n  - z\n'],
    ['as a list like its neighbour', 'a:\n- 1\n', ['x'], 'a:\n- 1\nnew:\n- x\n'],
    ['as a map', 'a: 1\n', { b: true, c: { d: 'x' } }, 'a: 1\nnew:\n  b: true\n  c:\n    d: x\n'],
    ['in a flow', 'm: { a: 1 }', ['x'], 'm: { a: 1, new: [x] }'],
    [
      'in a flow, after its companion',
      'm: { after: 1, b: 2 }',
      { c: 'x' },
      'm: { after: 1, new: { c: x }, b: 2 }',
    ],
    ['in an empty flow', 'm: {}', 'x', 'm: { new: x }'],
    ['in empty JSON', '{}', 'x', '{ "new": "x" }'],
    ['in JSON', '{\n  "a": 1\n}', ['x'], '{\n  "a": 1,\n  "new": ["x"]\n}'],
    ['in JSON on one line', '{ "a": 1 }', { b: true }, '{ "a": 1, "new": { "b": true } }'],
    ['with quotes where its neighbours have them', '"a": 1\n', 'x', '"a": 1\n"new": "x"\n'],
    ['with quotes where it needs them', 'a: 1\n', 'yes', 'a: 1\nnew: "yes"\n'],
    ['with quotes around a space', 'a: 1\n', 'x y', 'a: 1\nnew: "x y"\n'],
    ['without quotes around a name with a colon', 'a: 1\n', 'a:b/c', 'a: 1\nnew: a:b/c\n'],
    ['with quotes around a colon at the end', 'a: 1\n', 'a:', 'a: 1\nnew: "a:"\n'],
  ])('%s', (_, text, value, expected) => {
    const edit = insertEntry(mapOf(valueAt(rootOf(text), 'm') ?? rootOf(text)), 'new', value, [
      'missing',
      'after',
    ])
    expect(applyEdits(edit.source, [edit])).toBe(expected)
  })

  it('has the indentation of its map', () => {
    const root = rootOf('top:\n    a:\n        - 1\nend: 2\n')
    const edit = insertEntry(mapOf(valueAt(root, 'top')), 'new', ['x'])
    expect(applyEdits(edit.source, [edit])).toBe('top:\n    a:\n        - 1\n    new:\n      - x\nend: 2\n')
  })

  it('can be several', () => {
    const edit = insertEntries(mapOf(rootOf('a: 1\n')), { b: 'x', c: true })
    expect(applyEdits(edit.source, [edit])).toBe('a: 1\nb: x\nc: true\n')
  })

  it.each([
    ['that has some', 'm: { a: 1 }', 'm: { a: 1, b: x, c: true }'],
    ['that is empty', 'm: {}', 'm: { b: x, c: true }'],
    [
      'whose comments stay',
      'm: {\n  a: 1, # one\n  d: 2 # two\n}',
      'm: {\n  a: 1, # one\n  b: x,\n  c: true,\n  d: 2 # two\n}',
    ],
    ['behind a comment', 'm: { d: 2 # two\n}', 'm: { d: 2, # two\n     b: x,\n     c: true\n}'],
  ])('can be several in a flow %s', (_, text, expected) => {
    const edit = insertEntries(mapOf(valueAt(rootOf(text), 'm')), { b: 'x', c: true }, ['a'])
    expect(applyEdits(edit.source, [edit])).toBe(expected)
  })
})

describe('an item that is written', () => {
  it.each([
    ['on a line', 'a:\n  - x\n', 'a:\n  - x\n  - new\n'],
    ['on a line, like its neighbours', "a:\n- 'x'\n", "a:\n- 'x'\n- 'new'\n"],
    ['after an object', 'a:\n  - b: 1\n    c: 2\nd: 3\n', 'a:\n  - b: 1\n    c: 2\n  - new\nd: 3\n'],
    ['in a flow', 'a: [x]\n', 'a: [x, new]\n'],
    ['in a flow with quotes', 'a: ["x"]\n', 'a: ["x", "new"]\n'],
    ['in a flow over lines', 'a: [\n  x,\n  y\n]\n', 'a: [\n  x,\n  y,\n  new\n]\n'],
    ['in an empty list', 'a: []\n', 'a: [new]\n'],
    ['in JSON', '{ "a": ["x"] }', '{ "a": ["x", "new"] }'],
    ['in an empty list of JSON', '{ "a": [] }', '{ "a": ["new"] }'],
    ['in JSON over lines', '{ "a": [\n  "x"\n] }', '{ "a": [\n  "x",\n  "new"\n] }'],
  ])('%s', (_, text, expected) => {
    const edit = appendItems(listOf(valueAt(rootOf(text), 'a')), 'new')
    expect(applyEdits(edit.source, [edit])).toBe(expected)
  })
})

it.each([
  [
    'of a list over lines, which keeps its comments',
    'a: [ # all\n  x, # one\n  y # two\n]\n',
    'a: [ # all\n  x, # one\n  y, # two\n  b,\n  c\n]\n',
  ],
  [
    'behind a comma and a comment',
    'a: [\r\n  x, # one\r\n]\r\n',
    'a: [\r\n  x, # one\r\n  b,\r\n  c,\r\n]\r\n',
  ],
  ['of a list on one line with a comment', 'a: [x # one\n  ]\n', 'a: [x, # one\n    b,\n    c\n  ]\n'],
  ['of a block list', 'a:\n  - x # one\n', 'a:\n  - x # one\n  - b\n  - c\n'],
  ['of JSON', '{ "a": ["x"] }', '{ "a": ["x", "b", "c"] }'],
  ['of an empty list', 'a: []\n', 'a: [b, c]\n'],
])('several items are written at the end %s', (_, text, expected) => {
  const edit = appendItems(listOf(valueAt(rootOf(text), 'a')), 'b', 'c')
  expect(applyEdits(edit.source, [edit])).toBe(expected)
})

describe('a value that is replaced', () => {
  it.each<[string, string, NewValue, string]>([
    ['by a list', 'a: x\n', ['x', 'z'], 'a: [x, z]\n'],
    ['by a map', 'a: x\n', { b: 'w', c: ['z'] }, 'a: { b: w, c: [z] }\n'],
    ['with its tag', 'a: !Ref x\n', 'w', 'a: w\n'],
    ['in JSON', '{ "a": 1 }', { b: false }, '{ "a": { "b": false } }'],
  ])('%s', (_, text, value, expected) => {
    const edit = replaceValue(valueAt(rootOf(text), 'a')!, value)
    expect(applyEdits(edit.source, [edit])).toBe(expected)
  })
})
