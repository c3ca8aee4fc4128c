import { describe, expect, it } from 'vitest'
import { followList } from '@/components/session/item-ids'

const [a, b, c] = [{ n: 'a' }, { n: 'b' }, { n: 'c' }]

describe('ids of list items', () => {
  it.each([
    ['stay with their items when the order changes', [c, a, b], [103, 101, 102]],
    ['stay when another item is removed', [a, c], [101, 103]],
    ['stay at the place that was edited', [a, { n: 'B' }, c], [101, 102, 103]],
    ['stay for every item that was edited in place', [{ n: 'A' }, { n: 'B' }, c], [101, 102, 103]],
  ])('%s', (_, after, ids) => {
    expect(followList([a, b, c], after, [101, 102, 103])).toEqual(ids)
  })

  it('are new for new items, and never used twice', () => {
    const ids = followList([a, b], [a, { n: 'copy' }, b, b], [101, 102])
    expect([ids[0], ids[2]]).toEqual([101, 102])
    expect(new Set(ids).size).toBe(4)
  })
})
