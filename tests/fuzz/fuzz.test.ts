import { describe, expect, it } from 'vitest'
import { run } from './run'
import { type Target, targets } from './targets'

/** Inputs of one target in `npm test`; `npm run fuzz` runs as many as one likes. */
const COUNTS: Readonly<Record<string, number>> = {
  paste: 3000,
  explain: 3000,
  document: 400,
  share: 400,
  jwks: 2000,
  template: 200,
}

describe('random inputs', () => {
  it.each(targets)('$name', target => {
    const { done, failure } = run(target, 1, COUNTS[target.name]!)
    expect(failure).toBeUndefined()
    expect(done).toBe(COUNTS[target.name])
  })

  it('reach both good and bad input', () => {
    const seen = { good: 0, bad: 0 }
    const document = targets.find(({ name }) => name === 'document')!
    const probe: Target = {
      ...document,
      check: input => {
        try {
          JSON.parse(input)
          seen.good++
        } catch {
          seen.bad++
        }
      },
    }
    run(probe, 1, 400)
    expect(seen.good).toBeGreaterThan(100)
    expect(seen.bad).toBeGreaterThan(100)
  })

  it('report the input that fails, by a seed and a number that make it again', () => {
    const broken: Target = {
      name: 'broken',
      make: pick => String(pick(1000)),
      check: input => {
        if (Number(input) > 900) throw new Error('too large')
      },
    }
    const first = run(broken, 7, 1000).failure!
    expect(Number(first.input)).toBeGreaterThan(900)
    expect(run(broken, 7, 1000).failure).toEqual(first)
  })

  it('stop at the limit of time', () => {
    expect(run(targets[0]!, 1, 1000, () => true)).toEqual({ done: 0 })
  })
})
