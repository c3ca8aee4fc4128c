import { expect, it, vi } from 'vitest'
import { oncePerTurn } from '@/local/once-per-turn'

it('works once for a key in a turn of the event loop, and again in the next', async () => {
  const work = vi.fn((key: string) => key.length)
  const length = oncePerTurn(work)
  expect([length('a'), length('a'), length('bc'), length('bc')]).toEqual([1, 1, 2, 2])
  expect(work).toHaveBeenCalledTimes(2)
  await new Promise(resolve => setImmediate(resolve))
  expect(length('a')).toBe(1)
  expect(work).toHaveBeenCalledTimes(3)
})
