import { describe, expect, it } from 'vitest'
import { openFiles } from '@/lib/read/files'
import * as refusal from '@/lib/read/refusal'

const MIB = 1_048_576
const HEAD = 'Resources: {}\n#'

/** How many templates of so many characters each are read, and why the others are not. */
function opened(...sizes: readonly number[]) {
  const given = sizes.map((size, i) => ({ path: `${i}.yaml`, text: HEAD.padEnd(size, 'x') }))
  const files = openFiles(given, { refusal })
  return [
    files.filter(({ format }) => format === 'cloudformation').length,
    ...files.flatMap(({ problems }) => problems.map(({ message }) => message)),
  ]
}

describe('files that are read together', () => {
  it.each<[string, readonly number[], readonly (number | string)[]]>([
    ['64', Array(64).fill(20), [64]],
    ['65', Array(65).fill(20), [64, 'At most 64 files are read together.']],
    ['1 MiB', [MIB], [1]],
    ['more than 1 MiB', [MIB + 1], [0, 'The file is larger than 1 MiB.']],
    ['8 MiB in all', Array(8).fill(MIB), [8]],
    [
      'more than 8 MiB in all',
      [...Array(8).fill(MIB), HEAD.length],
      [8, 'Together the files are larger than 8 MiB.'],
    ],
    [
      'one that is too large by itself, and with the others',
      [...Array(8).fill(MIB), MIB + 1],
      [8, 'The file is larger than 1 MiB.'],
    ],
  ])('%s', (_, sizes, expected) => {
    expect(opened(...sizes)).toEqual(expected)
  })
})
