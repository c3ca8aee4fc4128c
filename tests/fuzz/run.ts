import { random } from '../token-proof/mutations'
import type { Target } from './targets'

/** An input that broke a target; the same seed and number make it again. */
export interface Failure {
  readonly target: string
  readonly seed: number
  readonly number: number
  readonly input: string
  readonly error: unknown
}

/** Runs `count` inputs of one target, from a seed; stops at the first failure, or when `stop` says so. */
export function run(
  { name, make, check }: Target,
  seed: number,
  count: number,
  stop: () => boolean = () => false,
): { readonly done: number; readonly failure?: Failure } {
  for (let number = 0; number < count; number++) {
    if (number % 64 === 0 && stop()) return { done: number }
    // Each input has a seed of its own, so that one can be made again without those before it.
    const input = make(random(seed * 1_000_003 + number))
    try {
      check(input)
    } catch (error) {
      return { done: number, failure: { target: name, seed, number, input, error } }
    }
  }
  return { done: count }
}
