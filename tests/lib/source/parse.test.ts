import { describe, expect, it } from 'vitest'
import { type Node, valueAt } from '../../../lib/source/node'
import { parseSource } from '../../../lib/source/parse'
import { positionOf } from '../../../lib/source/position'

function read(text: string) {
  const source = { path: 'file', text }
  const parsed = parseSource(source)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  return { source, tree: parsed.tree, root: parsed.tree.root }
}

const written = (node: Node | undefined) => node?.source.text.slice(node.start, node.end)

describe('positions', () => {
  const text =
    '\uFEFF# 🎈\r\na: \'x y\'\r\nb: [1, { c: d }]\r\ne:\r\n  - f\r\n  - |\r\n    g\r\nh: !Sub "i"\r\n'
  const { root, source } = read(text)
  it.each([
    ['a', "'x y'"],
    ['b', '[1, { c: d }]'],
    ['e', '- f\r\n  - |\r\n    g'],
    ['h', '"i"'],
  ])('of %s are those of the text as given', (key, expected) => {
    expect(written(valueAt(root, key))).toBe(expected)
  })
  it.each([
    ['a key alone', 'a:\nb: 1\n', 'a:'],
    ['a key before a comment', 'a: # none\n\nb: 1\n', 'a:'],
    ['a key with a space before its colon', 'a :\nb: 1\n', 'a :'],
    ['a key at the end', 'b: 1\na:', 'b: 1\na:'],
    ['a tag', 'a: !Ref\nb: 1\n', 'a: !Ref'],
    ['the sign of a block scalar', 'a: >-\r\n\r\nb: 1\r\n', 'a: >-'],
    ['the sign of a block scalar at the end', 'b: 1\na:\n >-\n', 'b: 1\na:\n >-'],
    ['a key in brackets', '{ b: 1, a: , c: 2 }', '{ b: 1, a:'],
    ['a key in brackets without a colon', '{ b: 1, a, c: 2 }', '{ b: 1, a'],
    ['a key whose colon is in another line', '{ a # none\n# of it\n\t: }', '{ a # none\n# of it\n\t:'],
    ['a key before another with a hash', '{ a, b#: 1 }', '{ a'],
  ])('of an absent value after %s are those where it would be', (_, text, before) => {
    const absent = valueAt(read(text).root, 'a')
    expect([absent?.start, absent?.end]).toEqual([before.length, before.length])
  })
  it.each([
    ['[a, b # c ]\n# ]\n  , ]'],
    ['{ a: b # c }\n,}'],
    ['[[a], [b],\n# d\n]'],
    ['[a: b]'],
    ['[]'],
    ['{ # }\n}'],
  ])('of %j end at its bracket', text => {
    expect(written(valueAt(read(`a: ${text}\nb: 1\n`).root, 'a'))).toBe(text)
  })
  it('count lines and UTF-16 code units from 1', () => {
    const node = valueAt(root, 'a')!
    expect(positionOf(source, node.start)).toEqual({ line: 2, column: 4 })
  })
})

it('a tag is read where it is, at the start of a file too, and nowhere else', () => {
  expect(read('!Sub [a, !Ref b, c]').root).toMatchObject({
    tag: '!Sub',
    items: [{ tag: undefined }, { tag: '!Ref' }, { tag: undefined }],
  })
})

describe('what real files have', () => {
  it('collections that are indented too little are read, positions kept', () => {
    const text = 'a:\n  b: !Join [\n  "", [\n  x,\n  y\n]]\n  c: 1\n'
    const { root } = read(text)
    expect(written(valueAt(root, 'a', 'c'))).toBe('1')
    expect(written(valueAt(root, 'a', 'b'))).toBe('[\n  "", [\n  x,\n  y\n]]')
  })
  it('many of them are read late in a large file, too', () => {
    const filler = '# a comment of forty characters, as ever\n'.repeat(10_000)
    const resources = Array.from({ length: 90 }, (_, i) => `  r${i}:\n    v: !Join [\n  "", [\n  x\n]]\n`)
    const { root } = read(`a:\n${filler}${resources.join('')}`)
    expect(written(valueAt(root, 'a', 'r89', 'v'))).toBe('[\n  "", [\n  x\n]]')
  })
  // There are more than may be re-indented one line at a time: each is known as a whole.
  it.each([
    ['a list', '  [a],\n  x'],
    ['a map', '  { a: b },\n  x'],
    ['a bracket that closes', '  "]",\n  \'}\',\n  x'],
    ['a bracket that opens', '  "[",\n  \'{\',\n  x'],
    ['a bracket after a quote', "  \"\\\"]\", 'it''s ]', ['a'],\n  x"],
    ['a bracket in a comment', '  a, # ]\n  it, # {\n  x'],
    ['a quote in a word', '  it\'s, 5", a#, [a],\n  x'],
    ['an empty line', '  a,\n\n  x'],
    ['nothing before its lines', 'a,\nx'],
    ['only its end too far left', '      x'],
  ])('a collection that is indented too little may have %s in it', (_, content) => {
    const last = `[\n${content}\n]`
    const text = Array.from({ length: 60 }, (__, i) => `r${i}:\n    v: ${last}\n`).join('')
    const { root } = read(`${text}end: ']}'\n`)
    expect(written(valueAt(root, 'r59', 'v'))).toBe(last)
    expect(written(valueAt(root, 'end'))).toBe("']}'")
  })
  it('every line of a collection has its place', () => {
    const lines = Array.from({ length: 70 }, (_, i) => `i${i}`)
    const list = valueAt(read(`a:\n  b: [\n${lines.join(',\n')}\n]\n`).root, 'a', 'b')
    expect(list?.kind === 'list' && list.items.map(written)).toEqual(lines)
  })
  it('merges and aliases are followed and marked', () => {
    const { root, tree } = read('x: &x { a: 1, b: 2 }\ny:\n  <<: *x\n  b: 3\nz: *x\n')
    expect(written(valueAt(root, 'y', 'a'))).toBe('1')
    expect(written(valueAt(root, 'y', 'b'))).toBe('3')
    expect(tree.shared.map(({ start, end }) => tree.source.text.slice(start, end))).toEqual([
      '{ a: 1, b: 2 }',
    ])
  })
  it('the last of two equal keys counts, and both are known', () => {
    const { root, tree } = read('a: 1\nb: 2\na: 3\n')
    expect(written(valueAt(root, 'a'))).toBe('3')
    expect(tree.duplicates.map(({ key }) => key.start)).toEqual([10])
  })
})

describe('hostile input is refused with a place', () => {
  const billion = `a0: &a0 [x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]\n`).join('')}`
  it.each([
    ['a billion laughs', billion],
    ['depth', '['.repeat(500)],
    [
      'depth through aliases',
      `a0: &a0 [x]\n${Array.from({ length: 200 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]\n`).join('')}`,
    ],
    ['size', `a: ${'x'.repeat(1024 * 1024)}`],
    ['an alias to itself', 'a: &a [*a]'],
    ['an unclosed bracket', 'a: [b'],
    ['an unclosed bracket before a comment', 'a:\n  b: [\nx # y'],
  ])('%s', (_, text) => {
    const parsed = parseSource({ path: 'file', text })
    expect(parsed.ok).toBe(false)
    if (!parsed.ok) expect(parsed.problem.offset).toBeLessThanOrEqual(text.length)
  })
})
