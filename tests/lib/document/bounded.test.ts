import { describe, expect, it } from 'vitest'
import { countItems, cutLists, isTooDeep, MAX_DEPTH, MAX_LIST_ITEMS } from '@/lib/document/bounded'

const nested = (levels: number, wrap: (value: unknown) => unknown): unknown =>
  levels === 0 ? 'end' : wrap(nested(levels - 1, wrap))

it('what is allowed', () => {
  expect([MAX_DEPTH, MAX_LIST_ITEMS]).toEqual([32, 10_000])
})

describe('depth', () => {
  it.each<[string, (value: unknown) => unknown]>([
    ['lists', value => [1, value]],
    ['objects', value => ({ a: 1, b: value })],
  ])(`of ${MAX_DEPTH} %s is the most`, (_, wrap) => {
    expect(isTooDeep(nested(MAX_DEPTH, wrap))).toBe(false)
    expect(isTooDeep(nested(MAX_DEPTH + 1, wrap))).toBe(true)
  })

  it('of a value without members is none', () => {
    expect(isTooDeep(null)).toBe(false)
    expect(isTooDeep('text')).toBe(false)
  })
})

describe('items', () => {
  it.each<[string, unknown, number]>([
    ['of a list', [1, 2, 3], 3],
    ['of lists in a list', [[1], [2, 3]], 5],
    ['of the lists of objects', { a: [1], b: { c: [2, 3] } }, 3],
    ['of no list', 'text', 0],
    ['of six levels', nested(6, value => [value]), 6],
    ['not of the levels below', nested(7, value => [value]), 6],
  ])('%s', (_, value, count) => {
    expect(countItems(value)).toBe(count)
  })
})

describe('lists that are cut', () => {
  const list = (length: number) => Array.from({ length }, (_, i) => i)

  it('keep what the lists before them leave', () => {
    const cut = cutLists({ a: list(MAX_LIST_ITEMS - 2), b: list(9), c: list(9) })
    expect(cut).toEqual({ a: list(MAX_LIST_ITEMS - 2), b: [0, 1], c: [0] })
  })

  it('are those inside of kept items, six levels deep', () => {
    const rows = (more: readonly number[]) => [{ b: list(MAX_LIST_ITEMS) }, { b: more }]
    expect(cutLists({ a: rows([1, 2]) })).toEqual({ a: [{ b: list(MAX_LIST_ITEMS - 2) }, { b: [1] }] })
    const deep = (end: unknown) => ({ a: list(MAX_LIST_ITEMS), b: { c: { d: { e: { f: { g: end } } } } } })
    expect(cutLists(deep([1, 2]))).toEqual(deep([1, 2]))
    expect(cutLists({ b: { c: { d: { e: list(MAX_LIST_ITEMS + 1) } } } })).toEqual({
      b: { c: { d: { e: list(MAX_LIST_ITEMS) } } },
    })
  })
})
