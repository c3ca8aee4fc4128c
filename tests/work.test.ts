import { expect, it } from 'vitest'
import { workOf } from './work'

/** Runs its inner loop `size` times, or `size * size` times. */
function loops(size: number, quadratic: boolean): number {
  let sum = 0
  for (let i = 0; i < size; i++) for (let j = 0; j < (quadratic ? size : 1); j++) sum += j
  return sum
}

it('is the same for the same call', () => {
  loops(1, false)
  expect(workOf(() => loops(1000, false))).toBe(workOf(() => loops(1000, false)))
})

it.each([
  ['linear', false, 2],
  ['quadratic', true, 4],
])('tells what is %s', (_, quadratic, factor) => {
  const work = (size: number) => workOf(() => loops(size, quadratic))
  expect(work(2000) / work(1000)).toBeCloseTo(factor, 1)
})
