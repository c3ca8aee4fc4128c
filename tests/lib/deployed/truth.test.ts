import { describe, expect, it } from 'vitest'
import { outside } from '@/lib/deployed/cause'
import { endsDiffer } from '@/lib/deployed/compare'
import { type Text, textOfParts } from '@/lib/deployed/term'
import { all, and, known, no, some, someFor, type Truth, undecided, yes } from '@/lib/deployed/truth'

const TRUTHS: readonly Truth[] = [
  yes,
  no,
  known(true, ['A']),
  known(true, ['B', 'C']),
  known(false, ['A']),
  known(false, ['B', 'C']),
  undecided(outside('one', 'One.')),
  { ...undecided(outside('two', 'Two.')), assumed: ['D'] },
]

describe('questions that are asked one after the other', () => {
  it('are answered as if all had been asked', () => {
    for (const one of TRUTHS)
      for (const other of TRUTHS) {
        expect(and(one, () => other)).toEqual(all(one, other))
        for (const third of TRUTHS)
          expect(someFor([one, other, third], it => it)).toEqual(some(one, other, third))
      }
  })

  it('end with a certain answer', () => {
    const never = (): Truth => {
      throw new Error('asked')
    }
    expect(and(no, never)).toBe(no)
    expect(someFor([yes, no], thing => (thing === yes ? yes : never()))).toBe(yes)
    expect(() => and(known(false, ['A']), never)).toThrow('asked')
  })
})

const NOWHERE = { source: { path: '', text: '' }, start: 0, end: 0 }
const ID = { kind: 'resource', id: 'Api', attribute: 'Ref' } as const
const around = (head: string, tail: string): Text =>
  textOfParts([{ kind: 'literal', text: head }, ID, { kind: 'literal', text: tail }], NOWHERE)

describe('texts with different ends', () => {
  it.each([
    ['a', 'xyz', 'a', 'xyz', false],
    ['a', 'xyz', 'a', 'yz', false],
    ['a', 'yz', 'a', 'xyz', false],
    ['a', 'xyz', 'a', 'xya', true],
    ['a', 'xyz', 'a', 'ayz', true],
    ['a', 'z', 'b', 'z', true],
    ['', 'z', 'b', 'z', false],
    ['a', '', 'a', 'z', false],
  ])('%s…%s and %s…%s', (head, tail, otherHead, otherTail, differ) => {
    expect(endsDiffer(around(head, tail), around(otherHead, otherTail))).toBe(differ)
  })
})

it('of answers that rest on as many assumptions, the first counts', () => {
  expect(some(known(true, ['A']), known(true, ['B']))).toEqual(known(true, ['A']))
  expect(some(known(true, ['A', 'B']), known(true, ['C']))).toEqual(known(true, ['C']))
})
