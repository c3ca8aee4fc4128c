import { expect, test } from 'vitest'
import { equivalents } from './equivalent'
import { mutantsOf } from './mutations'
import { readSource } from './tree'

/** The sources that each source becomes; `random` always picks the first. */
const mutated = (source: string) => mutantsOf(source, () => 0).map(mutant => mutant.source)

test.each([
  ['a < b', ['a <= b', 'a >= b']],
  ['a === b', ['a !== b']],
  ['a && b', ['a || b']],
  ['a - b', ['a + b']],
  ['a ?? b', ['a']],
  ['!a', ['a']],
  ['a ? b : c', ['a ? c : b']],
  ['f(7)', ['f(8)']],
  ['f(true)', ['f(false)']],
  ["f('CODE')", ["f('')"]],
  ["f('')", ["f('_')"]],
  ["f('Words of a sentence')", []],
  ['[a, b]', ['[b]']],
  ['[...a, b]', ['[b]']],
  ['[a]', ['[]']],
  ['a.some(b)', ['a.every(b)']],
  ['a.toString()', []],
  ['a.filter(b)', ['a']],
  ['a = /^b+$/', ['a = /b+$/']],
  ['if (a) b()', ['if (!(a)) b()']],
  ['for (;;) { if (a) continue }', ['for (;;) { if (!(a)) continue }', 'for (;;) {  }']],
  ["import a from 'b'", []],
  ["export type A = 'b' | 7", []],
  ["const a: 'b' = c as 'd'", []],
  [
    'const é = "ä" + (a < b)',
    [
      'const é = "ä" - (a < b)',
      "const é = '' + (a < b)",
      'const é = "ä" + (a <= b)',
      'const é = "ä" + (a >= b)',
    ],
  ],
  // `a ?? b || c` does not parse.
  ['a ?? (b && c)', ['a', 'a ?? (b || c)']],
])('%s', (source, expected) => {
  expect(mutated(source)).toEqual(expected)
})

test('a mutant shows its place and its change', () => {
  const [mutant] = mutantsOf('const a = 1\n// é\nconst b = a < 2', () => 0.9).filter(
    ({ kind }) => kind === 'comparison',
  )
  expect(mutant).toMatchObject({ line: 3, before: '<', after: '<=' })
})

/** All mutants of a file, which takes most of a second for a large one and is asked for each that is explained. */
const mutantsOfFile = new Map(
  [...new Set(equivalents.map(({ file }) => file))].map(file => {
    const source = readSource(file)
    return [file, { source, mutants: [0, 0.99].flatMap(number => mutantsOf(source, () => number)) }] as const
  }),
)

test.each(equivalents)(
  'an explained mutant is one of $file: $line, $after',
  ({ file, line, before, after, because }) => {
    const { source, mutants } = mutantsOfFile.get(file)!
    const lines = source.split('\n').map(text => text.trim())
    expect(mutants.filter(mutant => lines[mutant.line - 1] === line)).toContainEqual(
      expect.objectContaining({ before, after }),
    )
    expect(because).toMatch(/\w/)
  },
)
